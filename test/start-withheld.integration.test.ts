import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import type { DeskPorts } from '@recourse/activities/desk/desk-ports';
import { leaseTask } from '@recourse/activities/desk/lease-task';
import { startTask } from '@recourse/activities/desk/start-task';
import { mongoTaskStore } from '@recourse/infra/mongo/mongo-task-store';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aDeskCall, aLoan, aPerson, aTask, beginRules } from './builders/contact-records.js';

const taskId = 'test/L1/1/1/call-1/1';
/** Half past midnight in Shanghai. */
const atNight = '2026-03-02T16:30:00.000Z';

let world: ContactMongo;
let desk: DeskPorts;
const rung: string[] = [];

beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  desk = {
    tasks: mongoTaskStore(world.mongo, () => new Date()),
    contacts: world.contacts,
    vault: { open: async () => '+8613900000001' },
    clock: { now: async () => ({ now: atNight, kind: 'test' }), wall: () => new Date() },
    doorbell: { ring: async (caseId) => void rung.push(caseId) },
    rules: beginRules,
    pause: async () => undefined,
  };
  const plan = { id: taskId, awaiting: 'task' as const, dueAt: '2026-03-03T08:00:00.000Z' };
  const kase = aCase('L1', aDeskCall, plan, { openTasks: [taskId] });
  await world.given({ loans: [aLoan('L1')], cases: [kase], persons: [aPerson(['L1'])] });
  await world.collections.tasks.insertOne({ ...aTask(kase, undefined), deadline: '2026-03-03T08:00:00.000Z' });
  await world.collections.tenants.updateOne({}, { $set: { 'clock.now': atNight } });
});
afterEach(() => world.close());

it('a call the law does not let a collector begin is told to the case with every rule asked, once for each reason', async () => {
  await leaseTask(desk, taskId, 'ann');

  for (const _ of [1, 2])
    expect(await startTask(desk, taskId, 'ann')).toMatchObject({
      refused: 'withheld',
      withheld: { result: 'deferred' },
    });

  const night = expect.objectContaining({ rule: 'CN-TIME-1', verdict: 'defer' });
  expect(await world.items('test/L1/1')).toMatchObject([
    { kind: 'start-withheld', by: 'ann', outcome: { gate: { answers: expect.arrayContaining([night]) } } },
  ]);
  expect(rung).toContain('test/L1/1');
});
