import { isDay } from '../../calendar/day-arithmetic.js';
import type { LateChargeCap } from './late-charge-cap.js';
import type { LateChargeRefusal, LateChargeRefusalReason } from './late-charge-refusal.js';
import {
  capitalisationMonths,
  type LateChargeRate,
  type LateChargeTerms,
  type DamagesTerms,
  type JudgmentTerms,
  type PenaltyTerms,
} from './late-charge-terms.js';
import { componentOf, lateChargeKinds } from './statement-line.js';

/** Ten times the sum in a year: more is a slip of the unit. */
const mostPpm = 10_000_000;
const mostPermille = 100_000;
const mostDays = 36_525;

type Check = (holds: boolean, reason: LateChargeRefusalReason, field: string, text: string) => void;

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

const checkClause = (check: Check, clause: string, field: string): void =>
  check(clause.trim() !== '', 'clause-missing', field, 'must name what says so');

const checkPpm = (check: Check, ppm: number, field: string): void =>
  check(isWhole(ppm, 0, mostPpm), 'rate-invalid', field, `must be whole millionths from 0 to ${mostPpm}`);

const checkPermille = (check: Check, permille: number, field: string): void =>
  check(
    isWhole(permille, 0, mostPermille),
    'rate-invalid',
    field,
    `must be whole thousandths from 0 to ${mostPermille}`,
  );

const checkDays = (check: Check, days: number, least: number, field: string): void =>
  check(isWhole(days, least, mostDays), 'days-invalid', field, `must be whole days from ${least} to ${mostDays}`);

const checkAmount = (check: Check, amount: number, field: string): void =>
  check(
    isWhole(amount, 0, Number.MAX_SAFE_INTEGER),
    'amount-invalid',
    field,
    'must be whole minor units, not negative',
  );

const checkPenalty = (check: Check, penalty: PenaltyTerms, { contractRatePpm, rounding }: LateChargeTerms): void => {
  const at = 'terms.penalty';
  const checkRate = (rate: LateChargeRate, field: string): void => {
    if ('yearlyPpm' in rate) return checkPpm(check, rate.yearlyPpm, `${field}.yearlyPpm`);
    checkPermille(check, rate.contractPermille, `${field}.contractPermille`);
    check(
      contractRatePpm !== undefined,
      'contract-rate-missing',
      'terms.contractRatePpm',
      'must be told for a multiple of it',
    );
  };
  checkClause(check, penalty.clause, `${at}.clause`);
  checkRate(penalty.rate, `${at}.rate`);
  checkDays(check, penalty.grace.days, 0, `${at}.grace.days`);
  penalty.tiers.forEach((tier, nth) => {
    const field = `${at}.tiers[${nth}]`;
    checkClause(check, tier.clause, `${field}.clause`);
    checkRate(tier.rate, `${field}.rate`);
    checkDays(check, tier.fromDayLate, 2, `${field}.fromDayLate`);
    const before = penalty.tiers[nth - 1]?.fromDayLate ?? 1;
    check(
      tier.fromDayLate > before,
      'tiers-out-of-order',
      `${field}.fromDayLate`,
      'must be later than the tier before it',
    );
  });
  if (!penalty.compound) return;
  checkClause(check, penalty.compound.clause, `${at}.compound.clause`);
  check(
    capitalisationMonths.includes(penalty.compound.everyMonths),
    'months-invalid',
    `${at}.compound.everyMonths`,
    `must be one of ${capitalisationMonths.join(', ')}`,
  );
  check(
    rounding.point !== 'end',
    'compound-rounded-at-end',
    'terms.rounding.point',
    'must not be the end: what becomes base is whole minor units by then',
  );
};

const checkDamages = (check: Check, { clause, graceDays, charge }: DamagesTerms): void => {
  checkClause(check, clause, 'terms.damages.clause');
  checkDays(check, graceDays, 0, 'terms.damages.graceDays');
  if ('ppm' in charge) checkPpm(check, charge.ppm, 'terms.damages.charge.ppm');
  else checkAmount(check, charge.amount, 'terms.damages.charge.amount');
};

const checkJudgment = (check: Check, { rule, performBy, dailyPpm }: JudgmentTerms): void => {
  checkClause(check, rule, 'terms.judgment.rule');
  check(isDay(performBy), 'day-invalid', 'terms.judgment.performBy', 'must be a day that exists, YYYY-MM-DD');
  checkPpm(check, dailyPpm, 'terms.judgment.dailyPpm');
};

const checkCap = (check: Check, cap: LateChargeCap, lender: LateChargeTerms['lender'], at: string): void => {
  checkClause(check, cap.rule, `${at}.rule`);
  const cuttable = lateChargeKinds.filter((kind) => kind !== 'judgment').map(componentOf);
  check(
    cap.covers.some((each) => cuttable.includes(each)),
    'cap-covers-nothing',
    `${at}.covers`,
    `must name one of ${cuttable.join(', ')}`,
  );
  switch (cap.max) {
    case 'amount':
      return checkAmount(check, cap.amount, `${at}.amount`);
    case 'share':
      return checkPermille(check, cap.permille, `${at}.permille`);
    case 'yearly':
      return checkPpm(check, cap.yearlyPpm, `${at}.yearlyPpm`);
    case 'lpr':
      checkPpm(check, cap.lprPpm, `${at}.lprPpm`);
      checkPermille(check, cap.permille, `${at}.permille`);
      // 民间借贷司法解释 art. 1: loans of licensed lenders are none of its business (CN-INT-4).
      return check(lender === 'private', 'lpr-cap-of-licensed-lender', `${at}.max`, 'binds private lending only');
    default:
      return cap satisfies never;
  }
};

/** Everything that is wrong with a contract's charges, by field; nothing when they can be reckoned. */
export const lateChargeTermsRefusals = (terms: LateChargeTerms): LateChargeRefusal[] => {
  const refusals: LateChargeRefusal[] = [];
  const check: Check = (holds, reason, field, text) => {
    const isNew = !refusals.some((known) => known.field === field && known.reason === reason);
    if (!holds && isNew) refusals.push({ reason, field, text });
  };
  if (terms.contractRatePpm !== undefined) checkPpm(check, terms.contractRatePpm, 'terms.contractRatePpm');
  if (terms.penalty) checkPenalty(check, terms.penalty, terms);
  if (terms.damages) checkDamages(check, terms.damages);
  if (terms.judgment) checkJudgment(check, terms.judgment);
  terms.caps.forEach((cap, nth) => checkCap(check, cap, terms.lender, `terms.caps[${nth}]`));
  return refusals;
};
