import type { CaseFact } from './case-facts.js';
import type { CollectionCase } from './collection-case.js';

/** The case in a stage it has entered; what was passed over counts for the round. */
export const enterStage = (kase: CollectionCase, fact: CaseFact & { type: 'stage-entered' }): CollectionCase => {
  const { climbed: _until, ladderEnded: _anew, ...before } = kase;
  const { from, promises } = fact;
  const entered = {
    ...before,
    ...(from && promises && { climbed: { from, promises, anchorOn: kase.anchorOn } }),
    status: 'open' as const,
    stage: fact.stage,
    stageEnteredAt: fact.at,
    round: fact.round,
  };
  // Back to the calls for a number that was found: how far the ladder had been climbed stays as it is.
  const isRung = fact.stage !== 'monitoring' && fact.because !== 'borrower-found';
  const lastLadderStage = isRung ? fact.stage : kase.lastLadderStage;
  return {
    ...entered,
    passedOver: fact.round === kase.round ? kase.passedOver : [],
    ...(lastLadderStage && { lastLadderStage }),
  };
};
