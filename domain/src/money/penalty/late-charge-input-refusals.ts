import { daysBetween, isDay } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import { contractOrder } from '../components.js';
import type { LateChargeInput } from './late-charge-input.js';
import type { LateChargeRefusal, LateChargeRefusalReason } from './late-charge-refusal.js';

/** A hundred years: a longer debt is a slip of the pen. */
const longestDays = 36_525;

/** Everything that is wrong with the facts a statement is asked of, by field. */
export const lateChargeInputRefusals = (
  { terms, startOn, position, stops = [], costs }: LateChargeInput,
  asOf: Day,
): LateChargeRefusal[] => {
  const refusals: LateChargeRefusal[] = [];
  const check = (holds: boolean, reason: LateChargeRefusalReason, field: string, text: string): boolean => {
    if (!holds) refusals.push({ reason, field, text });
    return holds;
  };
  const checkDay = (day: Day, field: string): boolean =>
    check(isDay(day), 'day-invalid', field, 'must be a day that exists, YYYY-MM-DD');
  const starts = checkDay(startOn, 'startOn');
  const checkSince = (day: Day, field: string): boolean =>
    checkDay(day, field) &&
    check(
      !starts || day >= startOn,
      'before-contract-start',
      field,
      `must not be before the contract began (${startOn})`,
    );
  const checkAmount = (amount: number, least: 0 | 1, field: string): boolean =>
    check(
      Number.isSafeInteger(amount) && amount >= least,
      'amount-invalid',
      field,
      least === 0 ? 'must be whole minor units, not negative' : 'must be whole minor units, above zero',
    );

  if (checkSince(asOf, 'asOf') && starts)
    check(daysBetween(startOn, asOf) <= longestDays, 'day-invalid', 'asOf', 'must be within 100 years of the start');
  check(/^[A-Z]{3}$/.test(position.currency), 'currency-invalid', 'currency', 'must be three capital letters');
  position.instalments.forEach(({ dueOn, due }, nth) => {
    checkSince(dueOn, `instalments[${nth}].dueOn`);
    for (const each of contractOrder) checkAmount(due[each] ?? 0, 0, `instalments[${nth}].due.${each}`);
  });
  position.payments.forEach(({ amount, valueDate, reversedOn }, nth) => {
    checkAmount(amount, 1, `payments[${nth}].amount`);
    checkSince(valueDate, `payments[${nth}].valueDate`);
    if (reversedOn !== undefined) checkSince(reversedOn, `payments[${nth}].reversedOn`);
  });
  const { charges = [], waivers = [], moneyOut = [] } = position;
  const checkAll = (of: string, all: readonly (readonly [amount: number, ...days: (Day | undefined)[]])[]): void =>
    all.forEach(([amount, ...days], nth) => {
      checkAmount(amount, 1, `${of}[${nth}].amount`);
      for (const day of days) if (day !== undefined) checkSince(day, `${of}[${nth}]`);
    });
  checkAll(
    'charges',
    charges.map(({ amount, dueOn, raisedOn }) => [amount, dueOn, raisedOn]),
  );
  checkAll(
    'waivers',
    waivers.map(({ amount, waivedOn, withdrawnOn }) => [amount, waivedOn, withdrawnOn]),
  );
  checkAll(
    'moneyOut',
    moneyOut.map(({ amount, on, dueOn }) => [amount, on, dueOn]),
  );
  stops.forEach(({ from, to }, nth) => {
    const begins = checkDay(from, `stops[${nth}].from`);
    if (to !== undefined && checkDay(to, `stops[${nth}].to`) && begins)
      check(to >= from, 'period-ends-before-it-begins', `stops[${nth}].to`, 'must not be before from');
  });
  const { judgment, caps } = terms;
  if (judgment && isDay(judgment.performBy)) checkSince(judgment.performBy, 'terms.judgment.performBy');
  const needsCosts = caps.some(({ max }) => max === 'yearly' || max === 'lpr');
  if (needsCosts)
    check(
      costs !== undefined && costs.principal.length > 0,
      'costs-missing',
      'costs.principal',
      'must be told: a cap by yearly cost is reckoned on it',
    );
  costs?.principal.forEach(({ from, amount }, nth) => {
    checkAmount(amount, 0, `costs.principal[${nth}].amount`);
    checkSince(from, `costs.principal[${nth}].from`);
    const before = costs.principal[nth - 1]?.from;
    check(
      before === undefined || before < from,
      'costs-out-of-order',
      `costs.principal[${nth}].from`,
      'must be later than the one before it',
    );
  });
  costs?.charged.forEach(({ on, amount }, nth) => {
    checkAmount(amount, 0, `costs.charged[${nth}].amount`);
    checkSince(on, `costs.charged[${nth}].on`);
  });
  return refusals;
};
