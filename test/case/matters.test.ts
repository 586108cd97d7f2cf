import { describe, expect, it } from 'vitest';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { MatterCommand } from '@recourse/domain/matters/matter-command';
import { tell, turn, type CaseWorld } from '../builders/case-world.js';
import { perform, playUntil } from '../builders/play-case.js';
import { inCalls, matterOf, openHolds, raise, refusal, say } from '../builders/raising.js';

const disputeTold = (world: CaseWorld): LoanFact => ({
  eventId: 'dispute-1',
  occurredAt: world.now,
  type: 'dispute-raised',
  channel: 'borrower',
  ground: 'amount',
  raisedOn: '2026-01-10',
});

describe('a complaint that our staff enters', () => {
  it('is due by the law of the place, holds the person, and is somebody’s work until then', () => {
    const world = inCalls();
    const { id, taskId } = raise(world);
    expect(matterOf(world, id)).toMatchObject({
      state: 'open',
      dueOn: '2026-01-26',
      rule: 'CN-CPL-1',
      channel: 'regulator',
    });
    expect(world.kase?.holds.at(-1)).toMatchObject({ id, reason: 'complaint', scope: { person: 'p1' } });
    const opened = world.facts.findLast(({ type }) => type === 'task-opened');
    // The last day is 26 January in Shanghai; it is late from its end.
    expect(opened).toMatchObject({ taskId, to: 'answer-complaint', deadline: '2026-01-26T16:00:00.000Z' });
  });

  it.each([
    ['lies ahead', { raisedOn: '2026-01-12' }, 'day-not-possible'],
    ['lies more than a year back', { raisedOn: '2025-01-09' }, 'day-not-possible'],
    ['has the ground of a dispute', { ground: 'not-mine' }, 'ground-of-another-kind'],
    ['is about an agency and none has the loan', { againstAgency: true }, 'not-with-an-agency'],
  ] as const)('is not taken when it %s', (_, how, because) => {
    const world = inCalls();
    expect(() => raise(world, how)).toThrow('nothing was raised');
    expect(refusal(world)).toMatchObject({ command: 'raise-matter', because });
    expect(openHolds(world)).toEqual([]);
  });
});

