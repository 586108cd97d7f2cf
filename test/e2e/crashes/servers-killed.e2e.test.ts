import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import { ingestIsCurrent } from '@recourse/infra/mongo/ingest-is-current';
import { startServers, type LocalServers } from '@recourse/infra/local/start-servers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitUntilRelayed } from '../../../services/cli/src/demo/wait-until-relayed.js';
import { eventually } from '../../contracts/eventually.js';
import { lookAt, type Look } from '../look.js';
import { publish } from '../publish.js';
import { loanStory } from '../scenes/loan-story.js';
import { startTestStack, type TestStack } from '../stack.js';
import { firstSms, giveOverdue, receiptOf, secondSms } from './overdue.js';
import { ownTenant } from './own-tenant.js';

const tenant = ownTenant('servers-killed');
let servers: LocalServers;
let stack: TestStack;
let look: Look;

beforeAll(async () => {
  servers = await startServers({ report: () => undefined });
  stack = await startTestStack({ tenant, now: '2026-01-05T00:00:00.000Z', servers });
  look = lookAt(stack);
});
afterAll(async () => {
  await stack?.stop();
  await servers?.stop();
});

const named = (name: string, count: number): string[] => Array.from({ length: count }, (_, nth) => `${name}-${nth}`);
const contacts = async (loan: string) => (await look.received(loan)).map(({ at }) => at);
/** An hour before the first message. */
const before = (dueOn: string): string => firstSms(dueOn).replace('T02', 'T01');

async function isInOrderOnKafka(loans: readonly string[]): Promise<void> {
  await waitUntilRelayed(stack.stores);
  const published = await look.published();
  for (const loan of loans) {
    const seqs = (await look.journal(loan)).map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    expect([...new Set(published.get(`${tenant}/${loan}/1`))]).toEqual(seqs);
  }
}

test.each([
  ['mongo', '2026-01-05'],
  ['temporal', '2026-01-12'],
] as const)(
  '%s killed while messages are being sent, and started again: each is sent once, and nothing is lost',
  async (name, dueOn) => {
    const loans = named(name, 8);
    await giveOverdue(stack, loans, dueOn);
    await stack.advanceTo(before(dueOn));
    const begun = () => stack.stores.mongo.collections.acts.countDocuments({ tenant, begunAt: firstSms(dueOn) });

    const advancing = stack.advanceTo(receiptOf(firstSms(dueOn)));
    await eventually(async () => (await begun()) > 0);
    await servers.kill(name);
    await servers.restart(name);
    await advancing;

    for (const loan of loans) expect(await contacts(loan)).toEqual([firstSms(dueOn)]);
    await isInOrderOnKafka(loans);
  },
);

test('payments that come while Temporal is down are taken, and reach their cases when it is back', async () => {
  const dueOn = '2026-01-19';
  const loans = named('rung-later', 4);
  await giveOverdue(stack, loans, dueOn);
  await stack.advanceTo(before(dueOn));
  const paid = loans.flatMap(
    (loan) => loanStory(tenant, loan, `p-${loan}`).paid('a', '2026-01-23', undefined, undefined, before(dueOn)).events,
  );

  await servers.kill('temporal');
  await publish(stack, paid);
  await eventually(async () => (await Promise.all(loans.map(look.loan))).every((loan) => loan?.positionVersion === 2));
  expect((await look.kase('rung-later-0'))?.stage).toBe('reminder');
  await servers.restart('temporal');

  await eventually(async () =>
    (await Promise.all(loans.map((loan) => look.kase(loan)))).every((kase) => kase?.stage === 'monitoring'),
  );
});

test('Kafka down: the case goes on and contacts nobody, since a payment might be waiting there; when it is back, everything follows', async () => {
  const dueOn = '2026-01-26';
  const loans = named('kafka', 4);
  const [first, second] = [firstSms(dueOn), secondSms(dueOn)];
  const { collections } = stack.stores.mongo;
  await giveOverdue(stack, loans, dueOn);
  await stack.advanceTo(receiptOf(first));

  await servers.kill('kafka');
  await eventually(async () => !(await ingestIsCurrent(collections, new Date())));
  // By hand: who advances the clock waits for Kafka.
  await tenantStore(collections).advance(tenant, receiptOf(first), second);
  for (const participant of stack.clock.ports.participants) await participant.play(second);
  for (const loan of loans) await stack.ring(`${tenant}/${loan}/1`);
  const withheld = async (loan: string): Promise<string[]> =>
    (await look.facts(loan)).flatMap((fact) =>
      fact.type === 'contact-withheld' && 'rules' in fact.outcome ? fact.outcome.rules : [],
    );
  await eventually(async () => (await Promise.all(loans.map(withheld))).every((rules) => rules.length > 0));
  expect(await withheld('kafka-0')).toEqual(['INGEST-CURRENT']);
  for (const loan of loans) expect(await contacts(loan)).toEqual([first]);

  await servers.restart('kafka');
  await stack.advanceTo(second.replace('T02', 'T12'));
  for (const loan of loans) expect(await contacts(loan)).toEqual([first, expect.stringMatching(/^2026-01-31T02:/)]);
  await isInOrderOnKafka(loans);
});

test('the audit from outside finds nothing wrong in any of it', async () => {
  const { code, output } = await stack.audit();
  expect(code, output).toBe(0);
});
