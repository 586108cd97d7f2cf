import { describe, expect, it } from 'vitest';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import {
  accept,
  command,
  lastArrangement,
  openHold,
  overdue,
  propose,
  refusedBecause,
  todayOf,
  until,
} from '../builders/arranging.js';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';

describe('what somebody wants of an arrangement', () => {
  it('is approved by a second person above a limit, never by who proposed it', () => {
    const world = overdue();
    propose(world, {}, 'collector');
    expect(lastArrangement(world)).toMatchObject({ state: 'offered' });
    command(world, {
      command: 'withdraw-arrangement',
      arrangementId: lastArrangement(world).id,
      because: 'entered-in-error',
    });
    propose(world, { kind: 'hardship' }, 'collector');
    expect(lastArrangement(world)).toMatchObject({ state: 'proposed', needs: 'supervisor' });
    const { id: arrangementId } = lastArrangement(world);
    const approve = (authority: 'collector' | 'manager', actor: string) =>
      command(world, { command: 'approve-arrangement', arrangementId, authority }, actor);
    expect(refusedBecause(accept(world))).toEqual(['not-at-that-point']);
    expect(refusedBecause(approve('manager', 'operator/maker'))).toEqual(['approver-is-proposer']);
    expect(refusedBecause(approve('manager', 'operator/maker/as/checker'))).toEqual(['approver-is-proposer']);
    expect(refusedBecause(approve('collector', 'operator/checker'))).toEqual(['above-authority']);
    expect(refusedBecause(approve('manager', 'operator/checker'))).toEqual([]);
    expect(lastArrangement(world)).toMatchObject({ state: 'offered', approvedBy: 'operator/checker' });
    expect(refusedBecause(approve('manager', 'operator/third'))).toEqual(['not-at-that-point']);
  });

  it('is approved by a second person whatever authority the proposer claims, but up to the mandate of whom the practice lets agree alone', () => {
    for (const asked of [
      { kind: 'hardship' as const },
      { kind: 'settlement' as const, over: 'all' as const, discount: 1_000 },
    ]) {
      const world = aWorld('2026-01-02T00:00:00.000Z');
      tell(world, missed(world, 1, '2026-01-01'));
      world.now = '2026-06-10T02:00:00.000Z';
      turn(world);
      expect(refusedBecause(propose(world, asked, 'manager'))).toEqual([]);
      expect(lastArrangement(world)).toMatchObject({ state: 'proposed', authority: 'manager' });
    }
  });

  it('is refused with a reason when it was signed otherwise than offered, by somebody else, or on another day', () => {
    const world = overdue();
    propose(world);
    expect(refusedBecause(accept(world, { hash: 'f'.repeat(64) }))).toEqual(['not-what-was-offered']);
    expect(refusedBecause(accept(world, { personId: 'p9' }))).toEqual(['not-a-debtor']);
    expect(refusedBecause(accept(world, { on: addDays(todayOf(world), 1) }))).toEqual(['day-not-possible']);
    expect(refusedBecause(accept(world, { on: addDays(todayOf(world), -1) }))).toEqual(['day-not-possible']);
    tell(world, missed(world, 2, todayOf(world)));
    expect(refusedBecause(accept(world))).toEqual(['owed-has-changed']);
    expect(openHold(world)).toEqual([]);
    expect(lastArrangement(world).state).toBe('offered');
  });

  it('counts money that came between proposal and signature', () => {
    const world = overdue();
    propose(world);
    world.now = minutesLater(world.now, 3 * 1_440);
    tell(world, paid(world, 'between', 10_000, todayOf(world)));
    expect(refusedBecause(accept(world))).toEqual([]);
    tell(world, paid(world, 'rest', 91_000, todayOf(world)));
    expect(lastArrangement(world).state).toBe('kept');
  });

  it('lapses when nobody takes the offer in time', () => {
    const world = overdue();
    propose(world);
    until(world, '2026-01-24T15:59:00.000Z');
    expect(lastArrangement(world).state).toBe('offered');
    until(world, '2026-01-24T16:00:00.000Z');
    expect(lastArrangement(world).state).toBe('lapsed');
    expect(refusedBecause(accept(world))).toEqual(['not-at-that-point']);
  });

  it.each<[string, string, string[]]>([
    ['2026-02-09T15:59:00.000Z', 'active', []],
    ['2026-02-09T16:00:00.000Z', 'lapsed', ['offer-lapsed', 'not-at-that-point']],
  ])('an answer is in time by when it was given, not by when our turn comes: %s', (told, state, refused) => {
    const world = overdue();
    propose(world, { kind: 'hardship', firstOn: '2026-02-10' }, 'collector');
    const { id: arrangementId, hash, offerUntil } = lastArrangement(world);
    expect(offerUntil).toBe('2026-02-09T16:00:00.000Z');
    until(world, '2026-02-09T15:00:00.000Z');
    world.now = '2026-02-11T02:00:00.000Z';
    const said = { at: told, kind: 'command' } as const;
    const acceptance = { arrangementId, personId: 'p1', on: '2026-02-09', hash };
    const facts = turn(world, [
      {
        ...said,
        itemId: 'approved',
        actor: 'operator/checker',
        command: { command: 'approve-arrangement', arrangementId, authority: 'manager' },
      },
      {
        ...said,
        itemId: 'accepted',
        actor: 'operator/maker',
        command: { command: 'accept-arrangement', ...acceptance },
      },
    ]);
    expect(refusedBecause(facts)).toEqual(refused);
    expect(lastArrangement(world).state).toBe(state);
  });

  it('is one at a time, and of a loan that is not over', () => {
    const world = overdue();
    propose(world);
    expect(refusedBecause(propose(world))).toEqual(['another-is-open']);
    expect(
      refusedBecause(command(world, { command: 'withdraw-arrangement', arrangementId: 'no', because: 'debtor-asks' })),
    ).toEqual(['unknown-arrangement']);
  });

  it('a settlement that was kept is not asked for either: the rest waits for servicing', () => {
    const world = aWorld('2026-01-02T00:00:00.000Z');
    tell(world, missed(world, 1, '2025-08-01', 100_000, 909_000));
    until(world, '2026-01-10T02:00:00.000Z');
    expect(refusedBecause(propose(world, { kind: 'settlement', over: 'all', instalments: 1 }))).toEqual([
      'nothing-given-up',
    ]);
    const settle = { kind: 'settlement', over: 'all', instalments: 1 } as const;
    expect(refusedBecause(propose(world, { ...settle, discount: 404_001 }))).toEqual(['above-every-authority']);
    expect(refusedBecause(propose(world, { ...settle, discount: 404_000 }))).toEqual([]);
    accept(world);
    const { terms } = lastArrangement(world);
    expect(terms.layout.first).toBe(606_000);
    // What is not due yet is not billed: the money pays what was, the rest of it is credit until servicing books it.
    tell(world, paid(world, 'all', 606_000, todayOf(world)));
    expect(lastArrangement(world).state).toBe('kept');
    expect(until(world, '2026-03-01T00:00:00.000Z')).toEqual([]);
    tell(world, { eventId: 'closed', occurredAt: world.now, type: 'loan-closed', reason: 'settled' });
    expect(world.kase?.status).toBe('closed');
    expect(openHold(world)).toEqual([]);
  });
});

