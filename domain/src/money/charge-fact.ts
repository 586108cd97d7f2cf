import type { Day } from '../calendar/day.js';
import type { Charge } from './charge.js';
import type { MoneyOut } from './money-out.js';
import type { Waiver } from './waiver.js';

/** What happens to a loan's money beside instalments and payments. Each is told once under its own id, in any order. */
export type ChargeFact = { currency: string } & (
  | ({ type: 'charge-added' } & Charge)
  | ({ type: 'amount-waived' } & Omit<Waiver, 'withdrawnOn'>)
  | { type: 'waiver-withdrawn'; waiverId: string; withdrawnOn: Day }
  | ({ type: 'money-out' } & MoneyOut)
);
