import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openHolds } from '@recourse/domain/holds/held-days';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { accept, propose } from '../builders/arranging.js';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';
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

describe('news of an arrangement', () => {
  const told = fc.array(
    fc.record({
      amount: fc.constantFrom(20_000, 33_668, 70_000, 101_000),
      day: fc.integer({ min: 0, max: 66 }),
      /** Days after its value date on which it is told. */
      late: fc.integer({ min: 0, max: 20 }),
      otherwise: fc.integer({ min: 0, max: 20 }),
      kind: fc.constantFrom('payment', 'payment', 'payment', 'payment', 'waiver', 'chargeback'),
      /** Of a chargeback: which of them it takes back. */
      of: fc.nat(5),
    }),
    { maxLength: 6 },
  );
  type Told = { amount: number; day: number; kind: string; of: number };

  const play = (news: readonly (Told & { at: number })[]): CaseWorld => {
    const world = aWorld('2026-01-02T00:00:00.000Z');
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-01-10T02:00:00.000Z', () => 'delivered');
    world.now = '2026-01-10T02:00:00.000Z';
    turn(world);
    propose(world);
    accept(world);
    for (const [nth, { amount, day, kind, of, at }] of news
      .map((each, index) => [index, each] as const)
      .toSorted(([, a], [, b]) => a.at - b.at)) {
      const now = minutesLater('2026-01-10T03:00:00.000Z', at * 1_440);
      if (now > world.now) {
        playUntil(world, now, () => 'delivered');
        world.now = now;
      }
      const on = addDays('2026-01-10', day);
      const waived = { waiverId: `${nth}`, of: { instalment: 1, component: 'principal' as const }, waivedOn: on };
      const head = { eventId: `${kind}-${nth}`, occurredAt: world.now, currency: 'CNY', amount };
      if (kind === 'payment') tell(world, paid(world, `${nth}`, amount, on));
      else if (kind === 'waiver') tell(world, { ...head, type: 'amount-waived', ...waived });
      else tell(world, { ...head, type: 'money-out', outId: `${nth}`, kind: 'chargeback', on, paymentId: `${of}` });
    }
    const end = '2026-04-12T00:00:00.000Z';
    playUntil(world, end, () => 'delivered');
    world.now = end;
    if (world.kase?.status !== 'closed') turn(world);
    return world;
  };

  it('comes to the same whenever it is told: an arrangement is judged by value date', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(told, (drawn) => {
        const soon = play(drawn.map((each) => ({ ...each, at: each.day + each.late })));
        const later = play(drawn.map((each) => ({ ...each, at: each.day + each.otherwise })));
        // A case that was cured meanwhile is closed, and hears no more.
        if (soon.kase?.status === 'closed' || later.kase?.status === 'closed') return;
        const [one, other] = [soon, later].map((world) => world.kase?.arrangements?.map(({ state }) => state));
        expect(other).toEqual(one);
        seen.add(String(one));
        if (String(one) !== 'kept') return;
        const taken = new Map<string, number>();
        for (const { kind, of, amount } of drawn)
          if (kind === 'chargeback') taken.set(`${of}`, (taken.get(`${of}`) ?? 0) + amount);
        // What kept it is there in the end, or was given up.
        const there = drawn.reduce((sum, { kind, amount }, nth) => {
          if (kind === 'waiver') return sum + amount;
          return kind === 'payment' ? sum + Math.max(0, amount - (taken.get(`${nth}`) ?? 0)) : sum;
        }, 0);
        expect(there).toBeGreaterThanOrEqual(101_000);
        if (taken.size > 0) seen.add('kept, though some was taken back');
      }),
      { numRuns: 200 },
    );
    expect([...seen].toSorted()).toEqual(['broken', 'kept', 'kept, though some was taken back']);
  });
});
