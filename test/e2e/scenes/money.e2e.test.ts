import { daysBetween } from '@recourse/domain/calendar/day-arithmetic';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recourse } from '../../cli/recourse.js';
import { ownTenant } from '../crashes/own-tenant.js';
import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { giveStories } from './give-stories.js';
import { licensedContract } from './licensed-contract.js';
import { instalmentAmount, loanStory } from './loan-story.js';

const tenant = ownTenant('money');
const firstDue = '2026-01-05';
const of = (loan: string, terms = licensedContract) => loanStory(tenant, loan, `p-${loan}`, terms).missed(1, firstDue);
const pays = (id: string, loan: string) => `${loan}-${id}`;
const stories = [
  of('late'),
  of('late-in-part').paid('a', '2026-01-12', 101_000),
  of('debit-fails')
    .told('debit-1', 'payment-pending', '2026-01-09T04:00:00.000Z', {
      paymentId: 'd-1',
      amount: instalmentAmount,
      expectedBy: '2026-01-16',
    })
    .told('failed-1', 'payment-failed', '2026-01-13T04:00:00.000Z', {
      paymentId: 'd-1',
      failedOn: '2026-01-13',
      reason: 'insufficient-funds',
      attempt: 1,
    }),
  of('charged-back')
    .paid('a', '2026-01-11')
    .told('out', 'money-out', '2026-01-15T04:00:00.000Z', {
      outId: 'o-1',
      kind: 'chargeback',
      amount: instalmentAmount,
      on: '2026-01-15',
      paymentId: pays('a', 'charged-back'),
    }),
  of('charged-and-waived')
    .told('charge', 'charge-added', '2026-01-12T04:00:00.000Z', {
      chargeId: 'c-1',
      component: 'costs',
      amount: 5_000,
      dueOn: '2026-01-12',
    })
    .told('waiver', 'amount-waived', '2026-01-13T04:00:00.000Z', {
      waiverId: 'w-1',
      of: { instalment: 1, component: 'interest' },
      amount: 1_000,
      waivedOn: '2026-01-13',
    }),
  of('before-contract').paid('a', '2026-01-12', 50_000, '2025-12-04'),
];
let stack: TestStack;
let look: Look;

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: '2026-01-04T00:00:00.000Z' });
  await giveStories(stack, stories);
  await stack.advanceTo('2026-02-10T00:00:00.000Z');
  look = lookAt(stack);
}, 600_000);
afterAll(() => stack?.stop());

/** Of principal overdue for so many days at 23.4 % a year, half up: reckoned here by itself. */
const penalty = (principal: number, days: number): number =>
  Math.floor((principal * 234 * days * 2 + 365_000) / 730_000);

it('every message and call names the arrears with what lateness has cost by that very day, and the placement too', async () => {
  const acts = (await look.acts('late')).filter(({ act }) => act.kind !== 'recall-from-agency');
  expect(acts.length).toBeGreaterThan(5);
  for (const { covers, begunAt } of acts) {
    const [cover] = covers;
    const asOf = new Date(Date.parse(begunAt) + 8 * 3_600_000).toISOString().slice(0, 10);
    const late = penalty(300_000, daysBetween(firstDue, asOf));
    expect(cover).toMatchObject({ arrears: instalmentAmount, late: { asOf, late, owed: instalmentAmount + late } });
  }
});

it('after a part payment lateness costs only on what is left of the principal, from the value date on', async () => {
  const [last] = (await look.acts('late-in-part')).slice(-1);
  const late = last?.covers[0]?.late;
  // 1 000.00 went to principal on the twelfth: seven days on 3 000.00, from then on 2 000.00.
  const exact = (300_000 * 7 + 200_000 * daysBetween('2026-01-12', late?.asOf ?? '')) * 0.234;
  expect(late).toMatchObject({ late: Math.round(exact / 365), owed: 200_000 + Math.round(exact / 365) });
});

it('while a direct debit is on its way nobody contacts, and when it has failed they go on', async () => {
  const hold = (await look.facts('debit-fails')).find(
    (fact) => fact.type === 'hold-placed' && fact.hold.reason === 'payment-pending',
  );
  expect(hold).toMatchObject({ hold: { id: 'payment-pending/d-1', until: '2026-01-16T16:00:00.000Z' } });
  const begun = (await look.acts('debit-fails')).map(({ begunAt }) => begunAt);
  const [from, to] = ['2026-01-09T04:00:00.000Z', '2026-01-13T04:00:00.000Z'];
  expect(begun.filter((at) => at > from && at < to)).toEqual([]);
  expect(begun.filter((at) => at < from).length).toBeGreaterThan(0);
  expect(begun.filter((at) => at >= to).length).toBeGreaterThan(0);
});

it('money a bank took back after the cure is owed again, from the day it left', async () => {
  const kase = await look.kase('charged-back');
  expect(kase?.noted).toMatchObject({ arrears: instalmentAmount, oldestUnpaidDueOn: '2026-01-15' });
  const stages = (await look.facts('charged-back')).flatMap((fact) =>
    fact.type === 'stage-entered' ? `${fact.stage} ${fact.because}` : [],
  );
  expect(stages).toContain('monitoring cured');
  expect(stages.at(-1)).not.toBe('monitoring cured');
});

it('what was charged is owed, what was waived is not', async () => {
  expect((await look.kase('charged-and-waived'))?.noted.arrears).toBe(instalmentAmount + 5_000 - 1_000);
});

it('money of a day before the contract is kept aside with field and reason, and the case owes what it owed', async () => {
  const [parked] = await look.parked('before-contract');
  expect(parked).toMatchObject({ status: 'parked', cause: { code: 'before-contract-start', field: 'valueDate' } });
  expect((await look.kase('before-contract'))?.noted.arrears).toBe(instalmentAmount);
});

it('explain tells of the live case what it has come to by the tenant’s day', async () => {
  const said = await recourse(stack.env, 'explain', 'interest', '--case', 'late/1', '--json');
  expect({ code: said.code, err: said.err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(said.out)).toMatchObject({ asOf: '2026-02-10', total: penalty(300_000, 36) });
  const dpd = await recourse(stack.env, 'explain', 'dpd', '--case', 'late/1', '--as-of', '2026-01-20');
  expect(dpd.out).toContain('15 days past due');
});

it('the audit from outside, which reckons all of it anew, finds nothing', async () => {
  const { code, output } = await stack.audit();
  expect({ code, output }).toMatchObject({ code: 0 });
});
