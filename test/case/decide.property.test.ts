import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@recourse/domain/case/decide';
import { evolve, unopened } from '@recourse/domain/case/evolve';
import { amountsOn } from '@recourse/domain/money/arrears';
import { seenBy } from '../builders/case-world.js';
import { histories, playHistory } from '../builders/random-history.js';

const runs = { numRuns: 200 };
const contacts = new Set(['send-reminder', 'send-notice', 'place-call', 'arrange-visit']);

describe('whatever happens to a loan', () => {
  it('an open case has exactly one plan, and a closed one its ending', () => {
    fc.assert(
      fc.property(histories, (history) => {
        playHistory(history, ({ world }) => {
          const { kase } = world;
          expect(kase).toBeDefined();
          if (kase) expect('ending' in kase.plan).toBe(kase.status === 'closed');
        });
      }),
      runs,
    );
  });

  it('the fold of its facts is the case', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const world = playHistory(history, () => {});
        expect(world.facts.reduce(evolve, unopened)).toEqual(world.kase);
      }),
      runs,
    );
  });

  it('every change of stage has its fact with a named cause, and climbs one stage or past a screened one', () => {
    const order = ['reminder', 'call', 'visit', 'outsourcing', 'legal'];
    fc.assert(
      fc.property(histories, (history) => {
        playHistory(history, ({ before, world, facts }) => {
          const entered = facts.filter(({ type }) => type === 'stage-entered');
          if (before?.stage !== world.kase?.stage) expect(entered.length).toBeGreaterThan(0);
          let from = before?.stage;
          for (const fact of facts) {
            if (fact.type !== 'stage-entered') continue;
            if (fact.because === 'condition-met' && from && world.kase) {
              const between = order.slice(order.indexOf(from) + 1, order.indexOf(fact.stage));
              for (const skipped of between) expect(world.kase.passedOver).toContain(skipped);
            }
            from = fact.stage;
          }
        });
      }),
      runs,
    );
  });

  it('no step is done twice in a round', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const world = playHistory(history, () => {});
        const done = new Set<string>();
        for (const fact of world.facts) {
          // A number that was found, or another broken promise: its tries count anew.
          if (fact.type === 'alternative-called-in' && fact.again) done.delete(`${fact.round}/${fact.step}`);
          if (fact.type !== 'step-done') continue;
          expect(done).not.toContain(`${fact.round}/${fact.step}`);
          done.add(`${fact.round}/${fact.step}`);
        }
        const tries = world.facts.flatMap((fact) =>
          fact.type === 'contact-concluded' && fact.consumesTry ? fact.planId : [],
        );
        expect(new Set(tries).size).toBe(tries.length);
      }),
      runs,
    );
  });

  it('nobody is contacted while nothing is overdue, or while a hold stops contact', () => {
    fc.assert(
      fc.property(histories, (history) => {
        playHistory(history, ({ world }) => {
          const plan = world.kase?.plan;
          if (!plan || 'ending' in plan || !plan.act || plan.awaiting || !contacts.has(plan.act.kind)) return;
          expect(amountsOn(world.position, 'now').arrears).toBeGreaterThan(0);
          const stopped = world.kase?.holds.filter(
            ({ stops, endedAt, until, scope }) =>
              stops.includes('contact') &&
              !('point' in scope) &&
              (!('person' in scope) || scope.person === world.person.personId) &&
              endedAt === undefined &&
              (until === undefined || until > world.now),
          );
          expect(stopped).toEqual([]);
          expect(plan.act).toMatchObject({ personId: world.person.personId });
        });
      }),
      runs,
    );
  });

  it('a plan is never at or before now for what was just done', () => {
    fc.assert(
      fc.property(histories, (history) => {
        playHistory(history, ({ before, world }) => {
          const now = world.kase?.plan;
          if (!now || 'ending' in now || !before || 'ending' in before.plan) return;
          if (now.id === before.plan.id && now.dueAt <= world.now && now.act && !now.awaiting) {
            const concluded = world.facts.some(
              (fact) => fact.type === 'contact-concluded' && fact.consumesTry && fact.planId === now.id,
            );
            expect(concluded).toBe(false);
          }
        });
      }),
      runs,
    );
  });

  it('the same case, inputs and instant give the same decision, and a turn without news states nothing twice', () => {
    fc.assert(
      fc.property(histories, (history) => {
        playHistory(history, ({ world, facts }) => {
          if (facts.length === 0) return;
          const again = decide(world.kase, world.caseId, [], seenBy(world), world.now);
          expect(again).toEqual(decide(world.kase, world.caseId, [], seenBy(world), world.now));
          expect(again.facts).toEqual([]);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('stays plain JSON under 32 KB', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { kase } = playHistory(history, () => {});
        expect(JSON.parse(JSON.stringify(kase))).toEqual(kase);
        expect(JSON.stringify(kase).length).toBeLessThan(32_768);
      }),
      runs,
    );
  });
});