describe('the day of an answer', () => {
  it('moves by what the law gives for its ground, once, and the work with it', () => {
    const world = inCalls();
    const { id, taskId } = raise(world);
    world.now = '2026-01-25T02:00:00.000Z';
    const extend: MatterCommand = { command: 'extend-matter', matterId: id, ground: 'complex', toldOn: '2026-01-25' };
    turn(world, [say(world, extend)]);
    expect(matterOf(world, id)).toMatchObject({ dueOn: '2026-02-10', state: 'open' });
    expect(world.kase?.openTasks).not.toContain(taskId);
    expect(world.kase?.openTasks).toContain(matterOf(world, id)?.taskId);
    turn(world, [say(world, extend)]);
    expect(refusal(world)).toMatchObject({ because: 'used-already' });
    expect(matterOf(world, id)?.dueOn).toBe('2026-02-10');
  });

  it.each([
    ['on a ground the law does not name', { ground: 'busy' }, '2026-01-25', 'unknown-ground'],
    ['before they were told', { ground: 'complex', toldOn: '2026-01-26' }, '2026-01-25', 'day-not-possible'],
    ['when it is over', { ground: 'complex' }, '2026-01-27', 'granted-too-late'],
  ])('does not move %s', (_, how, on, because) => {
    const world = inCalls();
    const { id } = raise(world);
    world.now = `${on}T02:00:00.000Z`;
    turn(world, [say(world, { command: 'extend-matter', matterId: id, toldOn: '2026-01-25', ...how })]);
    expect(refusal(world)).toMatchObject({ command: 'extend-matter', because });
    expect(matterOf(world, id)?.dueOn).toBe('2026-01-26');
  });

  const ask = { command: 'extend-matter', ground: 'very-complex', toldOn: '2026-01-25' } as const;
  const complainedOf = () => {
    const world = inCalls();
    const { id: matterId } = raise(world);
    world.now = '2026-01-25T02:00:00.000Z';
    return { world, matterId };
  };

  it('waits for the leave the law asks for, and moves when somebody else gives it', () => {
    const { world, matterId } = complainedOf();
    turn(world, [say(world, { ...ask, matterId })]);
    expect(refusal(world)).toBeUndefined();
    expect(matterOf(world, matterId)).toMatchObject({ dueOn: '2026-01-26', asked: { by: 'operator/ann' } });
    const approve: MatterCommand = { command: 'approve-extension', matterId };
    for (const same of ['operator/ann', 'operator/ann/as/boss']) {
      turn(world, [say(world, approve, same)]);
      expect(refusal(world)).toMatchObject({ command: 'approve-extension', because: 'approver-is-asker' });
      expect(matterOf(world, matterId)?.dueOn).toBe('2026-01-26');
    }
    world.now = '2026-01-26T02:00:00.000Z';
    turn(world, [say(world, approve, 'operator/boss')]);
    expect(matterOf(world, matterId)).toMatchObject({
      dueOn: '2026-02-25',
      extensions: [{ by: 'operator/ann', on: '2026-01-26', toldOn: '2026-01-25', approvedBy: 'operator/boss' }],
    });
    expect(matterOf(world, matterId)?.asked).toBeUndefined();
    turn(world, [say(world, approve, 'operator/boss')]);
    expect(refusal(world)).toMatchObject({ because: 'nothing-asked' });
  });

  it('stays when the leave is declined by somebody else, for a reason; it may be asked for anew', () => {
    const { world, matterId } = complainedOf();
    const decline: MatterCommand = { command: 'decline-extension', matterId, because: 'can-be-answered' };
    turn(world, [say(world, decline, 'operator/boss')]);
    expect(refusal(world)).toMatchObject({ command: 'decline-extension', because: 'nothing-asked' });
    turn(world, [say(world, { ...ask, matterId })]);
    turn(world, [say(world, decline, 'operator/ann/as/boss')]);
    expect(refusal(world)).toMatchObject({ command: 'decline-extension', because: 'approver-is-asker' });
    expect(matterOf(world, matterId)?.asked).toBeDefined();
    const before = matterOf(world, matterId);

    turn(world, [say(world, decline, 'operator/boss')]);

    expect(world.facts.at(-1)).toMatchObject({
      type: 'matter-extension-declined',
      matterId,
      because: 'can-be-answered',
      by: 'operator/boss',
    });
    const { asked: _declined, ...rest } = before ?? {};
    expect(matterOf(world, matterId)).toEqual(rest);
    turn(world, [say(world, { command: 'approve-extension', matterId }, 'operator/boss')]);
    expect(refusal(world)).toMatchObject({ because: 'nothing-asked' });
    turn(world, [say(world, { ...ask, matterId })]);
    expect(matterOf(world, matterId)?.asked).toMatchObject({ by: 'operator/ann' });
  });

  it('does not move when leave comes after it is over', () => {
    const { world, matterId } = complainedOf();
    turn(world, [say(world, { ...ask, matterId })]);
    world.now = '2026-01-27T02:00:00.000Z';
    turn(world, [say(world, { command: 'approve-extension', matterId }, 'operator/boss')]);
    expect(refusal(world)).toMatchObject({ because: 'granted-too-late' });
    expect(matterOf(world, matterId)?.dueOn).toBe('2026-01-26');
  });

  it('is not asked for when it would not move with leave either', () => {
    const { world, matterId } = complainedOf();
    world.now = '2026-01-27T02:00:00.000Z';
    turn(world, [say(world, { ...ask, matterId })]);
    expect(refusal(world)).toMatchObject({ because: 'granted-too-late' });
    expect(matterOf(world, matterId)?.asked).toBeUndefined();
  });

  it('is by practice where no law gives one, and no law moves it then', () => {
    const world = inCalls();
    const { id } = raise(world, { kind: 'dispute', channel: 'borrower', ground: 'amount' });
    expect(matterOf(world, id)).toMatchObject({ dueOn: '2026-01-26' });
    expect(matterOf(world, id)?.rule).toBeUndefined();
    turn(world, [say(world, { command: 'extend-matter', matterId: id, ground: 'complex', toldOn: '2026-01-11' })]);
    expect(refusal(world)).toMatchObject({ because: 'no-extension-by-law' });
  });

  it('is watched on a loan that was sold too: the soonest of two days is looked at, not that of the first raised', () => {
    const world = inCalls();
    const { id } = raise(world);
    turn(world, [say(world, { command: 'extend-matter', matterId: id, ground: 'complex', toldOn: '2026-01-11' })]);
    tell(world, { eventId: 'sold', occurredAt: world.now, type: 'loan-closed', reason: 'sold' });
    expect(world.kase?.plan).toMatchObject({ dueAt: '2026-02-10T16:00:00.000Z' });
    raise(world, { kind: 'dispute', channel: 'borrower', ground: 'amount' });
    expect(world.kase?.matters).toMatchObject([{ dueOn: '2026-02-10' }, { dueOn: '2026-01-26' }]);
    expect(world.kase?.plan).toMatchObject({ dueAt: '2026-01-26T16:00:00.000Z', because: 'an answer is owed' });
  });

  it('is never missed in silence: the case wakes at its end, says so once, and gives somebody else the work', () => {
    const world = inCalls();
    const { id } = raise(world);
    playUntil(world, '2026-02-20T00:00:00.000Z', () => 'delivered');
    const late = world.facts.filter(({ type }) => type === 'matter-overdue');
    expect(late).toMatchObject([{ at: '2026-01-26T16:00:00.000Z', matterId: id, dueOn: '2026-01-26' }]);
    expect(world.facts.filter((fact) => fact.type === 'task-opened' && fact.to === 'missed-answer')).toHaveLength(1);
    world.now = '2026-02-20T02:00:00.000Z';
    turn(world, [say(world, { command: 'answer-matter', matterId: id, outcome: 'rejected', on: '2026-02-20' })]);
    expect(world.facts.findLast(({ type }) => type === 'matter-answered')).toMatchObject({ inTime: false });
    expect(world.kase?.openTasks.filter((taskId) => /answer/.test(taskId))).toEqual([]);
  });
});

describe('a dispute', () => {
  it('told by servicing counts from the day it reached the lender, whenever we hear of it', () => {
    const world = inCalls();
    tell(world, disputeTold(world));
    expect(matterOf(world, 'dispute-1')).toMatchObject({
      kind: 'dispute',
      raisedOn: '2026-01-10',
      dueOn: '2026-01-25',
    });
  });

  it('heard in a conversation is one too, on the loan that was spoken of', () => {
    const world = inCalls();
    playUntil(world, '2026-01-12T00:00:00.000Z', () => 'delivered');
    perform(world, 'disputes');
    const raised = world.kase?.matters ?? [];
    expect(raised).toMatchObject([{ kind: 'dispute', channel: 'borrower', ground: 'not-said', state: 'open' }]);
    expect(openHolds(world)).toContain('dispute');
  });

  it('taken back is over without an answer, and lets go', () => {
    const world = inCalls();
    const { id } = raise(world, { kind: 'dispute', channel: 'borrower', ground: 'amount' });
    turn(world, [say(world, { command: 'release-matter', matterId: id, because: 'withdrawn' })]);
    expect(matterOf(world, id)?.state).toBe('closed');
    expect(openHolds(world)).toEqual([]);
  });
});
