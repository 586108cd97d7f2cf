import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { answerTask } from '@recourse/activities/desk/answer-task';
import type { DeskPorts } from '@recourse/activities/desk/desk-ports';
import { leaseTask } from '@recourse/activities/desk/lease-task';
import { startTask } from '@recourse/activities/desk/start-task';
import { planIdOf } from '@recourse/domain/case/case-id';
import { mongoTaskStore } from '@recourse/infra/mongo/mongo-task-store';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aDeskCall, aLoan, aPerson, aTask, beginRules, tenant, ten } from './builders/contact-records.js';

const caseIds = [`${tenant}/L1/1`, `${tenant}/L2/1`] as const;
const [taskId, otherPlan] = caseIds.map((id) => planIdOf(id, 1, 'call-1', 1)) as [string, string];

let world: ContactMongo;
let desk: DeskPorts;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  desk = {
    tasks: mongoTaskStore(world.mongo, () => new Date()),
    contacts: world.contacts,
    vault: { open: async () => '+8613900000001' },
    clock: { now: async () => ({ now: ten, kind: 'test' }), wall: () => new Date() },
    doorbell: { ring: async () => undefined },
    rules: beginRules,
    pause: async () => undefined,
  };
  const plan = { id: taskId, awaiting: 'task' as const, dueAt: '2026-03-02T08:00:00.000Z' };
  const first = aCase('L1', aDeskCall, plan, { openTasks: [taskId] });
  const second = aCase('L2', aDeskCall, { id: otherPlan });
  await world.given({ loans: [aLoan('L1'), aLoan('L2')], cases: [first, second], persons: [aPerson(['L1', 'L2'])] });
  await world.collections.tasks.insertOne(aTask(first, undefined, [second]));
  await leaseTask(desk, taskId, 'ann');
  await startTask(desk, taskId, 'ann');
});
afterEach(() => world.close());

it('a call is answered with what the person asked for; too late, what takes a right back is heard still', async () => {
  const said = async () => (await world.collections.persons.findOne({}))?.said;
  const consent = { wish: 'consent', to: 'medium', channel: 'sms' } as const;
  expect(await answerTask(desk, taskId, 'ann', 'not-verified', undefined, [consent])).toMatchObject({
    refused: 'wish-not-from-them',
  });
  const agreed = {
    wish: 'agreed-time',
    from: '22:00',
    to: '23:00',
    fromDay: '2026-03-02',
    untilDay: '2026-03-02',
  } as const;
  for (const tooMuch of [
    [{ ...agreed, from: '18:59' }],
    [{ ...agreed, fromDay: '2026-04-01', untilDay: '2026-04-30' }],
    [agreed, { ...agreed, from: '18:00', to: '21:01' }],
  ])
    expect(await answerTask(desk, taskId, 'ann', 'refuses', undefined, tooMuch)).toMatchObject({
      refused: 'wish-out-of-bounds',
    });
  expect(await said()).toBeUndefined();

  const notAtWork = { wish: 'inconvenient-place', place: 'work' } as const;
  expect(await answerTask(desk, taskId, 'ann', 'refuses', undefined, [notAtWork])).toEqual({ answered: true });
  const noCalls = { wish: 'opt-out', channel: 'call' } as const;
  expect(await answerTask(desk, taskId, 'ann', 'refuses', undefined, [consent, noCalls])).toMatchObject({
    refused: 'already-answered',
  });

  expect(await said()).toMatchObject({ inconvenientPlaces: ['work'], optOuts: [{ channel: 'call' }], consents: [] });
  const kinds = (await world.items(caseIds[1])).map((item) => (item as { kind: string }).kind);
  expect(kinds).toEqual(['task-answer', 'wishes-told', 'wishes-told']);
});
