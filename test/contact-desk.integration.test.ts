import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { planIdOf } from '@recourse/domain/case/case-id';
import { answerTask } from '@recourse/activities/desk/answer-task';
import type { DeskPorts } from '@recourse/activities/desk/desk-ports';
import { handBackTask } from '@recourse/activities/desk/hand-back-task';
import { leaseTask } from '@recourse/activities/desk/lease-task';
import { listTasks } from '@recourse/activities/desk/list-tasks';
import { startTask } from '@recourse/activities/desk/start-task';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { deskPorts } from './builders/desk-ports.js';
import { aCase, aDeskCall, aLoan, aPerson, aTask, tenant, ten } from './builders/contact-records.js';

const caseIds = [`${tenant}/L1/1`, `${tenant}/L2/1`] as const;
const [taskId, otherPlan] = caseIds.map((id) => planIdOf(id, 1, 'call-1', 1)) as [string, string];

let world: ContactMongo;
let desk: DeskPorts;
let now: string;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  now = ten;
  desk = deskPorts(world, () => now);
  const first = aCase(
    'L1',
    aDeskCall,
    { id: taskId, awaiting: 'task', dueAt: '2026-03-02T08:00:00.000Z' },
    { openTasks: [taskId] },
  );
  const second = aCase('L2', aDeskCall, { id: otherPlan });
  await world.given({ loans: [aLoan('L1'), aLoan('L2')], cases: [first, second], persons: [aPerson(['L1', 'L2'])] });
  await world.collections.tasks.insertOne(aTask(first, undefined, [second]));
});
afterEach(() => world.close());

const startAs = async (by: string) => {
  await leaseTask(desk, taskId, by);
  return startTask(desk, taskId, by);
};

