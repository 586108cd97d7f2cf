import { describe, expect, it } from 'vitest';
import type { MatterCommand } from '@recourse/domain/matters/matter-command';
import { paid, tell, turn } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';
import { inCalls, matterOf, openHolds, raise, refusal, say } from '../builders/raising.js';

describe('an answer', () => {
  it('ends the hold it was for and no other, and collection goes on', () => {
    const world = inCalls();
    const { id } = raise(world);
    raise(world, { kind: 'dispute', channel: 'borrower', ground: 'amount' });
    world.now = '2026-01-20T02:00:00.000Z';
    turn(world, [say(world, { command: 'answer-matter', matterId: id, outcome: 'rejected', on: '2026-01-19' })]);
    expect(openHolds(world)).toEqual(['dispute']);
    expect(matterOf(world, id)).toMatchObject({ state: 'closed', outcome: 'rejected', answeredOn: '2026-01-19' });
    expect(world.kase?.openTasks).not.toContain(matterOf(world, id)?.taskId);
    expect(world.facts.findLast(({ type }) => type === 'matter-answered')).toMatchObject({
      by: 'operator/ann',
      inTime: true,
    });
  });

  it('that finds the loan wrong keeps it held until it is put right', () => {
    const world = inCalls();
    const { id } = raise(world, { kind: 'dispute', channel: 'borrower', ground: 'amount' });
    const upheld = {
      command: 'answer-matter',
      matterId: id,
      outcome: 'upheld',
      on: '2026-01-11',
      corrects: true,
    } as const;
    turn(world, [say(world, upheld)]);
    expect(openHolds(world)).toEqual(['dispute']);
    const taskId = matterOf(world, id)?.taskId ?? '';
    expect(world.facts.findLast(({ type }) => type === 'task-opened')).toMatchObject({ taskId, to: 'put-right' });
    const outcome = { planId: taskId, actId: taskId, at: world.now, result: 'done' as const };
    turn(world, [{ kind: 'task-answer', itemId: 'done/1', at: world.now, taskId, outcome }]);
    expect(openHolds(world)).toEqual([]);
    expect(matterOf(world, id)?.state).toBe('closed');
  });

  it('to a complaint about an agency that is upheld opens a breach', () => {
    const world = inCalls();
    world.kase = {
      ...(world.kase as NonNullable<typeof world.kase>),
      handedTo: { kind: 'agency', id: 'test/loan-1/1/1/a/1', partnerId: 'a', round: 1, since: world.now },
    };
    const { id, placementId } = raise(world, { againstAgency: true });
    expect(placementId).toBe('test/loan-1/1/1/a/1');
    turn(world, [say(world, { command: 'answer-matter', matterId: id, outcome: 'partly-upheld', on: '2026-01-11' })]);
    expect(world.facts.findLast(({ type }) => type === 'breach-opened')).toMatchObject({
      kind: 'complaint-upheld',
      placementId,
    });
  });

  it.each([
    ['to nothing', { matterId: 'x' }, 'unknown-matter'],
    ['given before it was raised', { on: '2026-01-10' }, 'day-not-possible'],
    ['given tomorrow', { on: '2026-01-12' }, 'day-not-possible'],
    ['that rejects it and corrects the loan', { corrects: true }, 'nothing-to-correct'],
  ] as const)('%s is not taken', (_, how, because) => {
    const world = inCalls();
    const { id } = raise(world);
    turn(world, [
      say(world, { command: 'answer-matter', matterId: id, outcome: 'rejected', on: '2026-01-11', ...how }),
    ]);
    expect(refusal(world)).toMatchObject({ command: 'answer-matter', because });
    expect(openHolds(world)).toEqual(['complaint']);
  });

  it.each([
    ['is said to be late before it is taken', '2026-01-27', ['2026-01-26']],
    ['was in time when it was given by then, though told of later', '2026-01-26', []],
  ])('in the first turn after its day %s', (_, on, missed) => {
    const world = inCalls();
    const { id } = raise(world);
    world.now = '2026-01-27T02:00:00.000Z';
    const { length } = world.facts;
    turn(world, [say(world, { command: 'answer-matter', matterId: id, outcome: 'upheld', on, corrects: true })]);
    const facts = world.facts.slice(length);
    expect(facts.flatMap((fact) => (fact.type === 'matter-overdue' ? [fact.dueOn] : []))).toEqual(missed);
    expect(facts.find(({ type }) => type === 'matter-answered')).toMatchObject({ inTime: missed.length === 0 });
    expect(world.kase?.openTasks).toEqual([matterOf(world, id)?.taskId]);
  });

  it('that nobody gave is said to be missing, though it is taken back in the first turn after its day', () => {
    const world = inCalls();
    const { id } = raise(world);
    world.now = '2026-01-27T02:00:00.000Z';
    turn(world, [say(world, { command: 'release-matter', matterId: id, because: 'withdrawn' })]);
    expect(world.facts.filter(({ type }) => type === 'matter-overdue')).toMatchObject([{ dueOn: '2026-01-26' }]);
    expect(world.kase?.openTasks).toEqual([]);
  });

  it('is given once', () => {
    const world = inCalls();
    const { id } = raise(world);
    const answer: MatterCommand = { command: 'answer-matter', matterId: id, outcome: 'upheld', on: '2026-01-11' };
    turn(world, [say(world, answer)]);
    turn(world, [say(world, answer)]);
    expect(refusal(world)).toMatchObject({ because: 'not-at-that-point' });
  });
});

describe('a loan that is paid while somebody is owed an answer', () => {
  it('keeps its case until the answer is given, and contacts nobody meanwhile', () => {
    const world = inCalls();
    const { id } = raise(world);
    tell(world, paid(world, 'p', 101_000, '2026-01-11'));
    tell(world, { eventId: 'closed', occurredAt: world.now, type: 'loan-closed', reason: 'paid-off' });
    expect(world.kase?.status).toBe('open');
    const done = playUntil(world, '2026-02-20T00:00:00.000Z', () => 'delivered');
    expect(done).toEqual([]);
    expect(world.facts.some(({ type }) => type === 'matter-overdue')).toBe(true);
    world.now = '2026-02-20T02:00:00.000Z';
    turn(world, [say(world, { command: 'answer-matter', matterId: id, outcome: 'upheld', on: '2026-02-20' })]);
    expect(world.kase?.plan).toEqual({ ending: 'paid-off' });
  });

  it('is watched on past the end of monitoring', () => {
    const world = inCalls();
    const { id } = raise(world);
    tell(world, paid(world, 'p', 101_000, '2026-01-11'));
    playUntil(world, '2026-12-20T00:00:00.000Z', () => 'delivered');
    expect(world.kase?.status).toBe('open');
    world.now = '2026-12-20T02:00:00.000Z';
    turn(world, [say(world, { command: 'answer-matter', matterId: id, outcome: 'upheld', on: '2026-12-20' })]);
    expect(world.kase?.plan).toEqual({ ending: 'cured' });
  });
});
