import { setTimeout as sleep } from 'node:timers/promises';
import type { BeginResult } from '@recourse/activities/contact/contact-store';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import { stopContact } from '@recourse/activities/tenant/stop-contact';
import type { Collections } from '@recourse/infra/mongo/collections';
import { mongoContactStore } from '@recourse/infra/mongo/mongo-contact-store';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aDeskCall, aLoan, aPerson, aTask, beginRules, tenant, ten } from './builders/contact-records.js';
import { Gate } from './builders/gate.js';

const kase = aCase('L1');
const planId = 'ending' in kase.plan ? '' : kase.plan.id;
let world: ContactMongo;
let gate: Gate;

beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  gate = new Gate();
});
afterEach(() => world.close());

const stop = () =>
  stopContact(tenantStore(world.collections), tenant, { by: 'operator/test', at: ten, reason: 'test' });

/** Begins the reminder; the transaction has read the switch and stands still at the gate before its next write. */
async function beginHeld(held: Partial<Collections>): Promise<BeginResult> {
  await world.given({ loans: [aLoan('L1')], cases: [kase], persons: [aPerson(['L1'])] });
  const contacts = mongoContactStore(
    { ...world.mongo, collections: { ...world.collections, ...held } },
    () => new Date(),
  );
  const request = { caseId: kase.caseId, planId, actor: 'worker' };
  return contacts.begin(request, judgeBegin(request, beginRules));
}

/** The collection as it is, but for one method that stops at the gate first. */
function gated<C extends object, M extends keyof C>(collection: C, method: M): C {
  const real = collection[method];
  if (typeof real !== 'function') throw new Error(`${String(method)} is no method`);
  const passing = async (...given: unknown[]): Promise<unknown> => {
    await gate.pass();
    return real.apply(collection, given);
  };
  return Object.assign(Object.create(collection) as C, { [method]: passing });
}

describe('the kill switch beside a begin that read it before it was set', () => {
  it('returns only when what a begin that stood still has written can go out no more', async () => {
    const begun = beginHeld({ acts: gated(world.collections.acts, 'insertOne') });
    await gate.arrived;
    const stopping = stop();

    await sleep(1_500);
    gate.letGo();
    const result = await begun;

    expect(result).toMatchObject({ begun: 'now' });
    expect(await stopping).toEqual({ result: 'stopped', stillSending: 1 });
    expect(Date.now()).toBeGreaterThan(result.begun === 'now' ? result.act.notAfter.getTime() : Infinity);
  });

  it('leaves a begin that had only read no way to commit after it has returned', async () => {
    const begun = beginHeld({ persons: gated(world.collections.persons, 'updateOne') });
    await gate.arrived;

    expect(await stop()).toEqual({ result: 'stopped', stillSending: 0 });
    gate.letGo();

    expect(await begun).toMatchObject({ begun: 'no', withheld: { result: 'deferred', rules: ['BUSY'] } });
    expect(await world.collections.acts.countDocuments()).toBe(0);
  });
});

describe('the kill switch beside acts that have begun', () => {
  const begin = async (by?: string) => {
    const plan = by ? aCase('L1', aDeskCall) : kase;
    await world.given({ loans: [aLoan('L1')], cases: [plan], persons: [aPerson(['L1'])] });
    if (by) await world.collections.tasks.insertOne(aTask(plan, by));
    const request = { caseId: plan.caseId, planId, actor: by ?? 'worker', ...(by && { taskId: planId }) };
    expect(await world.contacts.begin(request, judgeBegin(request, beginRules))).toMatchObject({ begun: 'now' });
  };

  it('waits until no provider starts a message any more, and says of how many it does not know', async () => {
    await begin();
    const { notAfter } = (await world.contacts.act(planId)) ?? { notAfter: new Date(NaN) };

    expect(await stop()).toEqual({ result: 'stopped', stillSending: 1 });
    expect(Date.now()).toBeGreaterThan(notAfter.getTime());
  });

  it('does not count a conversation that somebody has begun', async () => {
    await begin('ana');

    expect(await stop()).toEqual({ result: 'stopped', stillSending: 0 });
  });
});
