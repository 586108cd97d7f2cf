import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Position } from '@recourse/domain/money/position';
import { waiversBeforeCharge } from '@recourse/domain/money/waivers-before-charge';
import type { ParkedBecause } from './loan-event.js';

/**
 * A waiver dated before the charge it speaks of, which would take nothing off. One of a charge nobody told of waits for it; should that charge then begin later,
 * it is taken, being money owed, and the case states the waiver as a discrepancy.
 */
export function waivedTooEarly(position: Position, fact: LoanFact): ParkedBecause | undefined {
  const wrong = (field: string): ParkedBecause => ({
    code: 'contradiction',
    field,
    reason: 'must not be before the day on which the charge it speaks of began',
  });
  const early = waiversBeforeCharge(position);
  if (fact.type === 'loan-taken-on') return early.length > 0 ? wrong('waivers') : undefined;
  if (fact.type !== 'amount-waived') return undefined;
  return early.some(({ waiverId }) => waiverId === fact.waiverId) ? wrong('waivedOn') : undefined;
}
