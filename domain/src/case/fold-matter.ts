import type { MatterFact } from '../matters/matter-fact.js';
import type { Matter } from '../matters/matter.js';
import type { CollectionCase } from './collection-case.js';

const changed = (kase: CollectionCase, id: string, change: (matter: Matter) => Matter): CollectionCase => ({
  ...kase,
  matters: (kase.matters ?? []).map((each) => (each.id === id ? change(each) : each)),
});

/** What a fact about a dispute or complaint makes of the case. */
export const foldMatter = (kase: CollectionCase, fact: MatterFact): CollectionCase => {
  switch (fact.type) {
    case 'matter-raised':
      return { ...kase, matters: [...(kase.matters ?? []), fact.matter] };
    case 'matter-extension-asked':
      return changed(kase, fact.matterId, (matter) => ({ ...matter, asked: fact.extension }));
    case 'matter-extension-declined':
      return changed(kase, fact.matterId, ({ asked: _declined, ...matter }) => matter);
    case 'matter-extended':
      return changed(kase, fact.matterId, ({ asked: _given, ...matter }) => ({
        ...matter,
        dueOn: fact.dueOn,
        taskId: fact.taskId,
        extensions: [...(matter.extensions ?? []), fact.extension],
      }));
    case 'matter-overdue':
      return changed(kase, fact.matterId, (matter) => ({ ...matter, missedTaskId: fact.taskId }));
    case 'matter-answered': {
      const { matterId, outcome, on, correctingTaskId } = fact;
      return changed(kase, matterId, (matter) => ({
        ...matter,
        outcome,
        answeredOn: on,
        state: correctingTaskId === undefined ? 'closed' : 'correcting',
        ...(correctingTaskId !== undefined && { taskId: correctingTaskId }),
      }));
    }
    case 'matter-released':
      return changed(kase, fact.matterId, (matter) => ({ ...matter, state: 'closed' }));
    case 'matter-refused':
      return kase;
    default:
      return fact satisfies never;
  }
};
