import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { planIdOf } from '@recourse/domain/case/case-id';
import { createActs } from '@recourse/activities/acts/create-acts';
import type { MessageChannel } from '@recourse/activities/contact/channels';
import { portfolioStanding } from '@recourse/infra/mongo/portfolio-standing';
import { actsBench, ownCall, type ActsBench } from './builders/acts-bench.js';
import { aReminder, tenant } from './builders/contact-records.js';

const { caseId, planId } = ownCall;

let bench: ActsBench;
beforeEach(async () => {
  bench = await actsBench(inject('mongoUri'));
});
afterEach(() => bench.world.close());

describe('a reminder', () => {
  it('is sent once about both loans of the person, with their amounts, and waits for its receipt', async () => {
    const { world, providers, acts } = bench;
    await bench.given();
    await acts.sendReminder(ownCall);

    expect(providers.received).toHaveLength(1);
    expect(providers.received[0]?.text).toContain('CNY 2,000.00');
    expect(await world.contacts.act(planId)).toMatchObject({ status: 'accepted', providerRef: `ref:${planId}` });
    expect(await bench.items()).toEqual([]);
  });

  it('repeated by a retried activity is asked about, not sent again', async () => {
    const { providers, acts } = bench;
    await bench.given();
    await acts.sendReminder(ownCall);
    await acts.sendReminder(ownCall);

    expect(providers.received).toHaveLength(1);
  });

  it('whose line drops after sending counts as accepted, because the provider says so', async () => {
    const { world, providers, acts } = bench;
    await bench.given();
    providers.hazards.push('timeout-after-send');
    await acts.sendReminder(ownCall);

    expect(providers.received).toHaveLength(1);
    expect((await world.contacts.act(planId))?.status).toBe('accepted');
  });

  it('that the provider did not take is withheld, does not count, and may be tried anew', async () => {
    const { world, providers, acts, rung } = bench;
    await bench.given();
    providers.hazards.push('unavailable');
    await acts.sendReminder(ownCall);

    expect(await bench.items()).toMatchObject([{ outcome: { result: 'provider-unavailable' } }]);
    expect((await world.collections.persons.findOne({}))?.ledger).toEqual([]);
    expect(rung).toEqual([`${tenant}/L2/1`]);
    expect((await portfolioStanding(world.collections, tenant)).contacts).toBe(0);
    await acts.sendReminder(ownCall);
    expect(providers.received).toHaveLength(1);
    expect((await portfolioStanding(world.collections, tenant)).contacts).toBe(1);
  });

  it('begun by a worker that died before sending is never sent, once the provider can no longer start it', async () => {
    const { world, providers, acts, passedMs } = bench;
    await bench.given();
    const dead = createActs({
      ...bench.ports,
      messages: { ...providers.messages, send: () => new Promise(() => undefined) },
    });
    void dead.sendReminder(ownCall);
    while (!(await world.contacts.act(planId))) await pause(5);

    await acts.sendReminder(ownCall);

    expect(providers.received).toEqual([]);
    expect(passedMs()).toBeGreaterThan(3_000);
    expect(await bench.items()).toMatchObject([{ outcome: { result: 'provider-unavailable' } }]);
  });

  it('of which nobody can tell is unknown and goes on counting as a conversation', async () => {
    const { world, providers } = bench;
    await bench.given();
    const broken = createActs({
      ...bench.ports,
      messages: { send: providers.messages.send, ask: async () => Promise.reject(new Error('down')) },
    });
    providers.hazards.push('timeout-after-send');
    await broken.sendReminder(ownCall);

    expect(await bench.items()).toMatchObject([{ outcome: { result: 'unknown' } }]);
    expect((await world.collections.persons.findOne({}))?.ledger).toMatchObject([{ open: true, conversation: true }]);
  });

  it('that is a notice says that it needs a receipt, and has failed where none is told', async () => {
    const { providers } = bench;
    await bench.given({
      kind: 'send-notice',
      purpose: 'legally-required',
      channel: 'email',
      personId: 'p1',
      pointId: 'e1',
      template: 'lawyers-letter',
      notice: 'legal',
    });
    const asked: boolean[] = [];
    const mailServer: MessageChannel = {
      ...providers.messages,
      async send({ needsReceipt }) {
        asked.push(needsReceipt);
        return { result: 'refused', reason: 'tells-no-receipt' };
      },
    };
    await createActs({ ...bench.ports, messages: mailServer }).sendNotice(ownCall);

    expect(asked).toEqual([true]);
    expect(await bench.items()).toMatchObject([{ outcome: { result: 'failed' } }]);
  });

  it('to an address nobody has has failed', async () => {
    await bench.given();
    await createActs({ ...bench.ports, vault: { open: async () => 'bad' } }).sendReminder(ownCall);

    expect(await bench.items()).toMatchObject([{ outcome: { result: 'failed' } }]);
  });

  it('superseded by a payment is told to the case once, whatever the activity repeats, and never sent', async () => {
    const { world, providers, acts } = bench;
    await bench.given();
    await world.collections.loans.updateOne({ loanId: 'L1' }, { $inc: { positionVersion: 1 } });
    await acts.sendReminder(ownCall);
    await acts.sendReminder(ownCall);

    expect(await bench.items()).toMatchObject([{ outcome: { result: 'superseded', positionVersion: 2 } }]);
    expect(providers.received).toEqual([]);
  });

  it('of a plan that is no longer current does nothing at all', async () => {
    const { providers, acts } = bench;
    await bench.given(aReminder, { id: planIdOf(caseId, 1, 'sms-2', 1) });
    await acts.sendReminder(ownCall);

    expect([await bench.items(), providers.received]).toEqual([[], []]);
  });

  it('waits for ingest some seconds and is then deferred', async () => {
    const { world, acts, passedMs } = bench;
    await bench.given();
    await world.collections.watermarks.deleteMany({});
    await acts.sendReminder(ownCall);

    expect(passedMs()).toBeGreaterThan(1_000);
    expect(await bench.items()).toMatchObject([{ outcome: { result: 'deferred', rules: ['INGEST-CURRENT'] } }]);
  });
});
