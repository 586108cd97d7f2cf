import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { concludeAttempt } from '@recourse/activities/contact/conclude-attempt';
import type { GateTrace } from '@recourse/domain/contact/gate-trace';
import { beginSms } from './builders/begin-sms.js';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, ten } from './builders/contact-records.js';

let world: ContactMongo;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
});
afterEach(() => world.close());

const { position, holds } = aLoan('L2');
/** Half of what L1 owes. */
const half = {
  ...position,
  instalments: position.instalments.map((each) => ({ ...each, due: { principal: 50_000 } })),
};
const given = (changes: Partial<ReturnType<typeof aLoan>>) =>
  world.given({
    loans: [aLoan('L1'), aLoan('L2', { position: half, ...changes })],
    cases: [aCase('L1'), aCase('L2')],
    persons: [aPerson(['L1', 'L2'])],
  });
const overdueIn = (gate: GateTrace | undefined): unknown =>
  gate?.answers.find(({ rule }) => rule === 'something-overdue')?.inputs['arrears'];
const traceOf = async (caseId: string): Promise<GateTrace | undefined> => {
  const [item] = (await world.items(caseId)) as { outcome?: { gate?: GateTrace } }[];
  return item?.outcome?.gate;
};

it('a contact about two loans tells each case the rules that were asked about its own', async () => {
  await given({});
  const { begun } = await beginSms(world, 'L1');
  expect(begun).toBe('now');

  await concludeAttempt(world.contacts, 'test/L1/1/1/sms-1/1', { status: 'delivered', at: ten });

  expect(overdueIn(await traceOf('test/L1/1'))).toBe(100_000);
  expect(overdueIn(await traceOf('test/L2/1'))).toBe(50_000);
});

it('a loan that is left out of it is told so, once, and nothing else of it changes', async () => {
  const hold = { id: 'h', reason: 'dispute' as const, scope: { loan: 'L2' }, stops: ['contact' as const], from: ten };
  await given({ holds: [...holds, hold] });

  const first = await beginSms(world, 'L1');
  const again = await beginSms(world, 'L1');

  expect(first).toMatchObject({ begun: 'now', ring: ['test/L2/1'] });
  expect(again).toMatchObject({ begun: 'before' });
  expect(await world.items('test/L2/1')).toMatchObject([
    { kind: 'contact-not-joined', notJoined: { because: 'held', actId: 'test/L1/1/1/sms-1/1' } },
  ]);
  expect(await world.collections.loans.findOne({ loanId: 'L2' })).toMatchObject({ order: 1, inboxSeq: 1 });
});
