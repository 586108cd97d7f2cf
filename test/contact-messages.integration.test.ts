import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { planIdOf } from '@recourse/domain/case/case-id';
import { createActs } from '@recourse/activities/acts/create-acts';
import { actsBench, ownCall, type ActsBench } from './builders/acts-bench.js';
import { aReminder, tenant } from './builders/contact-records.js';

const call = ownCall;
const { caseId, planId } = call;

let bench: ActsBench;
beforeEach(async () => {
  bench = await actsBench(inject('mongoUri'));
});
afterEach(() => bench.world.close());

const given: ActsBench['given'] = (act, plan) => bench.given(act, plan);
const items = () => bench.items();

describe('a reminder', () => {
  it('is sent once about both loans of the person, with their amounts, and waits for its receipt', async () => {
    const { world, providers, acts } = bench;
    await given();
    await acts.sendReminder(call);

    expect(providers.received).toHaveLength(1);
    expect(providers.received[0]?.text).toContain('CNY 2,000.00');
    expect(await world.contacts.act(planId)).toMatchObject({ status: 'accepted', providerRef: `ref:${planId}` });
    expect(await items()).toEqual([]);
  });

  it('repeated by a retried activity is asked about, not sent again', async () => {
    const { providers, acts } = bench;
    await given();
    await acts.sendReminder(call);
    await acts.sendReminder(call);

    expect(providers.received).toHaveLength(1);
  });

  it('whose line drops after sending counts as accepted, because the provider says so', async () => {
    const { world, providers, acts } = bench;
    await given();
    providers.hazards.push('timeout-after-send');
    await acts.sendReminder(call);

    expect(providers.received).toHaveLength(1);
    expect((await world.contacts.act(planId))?.status).toBe('accepted');
  });

  it('that the provider did not take is withheld, does not count, and may be tried anew', async () => {
    const { world, providers, acts, rung } = bench;
    await given();
    providers.hazards.push('unavailable');
    await acts.sendReminder(call);

    expect(await items()).toMatchObject([{ outcome: { result: 'provider-unavailable' } }]);
    expect((await world.collections.persons.findOne({}))?.ledger).toEqual([]);
    expect(rung).toEqual([`${tenant}/L2/1`]);
    await acts.sendReminder(call);
    expect(providers.received).toHaveLength(1);
  });

  it('begun by a worker that died before sending is never sent, once the provider can no longer start it', async () => {
    const { world, providers, acts, passedMs } = bench;
    await given();
    const dead = createActs({
      ...bench.ports,
      messages: { ...providers.messages, send: () => new Promise(() => undefined) },
    });
    void dead.sendReminder(call);
    while (!(await world.contacts.act(planId))) await pause(5);

    await acts.sendReminder(call);

    expect(providers.received).toEqual([]);
    expect(passedMs()).toBeGreaterThan(3_000);
    expect(await items()).toMatchObject([{ outcome: { result: 'provider-unavailable' } }]);
  });

  it('of which nobody can tell is unknown and goes on counting as a conversation', async () => {
    const { world, providers } = bench;
    await given();
    const broken = createActs({
      ...bench.ports,
      messages: { send: providers.messages.send, ask: async () => Promise.reject(new Error('down')) },
    });
    providers.hazards.push('timeout-after-send');
    await broken.sendReminder(call);

    expect(await items()).toMatchObject([{ outcome: { result: 'unknown' } }]);
    expect((await world.collections.persons.findOne({}))?.ledger).toMatchObject([{ open: true, conversation: true }]);
  });

  it('to an address nobody has has failed', async () => {
    await given();
    await createActs({ ...bench.ports, vault: { open: async () => 'bad' } }).sendReminder(call);

    expect(await items()).toMatchObject([{ outcome: { result: 'failed' } }]);
  });

  it('superseded by a payment is told to the case once, whatever the activity repeats, and never sent', async () => {
    const { world, providers, acts } = bench;
    await given();
    await world.collections.loans.updateOne({ loanId: 'L1' }, { $inc: { positionVersion: 1 } });
    await acts.sendReminder(call);
    await acts.sendReminder(call);

    expect(await items()).toMatchObject([{ outcome: { result: 'superseded', positionVersion: 2 } }]);
    expect(providers.received).toEqual([]);
  });

  it('of a plan that is no longer current does nothing at all', async () => {
    const { providers, acts } = bench;
    await given(aReminder, { id: planIdOf(caseId, 1, 'sms-2', 1) });
    await acts.sendReminder(call);

    expect([await items(), providers.received]).toEqual([[], []]);
  });

  it('waits for ingest some seconds and is then deferred', async () => {
    const { world, acts, passedMs } = bench;
    await given();
    await world.collections.watermarks.deleteMany({});
    await acts.sendReminder(call);

    expect(passedMs()).toBeGreaterThan(1_000);
    expect(await items()).toMatchObject([{ outcome: { result: 'deferred', rules: ['INGEST-CURRENT'] } }]);
  });
});
