import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../contracts/eventually.js';
import { waitUntilRelayed } from '../../../services/cli/src/demo/wait-until-relayed.js';
import { firstSms, giveOverdue, receiptOf, secondSms } from './overdue.js';
import { startGatedStack, type GatedStack } from './gated-stack.js';
import { ownTenant } from './own-tenant.js';

const tenant = ownTenant('services-killed');
let gated: GatedStack;
let stack: GatedStack['stack'];
let gate: GatedStack['gate'];
let look: GatedStack['look'];

beforeAll(async () => {
  gated = await startGatedStack(tenant);
  ({ stack, gate, look } = gated);
});
afterAll(() => gated?.stop());

const sms = (loan: string, nth: 1 | 2): string => `${tenant}/${loan}/1/1/sms-${nth}/1`;
const sent = async (loan: string) => (await look.received(loan)).map(({ id, at }) => [id, at]);
const concluded = async (loan: string) =>
  (await look.facts(loan)).flatMap((fact) =>
    fact.type === 'contact-concluded' ? [[fact.planId, fact.outcome.result]] : [],
  );

test('a worker killed in the middle of a send: what the provider took is not sent again, what it never saw is sent later, once each', async () => {
  const dueOn = '2026-01-05';
  await giveOverdue(stack, ['taken', 'unsent'], dueOn);
  await stack.advanceTo(receiptOf(firstSms(dueOn)));
  const taken = gate.hold(sms('taken', 2), 'after');
  const unsent = gate.hold(sms('unsent', 2), 'before');

  const advancing = stack.advanceTo('2026-01-11T00:00:00.000Z');
  await Promise.all([taken.reached, unsent.reached]);
  stack.kill('worker');
  await Promise.all([taken.gone, unsent.gone]);
  taken.release();
  unsent.release();
  await advancing;

  const at = secondSms(dueOn);
  expect(await sent('taken')).toEqual([
    [sms('taken', 1), firstSms(dueOn)],
    [sms('taken', 2), at],
  ]);
  // Trouble that prevented a try puts it off by half an hour.
  expect(await sent('unsent')).toEqual([
    [sms('unsent', 1), firstSms(dueOn)],
    [sms('unsent', 2), receiptOf(at)],
  ]);
  for (const loan of ['taken', 'unsent']) {
    expect(await concluded(loan)).toEqual([
      [sms(loan, 1), 'delivered'],
      [sms(loan, 2), 'delivered'],
    ]);
    expect((await look.kase(loan))?.plan).toMatchObject({ because: 'the next stage may begin' });
  }
  expect((await look.acts('unsent')).map(({ _id, outcome }) => [_id, outcome?.result])).toEqual([
    [sms('unsent', 1), 'delivered'],
    [expect.stringContaining(`${sms('unsent', 2)}~`), 'provider-unavailable'],
    [sms('unsent', 2), 'delivered'],
  ]);
});

test('a provider that takes a message and answers too late is asked, and the message is not sent again', async () => {
  const dueOn = '2026-01-12';
  await giveOverdue(stack, ['slow'], dueOn);
  await stack.advanceTo('2026-01-16T01:00:00.000Z');
  const slow = gate.hold(sms('slow', 1), 'after');

  const advancing = stack.advanceTo(receiptOf(firstSms(dueOn)));
  await slow.reached;
  await slow.gone;
  slow.release();
  await advancing;

  expect(await sent('slow')).toEqual([[sms('slow', 1), firstSms(dueOn)]]);
  expect(await concluded('slow')).toEqual([[sms('slow', 1), 'delivered']]);
});

test('ingest, relay and worker killed under load: nothing is lost, nothing counts twice, and Kafka has every entry in order', async () => {
  const dueOn = '2026-01-19';
  const loans = Array.from({ length: 16 }, (_, nth) => `load-${nth}`);
  const partly = 6;
  const events = loans.length * (partly + 1);
  await giveOverdue(stack, loans, dueOn, (story) => {
    for (let nth = 1; nth <= partly; nth += 1)
      story.paid(`part-${nth}`, '2026-01-20', 1_000, '2026-01-20', '2026-01-20T00:00:00.000Z');
    return story;
  });
  const taken = () => stack.stores.mongo.collections.events.countDocuments({ tenant, loanId: { $in: loans } });
  await stack.advanceTo('2026-01-19T23:00:00.000Z');

  const advancing = stack.advanceTo(receiptOf(firstSms(dueOn)));
  await eventually(async () => (await taken()) >= events / 3);
  for (const service of ['ingest', 'worker', 'relay'] as const) stack.kill(service);
  await eventually(async () => (await taken()) >= (2 * events) / 3);
  stack.kill('relay');
  await advancing;
  await waitUntilRelayed(stack.stores);

  const published = await look.published();
  for (const loan of loans) {
    const [kase, record, journal] = await Promise.all([look.kase(loan), look.loan(loan), look.journal(loan)]);
    expect(await look.events(loan)).toHaveLength(partly + 1);
    expect(kase?.noted.arrears).toBe(301_000 - partly * 1_000);
    expect(kase?.consumedThrough).toBe(record?.inboxSeq);
    expect(await sent(loan)).toEqual([[sms(loan, 1), firstSms(dueOn)]]);
    const seqs = journal.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    // Some may stand there twice; first they come in order, and all of them do.
    expect([...new Set(published.get(`${tenant}/${loan}/1`))]).toEqual(seqs);
  }
}, 240_000);

test('the audit from outside finds nothing wrong in any of it', async () => {
  const { code, output } = await stack.audit();
  expect(code, output).toBe(0);
});
