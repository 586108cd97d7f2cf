import type { LateChargeTerms, PenaltyTerms } from './late-charge-terms.js';
import { daysOfPart } from './day-count.js';
import type { LateStretch } from './late-stretches.js';
import type { LineRounder } from './line-rounder.js';
import type { OpenHistory } from './open-history.js';
import { yearlyParts } from './parts.js';
import type { DraftLine } from './statement-line.js';

/**
 * The lines of one instalment's penalty interest, by day. What was charged up to a capitalisation, in whole minor units, is base of
 * lines of its own (`compound`) from then on, at the same rate and as free as the penalty beside it.
 */
export const penaltyLines = (
  { number, dueOn }: OpenHistory,
  stretches: readonly LateStretch[],
  { dayCount }: LateChargeTerms,
  { compound }: PenaltyTerms,
  round: LineRounder,
): DraftLine[] => {
  const lines: DraftLine[] = [];
  let term = 0;
  let charged = 0n;
  let capital = 0n;
  for (const { from, to, base, ppb, term: current, rule } of stretches) {
    if (current !== term) capital = charged;
    term = current;
    const days = daysOfPart(dayCount, dueOn, from, to);
    const lineOn = (charge: 'penalty' | 'compound', on: bigint, by: DraftLine['rule']): void => {
      const amount = round(yearlyParts(on, ppb, days, dayCount));
      charged += amount;
      lines.push({
        charge,
        instalment: number,
        from,
        to,
        days,
        base: on,
        ...(rule.by === 'clause' && { rate: { per: 'year' as const, ppb } }),
        amount,
        rule: by,
      });
    };
    lineOn('penalty', base, rule);
    if (compound && capital > 0n && rule.by === 'clause')
      lineOn('compound', capital, { by: 'clause', name: compound.clause });
  }
  return lines;
};
