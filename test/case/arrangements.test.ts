import { describe, expect, it } from 'vitest';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { accept, lastArrangement, openHold, overdue, propose, todayOf, until } from '../builders/arranging.js';
import { missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';

const agreed = (world = overdue()): CaseWorld => {
  propose(world);
  accept(world);
  return world;
};

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
    const world = overdue(909_000);
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
