import type { ArrangementFact } from '../arrangements/arrangement-fact.js';
import type { Arrangement, ArrangementState } from '../arrangements/arrangement.js';
import type { CollectionCase } from './collection-case.js';

const changed = (kase: CollectionCase, id: string, change: Partial<Arrangement>): CollectionCase => ({
  ...kase,
  arrangements: (kase.arrangements ?? []).map((each) => (each.id === id ? { ...each, ...change } : each)),
});

const endOf = (because: Extract<ArrangementFact, { type: 'arrangement-ended' }>['because']): ArrangementState =>
  because === 'lapsed' || because === 'loan-ended' ? because : 'withdrawn';

/** What a fact about an arrangement makes of the case. */
export const foldArrangement = (kase: CollectionCase, fact: ArrangementFact): CollectionCase => {
  switch (fact.type) {
    case 'arrangement-proposed':
      return { ...kase, arrangements: [...(kase.arrangements ?? []), fact.arrangement] };
    case 'arrangement-refused':
      return kase;
    case 'arrangement-approved':
      return changed(kase, fact.arrangementId, { state: 'offered', approvedBy: fact.by });
    case 'arrangement-declined':
      return changed(kase, fact.arrangementId, { state: 'declined' });
    case 'arrangement-accepted':
      return changed(kase, fact.arrangementId, {
        state: 'active',
        acceptedOn: fact.on,
        acceptedBy: fact.personId,
      });
    case 'arrangement-judged':
      return changed(kase, fact.arrangementId, { state: fact.state });
    case 'arrangement-ended':
      return changed(kase, fact.arrangementId, { state: endOf(fact.because) });
    default:
      return fact satisfies never;
  }
};
