import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openHolds } from '@recourse/domain/holds/held-days';
import { histories, playHistory } from '../builders/random-history.js';

const contacts = new Set(['send-reminder', 'place-call', 'arrange-visit', 'place-with-agency', 'refer-to-legal']);

describe('whatever happens to a loan with an arrangement', () => {
  it('nobody collects while it is kept, the ladder stands, and the hold is there for as long and no longer', () => {
    let kept = 0;
    fc.assert(
      fc.property(histories, (history) => {
        playHistory(history, ({ world, before, facts }) => {
          const { kase } = world;
          if (!kase) return;
          const active = kase.arrangements?.filter(({ state }) => state === 'active') ?? [];
          expect(active.length).toBeLessThan(2);
          const holds = openHolds(kase.holds, world.now).filter(({ reason }) => reason === 'repayment-plan');
          expect(holds.length).toBe(active.length);
          if (active.length === 0) return;
          kept += 1;
          expect(kase.status).not.toBe('closed');
          const { plan } = kase;
          if (!('ending' in plan) && plan.act && !plan.awaiting) expect(contacts.has(plan.act.kind)).toBe(false);
          if (!before?.arrangements?.some(({ id, state }) => id === active[0]?.id && state === 'active')) return;
          for (const fact of facts)
            if (fact.type === 'stage-entered')
              expect(['cured', 'arrears-reduced', 'promise-kept']).toContain(fact.because);
        });
      }),
      { numRuns: 250 },
    );
    expect(kept).toBeGreaterThan(100);
  });
});
