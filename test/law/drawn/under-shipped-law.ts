import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import { law } from '../../builders/ask-gate.js';

const places = ['CN', 'US-OH', 'US-MA', 'US-NY', 'GB'] as const;

/** The same contact under the law as we ship it, in one of its places; all a pack can want is said, so that every rule is reached. */
export const underShippedLaw = (ask: GateAsk, seed: number): GateAsk => ({
  ...ask,
  law,
  attempt: { ...ask.attempt, jurisdiction: places[seed % places.length] ?? 'CN' },
});
