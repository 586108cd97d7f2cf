import { describe, expect, it } from 'vitest';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { accept, command, lastArrangement, propose, refusedBecause, todayOf } from '../builders/arranging.js';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';

/** 101,000 fen overdue since 2026-01-01; a plan of 33,666 33,666 33,668 from 2026-01-17. */
const overdue = (): CaseWorld => {
  const world = aWorld('2026-01-02T00:00:00.000Z');
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, '2026-01-10T02:00:00.000Z', () => 'delivered');
  world.now = '2026-01-10T02:00:00.000Z';
  turn(world);
  return world;
};

const agreed = (world = overdue()): CaseWorld => {
  propose(world);
  accept(world);
  return world;
};

const until = (world: CaseWorld, at: string): string[] => {
  const done = playUntil(world, at, () => 'delivered').map(({ act }) => act);
  if (world.now < at) world.now = at;
  turn(world);
  return done;
};

const openHold = (world: CaseWorld) =>
  world.kase?.holds.filter(({ reason, endedAt }) => reason === 'repayment-plan' && endedAt === undefined) ?? [];

describe('an arrangement in a case', () => {
  it('stops collection from its signature on, and the ladder with it (CN-PLAN-3)', () => {
    const world = agreed();
    expect(lastArrangement(world)).toMatchObject({ state: 'active', acceptedOn: '2026-01-10', acceptedBy: 'p1' });
    expect(openHold(world)).toMatchObject([
      { scope: { loan: 'loan-1' }, stops: ['contact', 'escalation', 'timers', 'legal', 'interest'] },
    ]);
    expect(until(world, '2026-01-22T15:59:00.000Z')).toEqual([]);
    expect(world.kase?.plan).toMatchObject({ because: 'an arrangement is judged', dueAt: '2026-01-22T16:00:00.000Z' });
  });

  it('is kept by parts to its end, and then the loan is watched on', () => {
    const world = agreed();
    for (const [nth, day] of ['2026-01-17', '2026-02-17', '2026-03-17'].entries()) {
      until(world, `${day}T04:00:00.000Z`);
      tell(world, paid(world, `${nth}`, nth === 2 ? 33_668 : 33_666, day));
    }
    expect(lastArrangement(world).state).toBe('kept');
    expect(openHold(world)).toEqual([]);
    expect(world.kase?.stage).toBe('monitoring');
  });

  it('is whole one minute before grace and posting time are over, broken at their end, and collection goes on', () => {
    const world = agreed();
    until(world, '2026-01-22T15:59:59.999Z');
    expect(lastArrangement(world).state).toBe('active');
    until(world, '2026-01-22T16:00:00.000Z');
    expect(world.facts).toContainEqual(
      expect.objectContaining({ type: 'arrangement-judged', state: 'broken', missed: '2026-01-17', received: 0 }),
    );
    expect(openHold(world)).toEqual([]);
    expect(until(world, '2026-02-10T00:00:00.000Z')).not.toEqual([]);
  });

  it('that was found broken is turned back by late news of money that came in grace, and collection rests again', () => {
    const world = agreed();
    until(world, '2026-01-25T00:00:00.000Z');
    expect(lastArrangement(world).state).toBe('broken');
    tell(world, paid(world, 'late', 33_666, '2026-01-20'));
    expect(world.facts).toContainEqual(
      expect.objectContaining({ type: 'arrangement-judged', state: 'active', was: 'broken', cause: 'pay-late' }),
    );
    expect(openHold(world)).toHaveLength(1);
    expect(until(world, '2026-02-17T00:00:00.000Z')).toEqual([]);
  });

  it('is mended by money within the days of cure, and not by money after them', () => {
    const mended = agreed();
    until(mended, '2026-01-29T00:00:00.000Z');
    tell(mended, paid(mended, 'cure', 33_666, '2026-01-29'));
    expect(lastArrangement(mended).state).toBe('active');
    const past = agreed();
    until(past, '2026-02-02T00:00:00.000Z');
    tell(past, paid(past, 'after', 33_666, '2026-01-31'));
    expect(lastArrangement(past).state).toBe('broken');
  });

  it('is active again when money that had kept it is taken back in time, and broken when its time is over', () => {
    const world = agreed();
    tell(world, paid(world, 'all', 101_000, '2026-01-12'));
    expect(lastArrangement(world).state).toBe('kept');
    const reversed = { occurredAt: world.now, type: 'payment-reversed', reason: 'returned' } as const;
    tell(world, { ...reversed, eventId: 'rev', paymentId: 'all', reversedOn: '2026-01-13' });
    expect(lastArrangement(world).state).toBe('active');
    expect(openHold(world)).toHaveLength(1);
    until(world, '2026-01-23T00:00:00.000Z');
    expect(lastArrangement(world).state).toBe('broken');
  });

  it('over the arrears is broken by an instalment of the contract that is missed meanwhile', () => {
    const world = agreed();
    until(world, '2026-01-17T04:00:00.000Z');
    tell(world, paid(world, '1', 33_666, '2026-01-17'));
    until(world, '2026-02-02T00:00:00.000Z');
    tell(world, missed(world, 2, '2026-02-01'));
    until(world, '2026-02-07T00:00:00.000Z');
    expect(world.facts).toContainEqual(
      expect.objectContaining({ type: 'arrangement-judged', state: 'broken', missed: '2026-02-01' }),
    );
  });

  it('keeps its case open while it is kept, though nothing is overdue', () => {
    const world = overdue();
    propose(world, { over: 'all', instalments: 24 });
    accept(world);
    tell(world, paid(world, '1', 300_000, todayOf(world)));
    until(world, '2026-06-01T00:00:00.000Z');
    expect(world.kase?.stage).toBe('monitoring');
    expect(world.kase?.status).toBe('open');
    expect(lastArrangement(world).state).toBe('active');
  });

  it('ends with the loan', () => {
    const world = agreed();
    tell(world, { eventId: 'closed', occurredAt: world.now, type: 'loan-closed', reason: 'settled' });
    expect(lastArrangement(world).state).toBe('loan-ended');
    expect(openHold(world)).toEqual([]);
    expect(world.kase?.status).toBe('closed');
  });

  it('takes the place of what was promised before', () => {
    const world = overdue();
    turn(world);
    const outcome = {
      planId: 'test/loan-1/1/1/x/1',
      actId: 'x',
      at: world.now,
      result: 'answered' as const,
      code: 'promise' as const,
      details: { promise: { amount: 101_000, by: addDays(todayOf(world), 2) } },
    };
    turn(world, [{ itemId: 'promised', at: world.now, kind: 'act-outcome', outcome }]);
    const open = world.kase?.promises.filter(({ state }) => state === 'open') ?? [];
    propose(world);
    accept(world);
    expect(world.kase?.promises.map(({ state }) => state)).toEqual(open.map(() => 'replaced'));
    expect(world.kase?.holds.filter(({ reason, endedAt }) => reason === 'promise' && endedAt === undefined)).toEqual(
      [],
    );
  });
});

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
    expect(refusedBecause(approve('collector', 'operator/checker'))).toEqual(['above-authority']);
    expect(refusedBecause(approve('manager', 'operator/checker'))).toEqual([]);
    expect(lastArrangement(world)).toMatchObject({ state: 'offered', approvedBy: 'operator/checker' });
    expect(refusedBecause(approve('manager', 'operator/third'))).toEqual(['not-at-that-point']);
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
    tell(world, missed(world, 1, '2025-08-01'));
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
      propose(world, { kind: 'hardship' }, answer === 'decline' ? 'collector' : 'manager');
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
