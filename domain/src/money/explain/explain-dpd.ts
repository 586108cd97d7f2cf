import type { Day } from '../../calendar/day.js';
import { amountsOn, bucketOf, dpdOn, type Amounts, type Bucket } from '../arrears.js';
import { sumOf } from '../components.js';
import type { Minor } from '../money.js';
import type { Position } from '../position.js';

/** What happened on a day; `of` is the number of the instalment or the id of the payment. */
export type DpdEvent = { what: 'fell-due' | 'met' | 'paid' | 'taken-back'; of: string; amount: Minor };

type Standing = { dpd: number; bucket: Bucket; arrears: Minor; oldestUnpaidDueOn?: Day };

/** `steps`: how things stood as each day ended on which something happened. */
export type DpdExplained = Standing & {
  asOf: Day;
  currency: string;
  byInstalment: Amounts['byInstalment'];
  credit: Minor;
  steps: readonly (Standing & { on: Day; because: readonly DpdEvent[] })[];
};

const happened = ({ instalments, payments }: Position): (DpdEvent & { on: Day })[] => [
  ...instalments.map(({ number, dueOn, due, state }) => ({
    on: dueOn,
    what: state === 'met' ? ('met' as const) : ('fell-due' as const),
    of: String(number),
    amount: sumOf(due),
  })),
  ...payments.map(({ paymentId, valueDate, amount }) => ({
    on: valueDate,
    what: 'paid' as const,
    of: paymentId,
    amount,
  })),
  ...payments.flatMap(({ paymentId, valueDate, reversedOn, amount }) =>
    reversedOn === undefined
      ? []
      : [{ on: reversedOn > valueDate ? reversedOn : valueDate, what: 'taken-back' as const, of: paymentId, amount }],
  ),
];

const standing = ({ arrears, oldestUnpaidDueOn }: Amounts, day: Day): Standing => {
  const dpd = dpdOn(oldestUnpaidDueOn, day);
  return { dpd, bucket: bucketOf(dpd), arrears, ...(oldestUnpaidDueOn !== undefined && { oldestUnpaidDueOn }) };
};

/** Days past due on `asOf` (DPD): calendar days since the oldest due date that is unpaid, holds or no holds; and how they came to be. */
export const explainDpd = (position: Position, asOf: Day): DpdExplained => {
  const { byInstalment, credit, ...amounts } = amountsOn(position, asOf);
  const events = happened(position).filter(({ on }) => on <= asOf);
  const steps = [...new Set(events.map(({ on }) => on))].toSorted().map((day) => ({
    on: day,
    because: events.filter(({ on }) => on === day).map(({ what, of, amount }) => ({ what, of, amount })),
    ...standing(amountsOn(position, day), day),
  }));
  return {
    asOf,
    currency: position.currency,
    ...standing({ ...amounts, byInstalment, credit }, asOf),
    byInstalment,
    credit,
    steps,
  };
};
