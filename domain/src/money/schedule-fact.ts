import type { Day } from '../calendar/day.js';
import type { Acceleration, UndoneBecause } from './acceleration.js';
import type { CreditorChange } from './creditor-change.js';
import type { Restructuring } from './restructuring.js';

/** What happens to the contract itself. Each is told once under its own id, in any order; a change of creditor once more when its notice is proved. */
export type ScheduleFact =
  | ({ type: 'loan-restructured'; currency: string } & Restructuring)
  | ({ type: 'loan-accelerated'; currency: string } & Omit<Acceleration, 'undoneOn' | 'undoneBecause'>)
  | { type: 'acceleration-undone'; currency: string; accelerationId: string; undoneOn: Day; because?: UndoneBecause }
  | ({ type: 'creditor-changed' } & CreditorChange);
