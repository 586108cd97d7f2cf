import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDay } from '@recourse/domain/calendar/local-time';
import { isFollowUp } from '@recourse/domain/case/case-id';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { amountsOn } from '@recourse/domain/money/arrears';
import { aWorld, missed, paid, tell } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';
import { at, quiet } from '../builders/promising.js';
import { histories, playHistory, type AfterTurn } from '../builders/random-history.js';

/** What a payment does to the ladder (requirements B4, H11), clause by clause, over random histories of payments, reversals, misses, holds and new terms. */
const always = (check: (after: AfterTurn) => void): void =>
  fc.assert(
    fc.property(histories, (history) => {
      playHistory(history, check);
    }),
    { numRuns: 150 },
  );

const order = ['reminder', 'call', 'visit', 'outsourcing', 'legal'];
const rung = (stage: string | undefined): number => order.indexOf(stage ?? '');

test('arrears, days past due and anchor are those of the oldest unpaid day, whatever came in whatever order', () => {
  always(({ world: { kase, position, terms } }) => {
    if (!kase || kase.status === 'closed') return;
    const { arrears, oldestUnpaidDueOn } = amountsOn(position, 'now', allocationOf(terms));
    expect(kase.noted.arrears).toBe(arrears);
    expect(kase.noted.oldestUnpaidDueOn).toBe(oldestUnpaidDueOn);
    if (oldestUnpaidDueOn) expect(kase.anchorOn).toBe(oldestUnpaidDueOn);
  });
});

test('a case goes down the ladder for a named cause only, and never by itself', () => {
  always(({ before, facts }) => {
    let from = before?.stage;
    for (const fact of facts) {
      if (fact.type !== 'stage-entered') continue;
      if (from !== 'monitoring' && rung(fact.stage) >= 0 && rung(fact.stage) < rung(from))
        expect(['arrears-reduced', 'borrower-found', 'promise-kept']).toContain(fact.because);
      from = fact.stage;
    }
  });
});

test('with nothing overdue the case is watched or over: what is with others is taken back, and nobody has work about it', () => {
  always(({ world: { kase } }) => {
    if (!kase || kase.status !== 'open' || kase.noted.arrears > kase.terms.tolerance) return;
    const plan = 'ending' in kase.plan ? undefined : kase.plan;
    if (kase.handedTo) return expect(plan?.act?.kind).toMatch(/^(recall|withdraw)-from/);
    expect(kase.stage).toBe('monitoring');
    expect(plan?.act).toBeUndefined();
    const own = kase.openTasks.filter((task) => !isFollowUp(task) && !task.includes('/verification/'));
    expect(own).toEqual([]);
  });
});

test('back from being watched, a case stands no higher than it stood before, and as high as its days say', () => {
  always(({ before, world, facts }) => {
    if (before?.stage !== 'monitoring') return;
    const [entered] = facts.filter((fact) => fact.type === 'stage-entered');
    if (entered?.type !== 'stage-entered' || !entered.from) return;
    const { kase } = world;
    const began = localDay(before.stageEnteredAt ?? '', before.zone);
    const isTakenBack = world.position.payments.some(({ reversedOn = '' }) => reversedOn >= began);
    const isNew = kase !== undefined && kase.anchorOn > began;
    expect(entered.because).toBe(isTakenBack && !isNew ? 'payment-reversed' : 'relapsed');
    if (isNew) expect(entered.stage).toBe('reminder');
    else expect(rung(entered.stage)).toBeLessThanOrEqual(rung(before.lastLadderStage));
    expect(entered.round).toBe(before.round + 1);
  });
});

test('no notice is given again to the same person for arrears it was given for', () => {
  always(({ before, facts }) => {
    const given = [...(before?.notices ?? [])];
    for (const fact of facts) {
      if (fact.type !== 'notice-given') continue;
      const { kind, instalments, personId } = fact.notice;
      const [oldest] = instalments;
      const same = given.filter((notice) => notice.kind === kind && notice.personId === personId);
      if (oldest !== undefined) expect(same.flatMap((notice) => notice.instalments)).not.toContain(oldest);
      given.push(fact.notice);
    }
  });
});

test('money that was taken back before the case was watched is no cause of what comes after', () => {
  const world = aWorld();
  tell(world, missed(world, 2, '2026-01-01'));
  const bounced = { paymentId: 'bounced', reversedOn: '2026-01-12', reason: 'returned' } as const;
  playUntil(world, '2026-01-12T00:00:00.000Z', quiet);
  tell(at(world, '2026-01-12T00:00:00.000Z'), paid(world, 'bounced', 50_000, '2026-01-11'));
  tell(world, { eventId: 'rev', occurredAt: world.now, type: 'payment-reversed', ...bounced });
  playUntil(world, '2026-01-20T00:00:00.000Z', quiet);
  tell(at(world, '2026-01-20T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-01-20'));
  expect(world.kase?.stage).toBe('monitoring');
  const facts = tell(at(world, '2026-01-22T00:00:00.000Z'), missed(world, 1, '2025-12-20'));
  expect(facts).toContainEqual(expect.objectContaining({ type: 'stage-entered', because: 'relapsed' }));
});

test('an older instalment that is told after the cure is a relapse at the stage of its age: nothing was taken back', () => {
  const world = aWorld();
  tell(world, missed(world, 2, '2026-01-01'));
  playUntil(world, '2026-01-20T00:00:00.000Z', quiet);
  tell(at(world, '2026-01-20T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-01-20'));
  expect(world.kase?.stage).toBe('monitoring');
  const facts = tell(at(world, '2026-01-22T00:00:00.000Z'), missed(world, 1, '2025-12-20'));
  expect(facts).toContainEqual(expect.objectContaining({ type: 'stage-entered', stage: 'call', because: 'relapsed' }));
});
