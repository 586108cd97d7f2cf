import type { Channel } from '../contact/channel.js';
import type { Bucket } from '../money/arrears.js';
import type { Minor } from '../money/money.js';
import { buckets } from './bucket-shape.js';

/** Where a loan stands at the end of a month: its bucket, or paid back to the last instalment. */
export type Standing = Bucket | 'paid-off';
export const standings = [...buckets, 'paid-off'] as const satisfies readonly Standing[];

/**
 * What became of loans, as whole numbers only: sums of loans come to the same in whatever order they are added. Money in minor units of one
 * currency. `fellDue`: instalments missed meanwhile; `recovered`: money that came in on arrears; `paidInTime`: instalments met.
 * `standing`: loans by month and standing, month 0 is the start; `rolls`: loans that stood so at the end of a month and so at the end of the next.
 */
export type Tally = {
  loans: number;
  turns: number;
  arrearsAtStart: Minor;
  fellDue: Minor;
  recovered: Minor;
  paidInTime: Minor;
  arrearsAtEnd: Minor;
  payments: number;
  recoveredInMonth: Record<number, Minor>;
  standing: Record<number, Record<Standing, number>>;
  rolls: Record<Standing, Record<Standing, number>>;
  /** Cases opened, closed by ending, cured (nothing overdue any more) and overdue again while watched. */
  cases: { opened: number; cured: number; relapsed: number; closed: Record<string, number> };
  promises: { made: number; kept: number; broken: number };
  /** Attempts, and how many of them arrived (messages) or reached the right party (calls and visits). */
  contacts: Record<Channel, { made: number; reached: number }>;
  /** By rule: how often it refused a contact or handing over, or put it off. */
  refused: Record<string, number>;
  deferred: Record<string, number>;
  handedOver: { agency: number; 'law-firm': number };
  cost: { contacts: Minor; commission: Minor; referral: Minor };
};

const perStanding = (): Record<Standing, number> =>
  Object.fromEntries(standings.map((each) => [each, 0])) as Record<Standing, number>;

const none = () => ({ made: 0, reached: 0 });

export const emptyTally = (months: number): Tally => ({
  loans: 0,
  turns: 0,
  arrearsAtStart: 0,
  fellDue: 0,
  recovered: 0,
  paidInTime: 0,
  arrearsAtEnd: 0,
  payments: 0,
  recoveredInMonth: Object.fromEntries(Array.from({ length: months }, (_, month) => [month + 1, 0])),
  standing: Object.fromEntries(Array.from({ length: months + 1 }, (_, month) => [month, perStanding()])),
  rolls: Object.fromEntries(standings.map((each) => [each, perStanding()])) as Tally['rolls'],
  cases: { opened: 0, cured: 0, relapsed: 0, closed: {} },
  promises: { made: 0, kept: 0, broken: 0 },
  contacts: {
    sms: none(),
    email: none(),
    app: none(),
    im: none(),
    letter: none(),
    'voice-bot': none(),
    dialler: none(),
    call: none(),
    visit: none(),
  },
  refused: {},
  deferred: {},
  handedOver: { agency: 0, 'law-firm': 0 },
  cost: { contacts: 0, commission: 0, referral: 0 },
});

type Counts = { [name: string]: number | Counts };

const addCounts = (into: Counts, from: Counts): void => {
  for (const [name, value] of Object.entries(from)) {
    const known = into[name];
    if (typeof value === 'number') into[name] = (typeof known === 'number' ? known : 0) + value;
    else if (typeof known === 'object') addCounts(known, value);
    else addCounts((into[name] = {}), value);
  }
};

/** Adds what became of other loans. */
export const addTally = (into: Tally, from: Tally): void => addCounts(into, from);

export const addOne = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};
