import type { AmountLimit } from '../../law/shapes/amount-limit-shape.js';
import { contractOrder, type Component } from '../components.js';
import type { LateChargeCap } from './late-charge-cap.js';
import { lateChargeKinds, componentOf } from './statement-line.js';

/** What a limit of law speaks of; interest on penalty interest would be a way round a limit on either. */
export const coveredBy = ({ appliesTo }: AmountLimit): Component[] =>
  contractOrder.filter(
    (each) =>
      appliesTo === undefined ||
      appliesTo.includes(each) ||
      (each === 'compound' && (appliesTo.includes('penalty') || appliesTo.includes('interest'))),
  );

/**
 * The caps that limits of law set on yearly cost. `rules`: those in force for the product and place. `lprPpm`: the one-year LPR when the
 * contract was signed, in millionths; unknown, nothing can be reckoned where a rule needs it. Limits on the rate a contract may name
 * (a multiple of its own) are judged on the contract (`amountLimit`), not cut from what it yields.
 */
export const capsOfLaw = (
  rules: readonly AmountLimit[],
  lprPpm: number | undefined,
  during: readonly NonNullable<AmountLimit['onlyWhile']>[] = [],
): { caps: LateChargeCap[] } | { refused: 'lpr-unknown'; rule: string } => {
  const caps: LateChargeCap[] = [];
  for (const rule of rules) {
    if (rule.onlyWhile !== undefined && !during.includes(rule.onlyWhile)) continue;
    const { maxYearlyRateBp, lprMultiplePermille } = rule;
    const head = { rule: rule.id, covers: coveredBy(rule) };
    if (!lateChargeKinds.some((kind) => head.covers.includes(componentOf(kind)))) continue;
    if (maxYearlyRateBp !== undefined) caps.push({ ...head, max: 'yearly', yearlyPpm: maxYearlyRateBp * 100 });
    if (lprMultiplePermille === undefined) continue;
    if (lprPpm === undefined) return { refused: 'lpr-unknown', rule: rule.id };
    caps.push({ ...head, max: 'lpr', lprPpm, permille: lprMultiplePermille });
  }
  return { caps };
};
