import { answerTask } from '@recourse/activities/desk/answer-task';
import { completeTask } from '@recourse/activities/desk/complete-task';
import type { DeskPorts } from '@recourse/activities/desk/desk-ports';
import { leaseTask } from '@recourse/activities/desk/lease-task';
import { startTask } from '@recourse/activities/desk/start-task';
import { createTakeTurn } from '@recourse/activities/turn/take-turn';
import { planIdOf, tenantKey } from '@recourse/domain/case/case-id';
import { mongoTurnStore } from '@recourse/infra/mongo/turn-store';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aDeskCall, aLoan, aPerson, aTask, policies, tenant, ten } from './builders/contact-records.js';
import { deskPorts } from './builders/desk-ports.js';

const caseIds = [`${tenant}/L1/1`, `${tenant}/L2/1`] as const;
const [taskId, otherPlan] = caseIds.map((id) => planIdOf(id, 1, 'call-1', 1)) as [string, string];

let world: ContactMongo;
let desk: DeskPorts;
let turn: (caseId: string) => Promise<unknown>;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  desk = deskPorts(world, () => ten);
  const takeTurn = createTakeTurn({
    turnStore: mongoTurnStore(world.mongo.connection, world.collections),
    policies,
    doorbell: { ring: async () => undefined },
  });
  turn = (caseId) => takeTurn({ caseId });
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

const openHoldsOf = async (loanId: string): Promise<string[]> => {
  const loan = await world.collections.loans.findOne({ _id: tenantKey(tenant, loanId) });
  return (loan?.holds ?? []).flatMap(({ reason, endedAt }) => (endedAt === undefined ? [reason] : []));
};

it('proof that a borrower of two loans asks for is work in both cases, and sending it for one lets go of that one alone', async () => {
  await leaseTask(desk, taskId, 'ann');
  await startTask(desk, taskId, 'ann');
  expect(await answerTask(desk, taskId, 'ann', 'asks-proof')).toEqual({ answered: true });
  for (const caseId of caseIds) await turn(caseId);
  expect([await openHoldsOf('L1'), await openHoldsOf('L2')]).toEqual([['proof-requested'], ['proof-requested']]);

  expect(await completeTask(desk, `${taskId}/send-proof`, 'ann')).toEqual({ completed: true });
  for (const caseId of caseIds) await turn(caseId);

  expect([await openHoldsOf('L1'), await openHoldsOf('L2')]).toEqual([[], ['proof-requested']]);
  expect(await desk.tasks.task(`${taskId}/send-proof`)).toMatchObject({ status: 'closed', closedBecause: 'answered' });
  expect(await desk.tasks.task(`${otherPlan}/send-proof`)).toMatchObject({ status: 'open' });
});
