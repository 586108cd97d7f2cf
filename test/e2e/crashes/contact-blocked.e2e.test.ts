import { discardParked, redriveParked } from '@recourse/activities/intake/resolve-parked';
import { stopContact } from '@recourse/activities/tenant/stop-contact';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDlq } from '../../../services/cli/src/operator/open-dlq.js';
import { eventually } from '../../contracts/eventually.js';
import { lookAt, type Look } from '../look.js';
import { publish } from '../publish.js';
import { loanStory } from '../scenes/loan-story.js';
import { startTestStack, type TestStack } from '../stack.js';
import { giveOverdue } from './overdue.js';
import { ownTenant } from './own-tenant.js';

const tenant = ownTenant('contact-blocked');
const operator = 'operator/test';
let stack: TestStack;
let look: Look;

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: '2026-01-05T00:00:00.000Z' });
  look = lookAt(stack);
});
afterAll(() => stack?.stop());

const ringAll = (cases: readonly string[]) => Promise.all(cases.map((caseId) => stack.ring(caseId)));
const contacts = async (loan: string) => (await look.received(loan)).map(({ at }) => at);
const part = (loan: string, at: string, amount: number) =>
  loanStory(tenant, loan, `p-${loan}`).paid('part', at.slice(0, 10), amount, undefined, at).events;

/** The one parked event of a loan, and what its case says of it. */
async function parkedOf(loan: string) {
  const [parked, ...more] = await look.parked(loan);
  expect(more).toEqual([]);
  if (!parked) throw new Error(`nothing is parked of ${loan}`);
  expect((await look.loan(loan))?.unresolved).toEqual([parked._id]);
  expect((await look.kase(loan))?.holds.map(({ reason, endedAt }) => [reason, endedAt])).toEqual([
    ['unresolved-event', undefined],
  ]);
  return parked;
}

async function discard(parkedId: string): Promise<void> {
  const answer = await discardParked(openDlq(stack.stores), parkedId, operator, 'servicing was told');
  if (!answer.resolved) throw new Error(answer.refused);
  await ringAll(answer.ring);
}

test('a payment nobody can read stops contact on its loan, and only there, until an operator discards it', async () => {
  const dueOn = '2026-01-05';
  await giveOverdue(stack, ['beside'], dueOn);
  await giveOverdue(stack, ['poisoned'], dueOn, (story) => {
    story.paid('a', '2026-01-07');
    Object.assign(story.events.at(-1) ?? {}, { data: undefined, raw: '{"paymentId":"poisoned-a","amount":30' });
    return story;
  });

  await stack.advanceTo('2026-01-11T00:00:00.000Z');
  const parked = await parkedOf('poisoned');
  expect(parked.cause).toEqual({ code: 'malformed', field: 'data', reason: 'is not JSON' });
  expect(await contacts('poisoned')).toEqual([]);
  expect(await contacts('beside')).toHaveLength(2);

  await discard(parked._id);
  await stack.advanceTo('2026-01-12T00:00:00.000Z');
  expect(await contacts('poisoned')).toEqual(['2026-01-11T02:00:00.000Z']);
});

test('a payment dated ahead stops contact until an operator has it taken again, and then counts', async () => {
  const dueOn = '2026-01-12';
  await giveOverdue(stack, ['ahead'], dueOn);
  await stack.advanceTo('2026-01-14T00:00:00.000Z');
  await publish(stack, part('ahead', '2026-01-17T00:00:00.000Z', 100_000));

  await stack.advanceTo('2026-01-17T00:30:00.000Z');
  const parked = await parkedOf('ahead');
  expect(parked.cause.code).toBe('dated-ahead');
  expect(await contacts('ahead')).toEqual([]);

  const answer = await redriveParked(openDlq(stack.stores), parked._id, operator);
  if (!answer.redriven) throw new Error(answer.refused);
  await ringAll(answer.ring);
  await stack.advanceTo('2026-01-18T00:00:00.000Z');
  expect((await look.kase('ahead'))?.noted.arrears).toBe(201_000);
  expect(await contacts('ahead')).toEqual(['2026-01-17T02:00:00.000Z']);
});

test('an event with the id of another and other content changes nothing, and stops contact until it is discarded', async () => {
  const dueOn = '2026-01-19';
  await giveOverdue(stack, ['twofold'], dueOn, (story) => story.paid('part', '2026-01-21', 100_000));
  await stack.advanceTo('2026-01-22T00:00:00.000Z');
  await publish(stack, part('twofold', '2026-01-21T04:00:00.000Z', 200_000));

  await stack.advanceTo('2026-01-24T00:00:00.000Z');
  const parked = await parkedOf('twofold');
  expect(parked.cause.code).toBe('same-id-other-content');
  expect(await contacts('twofold')).toEqual([]);

  await discard(parked._id);
  await stack.advanceTo('2026-01-25T00:00:00.000Z');
  expect((await look.kase('twofold'))?.noted.arrears).toBe(201_000);
  expect(await contacts('twofold')).toEqual(['2026-01-24T02:00:00.000Z']);
});

test('once contact is stopped for a tenant nothing begins any more, and once it is started again the cases go on', async () => {
  const dueOn = '2026-01-26';
  const loans = Array.from({ length: 10 }, (_, nth) => `stopped-${nth}`);
  const tenants = tenantStore(stack.stores.mongo.collections);
  const begun = () => stack.stores.mongo.collections.acts.countDocuments({ tenant });
  await giveOverdue(stack, loans, dueOn);
  await stack.advanceTo('2026-01-30T01:00:00.000Z');
  const before = await begun();

  const advancing = stack.advanceTo('2026-02-01T00:00:00.000Z');
  await eventually(async () => (await begun()) > before);
  const answer = await stopContact(tenants, tenant, {
    by: operator,
    at: '2026-01-30T02:00:00.000Z',
    reason: 'a complaint',
  });
  const atStop = await begun();
  await advancing;
  expect(answer).toEqual({ result: 'stopped', stillSending: 0 });
  expect(await begun()).toBe(atStop);

  const withheld = (await Promise.all(loans.map((loan) => look.facts(loan))))
    .flat()
    .filter(({ type }) => type === 'contact-withheld');
  expect(withheld.length).toBeGreaterThan(0);
  expect(await tenants.startContact(tenant)).toBe('started');
  // What was refused is looked at again the next day.
  await stack.advanceTo('2026-02-02T04:00:00.000Z');
  const days = (await Promise.all(loans.map(contacts))).flat().map((at) => at.slice(0, 10));
  expect(days.filter((day) => day === '2026-01-31')).toEqual([]);
  expect(days.filter((day) => day > '2026-01-31')).toHaveLength(loans.length);
});

test('the audit from outside finds nothing wrong in any of it', async () => {
  const { code, output } = await stack.audit();
  expect(code, output).toBe(0);
});
