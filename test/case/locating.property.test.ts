import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { borrowerUnreachable } from '@recourse/domain/case/borrower-unreachable';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { aWorld, missed, seenBy, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';
import { threeFailedCalls } from '../builders/third-party-records.js';
import { loadNumber } from '../builders/unreachable-world.js';

type Happening = 'fails' | 'reached' | 'number' | 'known' | 'answer' | 'held';

const happenings = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 8 }),
    what: fc.constantFrom<Happening>('fails', 'fails', 'reached', 'number', 'known', 'answer', 'held'),
    performs: fc.boolean(),
  }),
  { minLength: 8, maxLength: 24 },
);

const [failed] = threeFailedCalls as [LedgerEntry];
const dial = (world: CaseWorld, connected: boolean, days: number): void => {
  const at = minutesLater(world.now, -days * 1_440);
  const pointId = world.person.points.findLast(({ kind }) => kind === 'mobile')?.pointId ?? 'm1';
  const entry = { ...failed, actId: `dial-${world.n}-${days}`, at, pointId, connected, rightParty: connected };
  world.person = { ...world.person, ledger: [...(world.person.ledger ?? []), entry] };
};

const happen = (world: CaseWorld, what: Happening, nth: number): void => {
  const item = { itemId: `item-${nth}`, at: world.now };
  switch (what) {
    case 'fails':
      for (const days of [2, 1, 0]) dial(world, false, days);
      return void turn(world);
    case 'reached':
      dial(world, true, 0);
      return void turn(world);
    case 'number':
      return loadNumber(world, 'public-register', `m${nth + 2}`);
    case 'known':
      return void turn(world, [{ ...item, kind: 'person-known', personId: 'p1' }]);
    case 'answer': {
      const taskId = world.kase?.openTasks.find((id) => id.includes('/locate-debtor-'));
      if (!taskId) return;
      const outcome = { planId: taskId, actId: taskId, at: world.now, result: 'done' as const };
      return void turn(world, [
        {
          ...item,
          kind: 'task-answer',
          taskId,
          outcome,
          searched: [{ source: 'own-records', found: 'nothing-found' }],
        },
      ]);
    }
    case 'held': {
      const hold = { id: item.itemId, reason: 'dispute' as const, scope: { loan: 'loan-1' }, from: world.now };
      const until = minutesLater(world.now, 3 * 1_440);
      return void turn(world, [
        { ...item, kind: 'hold-reported', hold: { ...hold, stops: ['contact', 'escalation'], until } },
      ]);
    }
    default:
      return what satisfies never;
  }
};

test('whoever is looked for is looked for once at a time and as often as the strategy says; each number is called for once, and the case comes back from it', () => {
  let foundOnce = 0;
  let wentBack = 0;
  fc.assert(
    fc.property(happenings, (history) => {
      const world = aWorld();
      tell(world, missed(world, 1, '2026-01-01'));
      for (const [nth, { days, what, performs }] of history.entries()) {
        const until = minutesLater(world.now, days * 1_440 + 1);
        if (performs) playUntil(world, until, () => 'no-answer');
        if (world.now < until) world.now = until;
        turn(world);
        happen(world, what, nth);

        const { kase } = world;
        const searches = kase?.openTasks.filter((id) => id.includes('/locate-debtor-')) ?? [];
        expect(searches.length).toBeLessThan(2);
        if (searches.length > 0) expect(borrowerUnreachable(seenBy(world))).toBeDefined();
        expect(turn(world), 'a turn without news').toEqual([]);
      }
      const of = (type: string) => world.facts.filter((fact) => fact.type === type);
      const opened = world.facts.flatMap((fact) =>
        fact.type === 'task-opened' && fact.to === 'locate-debtor'
          ? [fact.taskId.split('/').slice(3, 5).join('/')]
          : [],
      );
      expect(new Set(opened).size).toBeLessThan(3);
      expect(of('unreachable-proved')).toHaveLength(opened.length);
      const located = world.facts.flatMap((fact) => (fact.type === 'borrower-located' ? [fact.pointId] : []));
      expect(new Set(located).size).toBe(located.length);
      const back = world.facts.filter((fact) => fact.type === 'stage-entered' && fact.because === 'borrower-found');
      expect(back.length).toBeLessThanOrEqual(located.length);
      foundOnce += Math.min(1, located.length);
      wentBack += back.length;
    }),
    { numRuns: 150 },
  );
  expect(foundOnce).toBeGreaterThan(10);
  expect(wentBack).toBeGreaterThan(0);
});
