import type { Day } from '../../calendar/day.js';
import type { LateChargeInput } from './late-charge-input.js';
import { lateChargeInputRefusals } from './late-charge-input-refusals.js';
import type { LateChargeRefusal } from './late-charge-refusal.js';
import { lateChargeTermsRefusals } from './late-charge-terms-refusals.js';
import { capLines } from './cap-lines.js';
import { damagesLines } from './damages-lines.js';
import { judgmentLines } from './judgment-lines.js';
import { lateStretches } from './late-stretches.js';
import { billsThroughTime } from './late-bills.js';
import { eachLine, runningSum } from './line-rounder.js';
import type { Minor } from '../money.js';
import { openHistories } from './open-history.js';
import { penaltyLines } from './penalty-lines.js';
import type { LateChargeKind, DraftLine, StatementLine } from './statement-line.js';

/** The lines' amounts add up to `total` exactly, and by charge to `byCharge`. */
export type LateChargeStatement = {
  asOf: Day;
  currency: string;
  lines: readonly StatementLine[];
  total: Minor;
  byCharge: Readonly<Record<LateChargeKind, Minor>>;
};

const drafted = ({ terms, position, stops = [], costs, allocation }: LateChargeInput, asOf: Day): DraftLine[] => {
  const { penalty, damages, judgment, rounding } = terms;
  const histories = openHistories(position, asOf, allocation);
  const atEnd = runningSum(rounding.mode);
  const ofOne = () =>
    rounding.point === 'line'
      ? eachLine(rounding.mode)
      : rounding.point === 'instalment'
        ? runningSum(rounding.mode)
        : atEnd;
  const lines = [
    ...(damages ? damagesLines(histories, damages, terms, stops, asOf) : []),
    ...(penalty
      ? histories.flatMap((history) =>
          penaltyLines(history, lateStretches(history, terms, penalty, stops, asOf), terms, penalty, ofOne()),
        )
      : []),
    ...(judgment ? judgmentLines(histories, judgment, stops, asOf, ofOne()) : []),
  ];
  return [
    ...lines,
    ...capLines(terms.caps, lines, billsThroughTime(position, asOf), costs ?? { principal: [], charged: [] }, asOf),
  ];
};

const isSafe = (amount: bigint): boolean => Number.isSafeInteger(Number(amount));

const told = ({ base, amount, rule, ...rest }: DraftLine): StatementLine => ({
  ...rest,
  base: Number(base),
  amount: Number(amount),
  rule: rule.by === 'cap' ? { ...rule, limit: Number(rule.limit) } : rule,
});

/**
 * What lateness costs up to and without `asOf`, line by line: reckoned on demand from the history, never kept. The order in which events arrived
 * plays no part. What is charged here is paid by nothing until servicing bills it: payments pay what was billed.
 */
export const lateChargeStatement = (
  input: LateChargeInput,
  asOf: Day,
): { statement: LateChargeStatement } | { refused: LateChargeRefusal[] } => {
  const refused = [...lateChargeTermsRefusals(input.terms), ...lateChargeInputRefusals(input, asOf)];
  if (refused.length > 0) return { refused };
  const lines = drafted(input, asOf);
  const sumOf = (kind: (charge: LateChargeKind) => boolean): bigint =>
    lines.filter(({ charge }) => kind(charge)).reduce((sum, { amount }) => sum + amount, 0n);
  const total = sumOf(() => true);
  const fits = lines.every(
    ({ base, amount, rule }) => isSafe(base) && isSafe(amount) && (rule.by !== 'cap' || isSafe(rule.limit)),
  );
  if (!fits || !isSafe(total)) {
    const text = 'comes to more than a safe integer of minor units';
    return { refused: [{ reason: 'amount-too-large', field: 'total', text }] };
  }
  const of = (charge: LateChargeKind): Minor => Number(sumOf((each) => each === charge));
  const byCharge = {
    damages: of('damages'),
    penalty: of('penalty'),
    compound: of('compound'),
    judgment: of('judgment'),
  };
  return {
    statement: { asOf, currency: input.position.currency, lines: lines.map(told), total: Number(total), byCharge },
  };
};
