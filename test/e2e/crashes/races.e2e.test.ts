import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../contracts/eventually.js';
import { publish } from '../publish.js';
import { loanStory } from '../scenes/loan-story.js';
import { firstSms, giveOverdue, receiptOf } from './overdue.js';
import { startGatedStack, type GatedStack } from './gated-stack.js';
import { ownTenant } from './own-tenant.js';

const tenant = ownTenant('races');
let gated: GatedStack;
let stack: GatedStack['stack'];
let gate: GatedStack['gate'];
let look: GatedStack['look'];

beforeAll(async () => {
  gated = await startGatedStack(tenant);
  ({ stack, gate, look } = gated);
});
afterAll(() => gated?.stop());

const named = (name: string, count: number): string[] => Array.from({ length: count }, (_, nth) => `${name}-${nth}`);
const story = (loan: string) => loanStory(tenant, loan, `p-${loan}`);
const paid = (loan: string, at: string) => story(loan).paid('a', at.slice(0, 10), undefined, undefined, at).events;

/** Collection contacts of a loan begun after a payment that their decision had not read, in the loan's own order. */
async function unread(loan: string): Promise<string[]> {
  const [acts, events] = await Promise.all([look.acts(loan), look.events(loan)]);
  const payments = events.filter(({ type }) => type === 'payment-received');
  return acts.flatMap(({ _id, covers: [cover] }) =>
    payments.some(({ order, positionVersion }) => cover && order < cover.order && positionVersion > cover.readPosition)
      ? [_id]
      : [],
  );
}

test('a borrower who pays in the second a message is sent is not contacted again', async () => {
  const dueOn = '2026-01-05';
  const loans = named('at-send', 6);
  await giveOverdue(stack, loans, dueOn);
  for (const loan of loans) await stack.script({ loan, paysAtSend: 1 });

  await stack.advanceTo('2026-01-11T00:00:00.000Z');

  for (const loan of loans) {
    expect(await unread(loan)).toEqual([]);
    expect((await look.received(loan)).map(({ id }) => id)).toEqual([`${tenant}/${loan}/1/1/sms-1/1`]);
    expect((await look.kase(loan))?.stage).toBe('monitoring');
  }
});

test('a payment taken between begin and send comes after the contact in the order of the loan, and cures the case', async () => {
  const dueOn = '2026-01-12';
  await giveOverdue(stack, ['overtaken'], dueOn);
  await stack.advanceTo('2026-01-16T01:00:00.000Z');
  const held = gate.hold(`${tenant}/overtaken/1/1/sms-1/1`, 'before');

  const advancing = stack.advanceTo(receiptOf(firstSms(dueOn)));
  await held.reached;
  await publish(stack, paid('overtaken', firstSms(dueOn)));
  await eventually(async () => (await look.events('overtaken')).length === 2);
  held.release();
  await advancing;

  const [[act], [, payment]] = await Promise.all([look.acts('overtaken'), look.events('overtaken')]);
  expect(act?.covers[0]?.order).toBeLessThan(payment?.order ?? 0);
  expect(await unread('overtaken')).toEqual([]);
  expect((await look.kase('overtaken'))?.stage).toBe('monitoring');
});

test('payments that race with the sends of their loans: no contact begins on a decision that had not read one, and every case is cured', async () => {
  const dueOn = '2026-01-19';
  const loans = named('racing', 16);
  const at = firstSms(dueOn);
  await giveOverdue(stack, loans, dueOn);
  await stack.advanceTo('2026-01-23T01:59:00.000Z');
  const sends = () => stack.stores.mongo.collections.acts.countDocuments({ tenant, begunAt: at });

  const advancing = stack.advanceTo('2026-01-25T00:00:00.000Z');
  await eventually(async () => (await sends()) > 0);
  await publish(
    stack,
    loans.toReversed().flatMap((loan) => paid(loan, at)),
  );
  await advancing;

  const contacted = await Promise.all(
    loans.map(async (loan) => {
      expect(await unread(loan)).toEqual([]);
      expect((await look.kase(loan))?.stage).toBe('monitoring');
      return (await look.received(loan)).length;
    }),
  );
  expect(Math.max(...contacted)).toBeLessThan(2);
});

test('a receipt that comes with the end of the loan is heard, and the case closes', async () => {
  const dueOn = '2026-01-26';
  const loans = named('ending', 8);
  const at = receiptOf(firstSms(dueOn));
  await giveOverdue(stack, loans, dueOn, (told) =>
    told.paid('a', '2026-01-30', undefined, undefined, at).closed('paid-off', at),
  );

  await stack.advanceTo(at);

  for (const loan of loans) {
    expect((await look.kase(loan))?.plan).toEqual({ ending: 'paid-off' });
    expect((await look.acts(loan)).map(({ status, outcome }) => [status, outcome?.result])).toEqual([
      ['concluded', 'delivered'],
    ]);
    await eventually(async () => (await stack.workflow(`${tenant}/${loan}/1`).describe()).status.name === 'COMPLETED');
  }
});

test('an event that arrives in the very turn that closes the case is read before it closes, or opens the next episode', async () => {
  const loans = named('closing', 24);
  const now = '2026-02-03T04:00:00.000Z';
  await giveOverdue(stack, loans, '2026-02-02');
  await stack.advanceTo(now);

  const payAndTakeBack = async (loan: string, afterMs: number): Promise<void> => {
    const { events } = story(loan).paid('a', '2026-02-03').reversed('a', '2026-02-03');
    if (afterMs === 0) return publish(stack, events);
    await publish(stack, events.slice(0, 1));
    await sleep(afterMs);
    if (loan === loans.at(-1)) await eventually(async () => (await look.kase(loan))?.status === 'closed');
    await publish(stack, events.slice(1));
  };
  // The times are spread over what a turn takes.
  for (let from = 0; from < loans.length; from += 8)
    await Promise.all(loans.slice(from, from + 8).map((loan, nth) => payAndTakeBack(loan, nth * 15 + from)));
  await stack.advanceTo('2026-02-03T04:30:00.000Z');

  const episodes = await Promise.all(
    loans.map(async (loan) => {
      const [record, first, events] = await Promise.all([look.loan(loan), look.kase(loan, 1), look.events(loan)]);
      expect(events.map(({ type }) => type)).toEqual(['instalment-missed', 'payment-received', 'payment-reversed']);
      expect(record?.openCase).toBe(`${tenant}/${loan}/${record?.episodes}`);
      expect((await look.kase(loan))?.noted.arrears).toBe(301_000);
      expect(first?.plan).toMatchObject(
        record?.episodes === 1 ? { id: expect.any(String) } : { ending: 'paid-in-grace' },
      );
      expect(events.at(-1)?.caseId).toBe(record?.openCase);
      return record?.episodes;
    }),
  );
  expect(await stack.stores.mongo.collections.inbox.countDocuments({ tenant, consumed: false })).toBe(0);
  expect(new Set(episodes)).toEqual(new Set([1, 2]));
});

test('the audit from outside finds nothing wrong in any of it', async () => {
  const { code, output } = await stack.audit();
  expect(code, output).toBe(0);
});
