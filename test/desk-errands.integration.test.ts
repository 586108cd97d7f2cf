import { planIdOf } from '@recourse/domain/case/case-id';
import { completeTask } from '@recourse/activities/desk/complete-task';
import type { DeskPorts } from '@recourse/activities/desk/desk-ports';
import { leaseTask } from '@recourse/activities/desk/lease-task';
import { startTask } from '@recourse/activities/desk/start-task';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aDeskCall, aLoan, aPerson, aTask, tenant, ten } from './builders/contact-records.js';
import { deskPorts } from './builders/desk-ports.js';

const caseIds = [`${tenant}/L1/1`] as const;
const taskId = planIdOf(caseIds[0], 1, 'call-1', 1);

let world: ContactMongo;
let desk: DeskPorts;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  desk = deskPorts(world, () => ten);
  await world.given({
    loans: [aLoan('L1')],
    cases: [aCase('L1', aDeskCall, { id: taskId })],
    persons: [aPerson(['L1'])],
  });
});
afterEach(() => world.close());

describe('a task', () => {
  it('that contacts nobody is completed, once, by nobody but who holds it', async () => {
    const followUp = {
      ...aTask(aCase('L1'), undefined),
      _id: `${taskId}/send-proof`,
      kind: 'follow-up' as const,
      covers: [{ caseId: caseIds[0], loanId: 'L1', planId: `${taskId}/send-proof` }],
    };
    await world.collections.tasks.insertOne(followUp);

    expect(await startTask(desk, followUp._id, 'ann')).toEqual({ started: false, refused: 'not-a-contact' });
    expect(await leaseTask(desk, followUp._id, 'ann')).toMatchObject({ leased: true });
    expect(await completeTask(desk, followUp._id, 'bob')).toEqual({ completed: false, refused: 'leased-by-another' });
    expect(await completeTask(desk, followUp._id, 'ann')).toEqual({ completed: true });
    expect(await completeTask(desk, followUp._id, 'ann')).toEqual({ completed: false, refused: 'already-answered' });
    expect(await world.items(caseIds[0])).toMatchObject([
      { kind: 'task-answer', taskId: followUp._id, outcome: { result: 'done' } },
    ]);
  });

  it('to look for a borrower is answered by what each source told, once a source', async () => {
    const search = {
      ...aTask(aCase('L1'), undefined),
      _id: planIdOf(caseIds[0], 1, 'locate-debtor-1', 1),
      kind: 'locate-debtor' as const,
    };
    await world.collections.tasks.insertOne(search);
    const inVain = { source: 'own-records', found: 'nothing-found' } as const;

    for (const told of [[], [inVain, { ...inVain, found: 'number-found' } as const]])
      expect(await completeTask(desk, search._id, 'ann', told)).toEqual({
        completed: false,
        refused: 'sources-not-told',
      });
    expect(await world.items(caseIds[0])).toEqual([]);
    expect(await completeTask(desk, search._id, 'ann', [inVain])).toEqual({ completed: true });
    expect(await world.items(caseIds[0])).toMatchObject([
      { kind: 'task-answer', taskId: search._id, outcome: { result: 'done' }, searched: [inVain] },
    ]);
  });

  it('that is no search tells of no sources', async () => {
    const followUp = { ...aTask(aCase('L1'), undefined), _id: `${taskId}/send-proof`, kind: 'follow-up' as const };
    await world.collections.tasks.insertOne(followUp);

    expect(await completeTask(desk, followUp._id, 'ann', [{ source: 'own-records', found: 'nothing-found' }])).toEqual({
      completed: false,
      refused: 'not-a-search',
    });
    expect(await world.items(caseIds[0])).toEqual([]);
  });

  it('to find out who somebody is is closed by loading the person, not by saying so', async () => {
    const verify = {
      ...aTask(aCase('L1'), undefined),
      _id: planIdOf(caseIds[0], 1, 'verify-p1', 1),
      kind: 'verify-person' as const,
    };
    await world.collections.tasks.insertOne(verify);

    expect(await completeTask(desk, verify._id, 'ann')).toEqual({ completed: false, refused: 'closed-by-loading' });

    expect(await world.items(caseIds[0])).toEqual([]);
    expect((await world.collections.tasks.findOne({ _id: verify._id }))?.answeredBy).toBeUndefined();
  });
});