describe('while an arrangement is proposed or offered', () => {
  const escalation = (world: CaseWorld) =>
    world.kase?.holds.filter(({ stops, endedAt }) => stops.includes('escalation') && endedAt === undefined) ?? [];

  it('escalation rests, contact does not, until it is answered or lapses (requirements C7)', () => {
    const world = overdue();
    propose(world);
    expect(escalation(world)).toMatchObject([{ stops: ['escalation'], until: '2026-01-24T16:00:00.000Z' }]);
    expect(until(world, '2026-01-24T15:00:00.000Z')).not.toEqual([]);
    expect(world.kase?.stage).toBe('call');
    until(world, '2026-01-24T16:00:00.000Z');
    expect(escalation(world)).toEqual([]);
  });

  it.each(['withdraw', 'decline', 'accept'] as const)(
    'it goes on, or rests for another reason, at once on: %s',
    (answer) => {
      const world = overdue();
      propose(world, { kind: 'hardship' }, answer === 'decline' ? 'collector' : undefined);
      const { id: arrangementId } = lastArrangement(world);
      expect(escalation(world)).toHaveLength(1);
      if (answer === 'withdraw')
        command(world, { command: 'withdraw-arrangement', arrangementId, because: 'debtor-asks' });
      else if (answer === 'decline')
        command(world, { command: 'decline-arrangement', arrangementId, because: 'too-little' }, 'operator/checker');
      else accept(world);
      expect(escalation(world).map(({ reason }) => reason)).toEqual(answer === 'accept' ? ['repayment-plan'] : []);
    },
  );
});
