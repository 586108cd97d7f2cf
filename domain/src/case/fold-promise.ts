import type { PromiseMade } from '../arrangements/promise.js';
import type { CaseFact } from './case-facts.js';
import type { CollectionCase } from './collection-case.js';

type OfPromise = Extract<CaseFact, { type: 'promise-made' | 'promise-judged' | 'promise-replaced' }>;

const changed = (kase: CollectionCase, id: string, change: Partial<PromiseMade>): CollectionCase => ({
  ...kase,
  promises: kase.promises.map((promise) => (promise.id === id ? { ...promise, ...change } : promise)),
});

/** What a fact about a promise makes of the case. Older facts lack the terms it is judged by; whoever judges knows what holds then. */
export const foldPromise = (kase: CollectionCase, fact: OfPromise): CollectionCase => {
  switch (fact.type) {
    case 'promise-made':
      return { ...kase, promises: [...kase.promises, fact.promise] };
    case 'promise-judged': {
      const { promiseId, state, at } = fact;
      const older = kase.promises.some(({ id, keptUntil }) => id === promiseId && keptUntil === undefined);
      // As they were folded before: a document that was kept then is still its journal's.
      return changed(kase, promiseId, older && fact.was === undefined ? { state } : { state, foundAt: at });
    }
    case 'promise-replaced':
      return changed(kase, fact.promiseId, { state: 'replaced' });
    default:
      return fact satisfies never;
  }
};