describe('a task', () => {
  it('of two loans is one conversation with an answer in both cases', async () => {
    const started = await startAs('ann');
    expect(started).toMatchObject({
      started: true,
      to: '+8613900000001',
      loans: [{ loanId: 'L1', arrears: 100_000 }, { loanId: 'L2' }],
    });

    // Half of it for each: both owe the same.
    const promise = { promise: { amount: 100_001, by: '2026-03-05' } };
    expect(await answerTask(desk, taskId, 'ann', 'promise', promise)).toEqual({ answered: true });

    expect(await world.collections.acts.countDocuments()).toBe(1);
    expect(await world.items(caseIds[0])).toMatchObject([
      {
        kind: 'task-answer',
        taskId,
        outcome: { planId: taskId, code: 'promise', details: { promise: { amount: 50_001, by: '2026-03-05' } } },
      },
    ]);
    expect(await world.items(caseIds[1])).toMatchObject([
      {
        kind: 'task-answer',
        taskId,
        outcome: { planId: otherPlan, details: { promise: { amount: 50_000, by: '2026-03-05' } } },
      },
    ]);
    expect(await desk.tasks.task(taskId)).toMatchObject({ answeredBy: 'ann', code: 'promise' });
    expect(await listTasks(desk, tenant)).toEqual([]);
  });

  it.each([
    ['a day that is past', { promise: { amount: 100_000, by: '2026-03-01' } }, 'day-in-the-past'],
    ['nothing', { promises: [{ amount: 0, by: '2026-03-05' }] }, 'not-an-amount'],
    ['more than is owed', { promise: { amount: 2_000_000, by: '2026-03-05' } }, 'above-the-debt'],
    ['a day next summer', { promise: { amount: 100_000, by: '2026-08-05' } }, 'too-far-ahead'],
  ])('that is answered with a promise of %s is refused at once, and waits for another answer', async (...row) => {
    const [, said, refused] = row;
    await startAs('ann');
    expect(await answerTask(desk, taskId, 'ann', 'promise', said)).toEqual({
      answered: false,
      refused,
      recorded: false,
    });
    expect(await world.items(caseIds[0])).toEqual([]);
    const better = { promise: { amount: 100_000, by: '2026-03-05' } };
    expect(await answerTask(desk, taskId, 'ann', 'promise', better)).toEqual({ answered: true });
    expect(await world.items(caseIds[0])).toHaveLength(1);
  });

  it('is started by one of two who lease it at once', async () => {
    const leases = await Promise.all(['ann', 'bob'].map((by) => leaseTask(desk, taskId, by)));

    expect(leases.filter(({ leased }) => leased)).toHaveLength(1);
    expect(leases.find(({ leased }) => !leased)).toEqual({ leased: false, refused: 'leased-by-another' });
  });

  it('can be leased by another once the lease has run out, and the first can no longer start it', async () => {
    await leaseTask(desk, taskId, 'ann');
    now = '2026-03-02T02:31:00.000Z';
    await world.collections.tenants.updateOne({}, { $set: { clock: { kind: 'test', now } } });

    expect(await startTask(desk, taskId, 'ann')).toEqual({ started: false, refused: 'lease-not-held' });
    expect(await leaseTask(desk, taskId, 'bob')).toMatchObject({ leased: true });
  });

  it('cannot be started without its lease', async () => {
    expect(await startTask(desk, taskId, 'ann')).toEqual({ started: false, refused: 'lease-not-held' });
    expect(await world.collections.acts.countDocuments()).toBe(0);
  });

  it('handed back is free for another; started it is not handed back', async () => {
    await leaseTask(desk, taskId, 'ann');
    expect(await handBackTask(desk, taskId, 'bob')).toEqual({ handedBack: false, refused: 'lease-not-held' });
    expect(await handBackTask(desk, taskId, 'ann')).toEqual({ handedBack: true });
    await startAs('bob');
    expect(await handBackTask(desk, taskId, 'bob')).toEqual({ handedBack: false, refused: 'already-started' });
  });

  it('started twice begins once', async () => {
    await leaseTask(desk, taskId, 'ann');
    const twice = await Promise.all([startTask(desk, taskId, 'ann'), startTask(desk, taskId, 'ann')]);

    expect(twice.filter(({ started }) => started)).toHaveLength(1);
    expect(twice).toContainEqual({ started: false, refused: 'already-started' });
  });

  it('answered twice is answered once', async () => {
    await startAs('ann');
    await answerTask(desk, taskId, 'ann', 'no-answer');

    expect(await answerTask(desk, taskId, 'ann', 'promise')).toEqual({
      answered: false,
      refused: 'already-answered',
      recorded: false,
    });
    expect(await answerTask(desk, taskId, 'bob', 'promise')).toMatchObject({
      answered: false,
      refused: 'leased-by-another',
    });
  });

  it('is not answered before it was started', async () => {
    expect(await answerTask(desk, taskId, 'ann', 'promise')).toEqual({
      answered: false,
      refused: 'not-started',
      recorded: false,
    });
  });

  it('answered after its case has closed it is refused, but the contact is on record', async () => {
    await startAs('ann');
    await world.collections.tasks.updateOne({}, { $set: { status: 'closed', closedBecause: 'missed' } });

    expect(await answerTask(desk, taskId, 'ann', 'refuses')).toEqual({
      answered: false,
      refused: 'task-closed',
      recorded: true,
    });
    expect((await world.collections.persons.findOne({}))?.ledger).toMatchObject([{ open: false, conversation: true }]);
  });

  it('is withheld when a payment has come that the case has not read, and stays open', async () => {
    await leaseTask(desk, taskId, 'ann');
    await world.collections.loans.updateOne({ loanId: 'L1' }, { $inc: { positionVersion: 1 } });

    expect(await startTask(desk, taskId, 'ann')).toMatchObject({
      started: false,
      refused: 'withheld',
      withheld: { result: 'superseded' },
    });
    expect(await world.items(caseIds[0])).toMatchObject([
      { kind: 'start-withheld', by: 'ann', outcome: { result: 'superseded' } },
    ]);
    expect(await listTasks(desk, tenant, 'call')).toHaveLength(1);
  });

  it('is free again when the number could not be opened, and nothing counts', async () => {
    await leaseTask(desk, taskId, 'ann');
    const closed = { ...desk, vault: { open: async () => Promise.reject(new Error('no key')) } };

    await expect(startTask(closed, taskId, 'ann')).rejects.toThrow('no key');

    expect((await world.collections.persons.findOne({}))?.ledger).toEqual([]);
    expect(await startTask(desk, taskId, 'ann')).toMatchObject({ started: true });
    expect(await answerTask(desk, taskId, 'ann', 'no-answer')).toEqual({ answered: true });
    expect(await world.items(caseIds[0])).toHaveLength(1);
  });
});
