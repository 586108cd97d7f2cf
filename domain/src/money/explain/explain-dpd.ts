import type { Day } from '../../calendar/day.js';
import type { AllocationRules } from '../allocation-order.js';
import { amountsOn, bucketOf, dpdOn, type Amounts, type Bucket } from '../arrears.js';
import { billedUntil } from '../billed-until.js';
import { sumOf } from '../components.js';
import { goneOn } from '../history-of-money.js';
import type { Minor } from '../money.js';
import type { Position } from '../position.js';

/** What happened on a day; `of` is the number of the instalment, or the id of payment, charge, waiver, money out, acceleration or restructuring. */
export type DpdEvent = {
  what:
    | 'fell-due'
    | 'met'
    | 'paid'
    | 'taken-back'
    | 'charge-due'
    | 'waived'
    | 'waiver-withdrawn'
    | 'money-out'
    | 'accelerated'
    | 'acceleration-undone'
    | 'restructured';
  of: string;
  amount: Minor;
};

type Standing = { dpd: number; bucket: Bucket; arrears: Minor; oldestUnpaidDueOn?: Day };

/** `steps`: how things stood as each day ended on which something happened. */
export type DpdExplained = Standing & {
  asOf: Day;
  currency: string;
  byInstalment: Amounts['byInstalment'];
  credit: Minor;
  steps: readonly (Standing & { on: Day; because: readonly DpdEvent[] })[];
};

type Dated = DpdEvent & { on: Day };

/** What changed of the contract; what the law lets nothing rest on changed nothing, and what was told in error. */
const changed = ({ accelerations = [], restructurings = [] }: Position): Dated[] => [
  ...accelerations
    .filter(({ against, undoneBecause }) => against === undefined && undoneBecause !== 'told-in-error')
    .flatMap(({ accelerationId: of, on, undoneOn, due }): Dated[] => {
      const amount = sumOf(due);
      const fell: Dated = { on, what: 'accelerated', of, amount };
      return undoneOn === undefined ? [fell] : [fell, { on: undoneOn, what: 'acceleration-undone', of, amount }];
    }),
  ...restructurings.map(({ restructuringId: of, on, takenOver }): Dated => ({
    on,
    what: 'restructured',
    of,
    amount: sumOf(takenOver),
  })),
];

const happened = (position: Position, asOf: Day): Dated[] => [
  ...billedUntil(position, asOf).map(({ number, dueOn, due, state }): Dated => ({
    on: dueOn,
    what: state === 'met' ? 'met' : 'fell-due',
    of: String(number),
    amount: sumOf(due),
  })),
  ...changed(position),
  ...(position.charges ?? []).map(({ chargeId, dueOn, amount }): Dated => ({
    on: dueOn,
    what: 'charge-due',
    of: chargeId,
    amount,
  })),
  ...position.payments.flatMap((payment): Dated[] => {
    const { paymentId: of, valueDate, amount } = payment;
    const gone = goneOn(payment);
    const came: Dated = { on: valueDate, what: 'paid', of, amount };
    return gone === undefined ? [came] : [came, { on: gone, what: 'taken-back', of, amount }];
  }),
  ...(position.moneyOut ?? []).map(({ outId, on, amount }): Dated => ({ on, what: 'money-out', of: outId, amount })),
  ...(position.waivers ?? []).flatMap(({ waiverId: of, waivedOn, withdrawnOn, amount }): Dated[] => {
    const waived: Dated = { on: waivedOn, what: 'waived', of, amount };
    return withdrawnOn === undefined ? [waived] : [waived, { on: withdrawnOn, what: 'waiver-withdrawn', of, amount }];
  }),
];

const standing = ({ arrears, oldestUnpaidDueOn }: Amounts, day: Day): Standing => {
  const dpd = dpdOn(oldestUnpaidDueOn, day);
  return { dpd, bucket: bucketOf(dpd), arrears, ...(oldestUnpaidDueOn !== undefined && { oldestUnpaidDueOn }) };
};

/** Days past due on `asOf` (DPD): calendar days since the oldest due date that is unpaid, holds or no holds; and how they came to be. */
export const explainDpd = (position: Position, asOf: Day, rules: AllocationRules): DpdExplained => {
  const { byInstalment, credit, ...amounts } = amountsOn(position, asOf, rules);
  const events = happened(position, asOf).filter(({ on }) => on <= asOf);
  const steps = [...new Set(events.map(({ on }) => on))].toSorted().map((day) => ({
    on: day,
    because: events.filter(({ on }) => on === day).map(({ what, of, amount }) => ({ what, of, amount })),
    ...standing(amountsOn(position, day, rules), day),
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
