import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { WriteOffCommand } from '@recourse/domain/write-off/write-off';
import { giveCommand } from '@recourse/infra/mongo/give-command';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recourse } from '../../cli/recourse.js';
import { ownTenant } from '../crashes/own-tenant.js';
import { givePortfolio } from '../given.js';
import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { loanStory, scenePerson } from './loan-story.js';

const tenant = ownTenant('the-end');
const takenOnAt = '2026-01-05T00:00:00.000Z';
let stack: TestStack;
let look: Look;

/** Handed over to us with one instalment that was never paid. */
const oldLoan = (loan: string, dueOn: string, amount: number, contract: Record<string, unknown> = {}) => {
  const story = loanStory(tenant, loan, `p-${loan}`, contract);
  const terms = {
    version: 1,
    product: 'cash-loan',
    currency: 'CNY',
    zone: 'Asia/Shanghai',
    jurisdiction: 'CN',
    graceDays: 3,
    tolerance: 0,
    debtors: [{ personId: `p-${loan}`, role: 'borrower' }],
    ...contract,
  };
  return story.told('taken-on', 'loan-taken-on', takenOnAt, {
    terms,
    asOf: '2026-01-05',
    arrearsTotal: amount,
    outstandingTotal: amount,
    instalments: [{ number: 12, dueOn, due: { principal: amount - 1_000, interest: 1_000 }, state: 'missed' }],
    payments: [],
    notices: [],
    contacts: [],
    holds: [],
  });
};

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: takenOnAt });
  look = lookAt(stack);
  const stories = [
    oldLoan('small', '2024-06-05', 301_000),
    oldLoan('large', '2024-06-05', 901_000).closed('sold', '2026-03-12T04:00:00.000Z'),
    // Three years after the last instalment: the day they come to us is the last day of both; a demand of the second is signed for on it.
    oldLoan('over', '2023-01-05', 301_000),
    oldLoan('proved', '2023-01-05', 301_000),
    // Five years after the cause of action where it is soonest.
    oldLoan('british', '2021-01-05', 301_000, { jurisdiction: 'GB' }),
  ];
  await givePortfolio(stack, {
    events: stories.flatMap(({ events }) => events),
    persons: stories.map(({ person }, nth) => scenePerson(person, nth + 1)),
  });
  for (const { loan } of stories)
    await stack.script({ loan, calls: [], afterwards: 'silent', alwaysReached: true, lawFirmReturnsAfterDays: 10 });
  await stack.advanceTo('2026-01-05T15:00:00.000Z');
}, 300_000);
afterAll(() => stack?.stop());

const told = async <T extends CaseFact['type']>(loan: string, type: T): Promise<Extract<CaseFact, { type: T }>[]> =>
  (await look.facts(loan)).filter((fact): fact is Extract<CaseFact, { type: T }> => fact.type === type);
const actsAfter = async (loan: string, at: string): Promise<string[]> =>
  (await look.acts(loan)).flatMap(({ act, begunAt }) => (begunAt > at ? act.kind : []));
const openTasks = async (loan: string): Promise<string[]> =>
  (await look.tasks(loan)).filter(({ status }) => status === 'open').map(({ _id }) => _id.split('/')[4] ?? '');
const barred = async (loan: string): Promise<boolean> =>
  ((await look.kase(loan))?.holds ?? []).some(({ reason, endedAt }) => reason === 'time-barred' && !endedAt);
const writeOff = (...args: string[]) => recourse(stack.env, 'write-off', ...args);
/** Another name is no second person, and the tests run as one user of the system: somebody else's word goes in beside the terminal. */
const approveAs = async (actor: string, loan: string): Promise<void> => {
  const { mongo } = stack.stores;
  const { now: at } = await tenantClock(mongo.collections).now(tenant);
  const writeOffId = (await look.kase(loan))?.writeOff?.id ?? 'none';
  const command: WriteOffCommand = { command: 'approve-write-off', writeOffId };
  const item = { kind: 'command', itemId: `command/approve/${loan}`, at, actor, command } as const;
  const caseId = await giveCommand(mongo, { tenant, loanId: loan }, item);
  if (caseId === undefined) throw new Error(`${loan} has no open case`);
  await stack.ring(caseId);
  await expect.poll(async () => (await look.kase(loan))?.writeOff?.state, { timeout: 20_000 }).toBe('written-off');
};

test('somebody is asked for a demand while there is time, and one that is proved lets the limitation begin anew', async () => {
  for (const loan of ['over', 'proved']) {
    expect(await told(loan, 'limitation-noted')).toMatchObject([{ state: 'ending', endsOn: '2026-01-05' }]);
    expect(await openTasks(loan)).toContain('prove-demand');
  }
  const record = ['record', 'proved', '--ground', 'demand', '--on', '2026-01-05', '--document', 'ems-77'];
  const unproved = await recourse(stack.env, 'limitation', ...record);
  expect(unproved.err).toContain('[proof-missing]');
  const proved = await recourse(stack.env, 'limitation', ...record, '--proof', 'signed-notice');
  expect(proved).toMatchObject({ code: 0 });
  expect(proved.out).toContain('2029-01-05');
  expect(await openTasks('proved')).not.toContain('prove-demand');
}, 120_000);

test('the day after its last day it is over: nobody writes a lawyer’s letter or sues, and in the United Kingdom nobody asks for money at all', async () => {
  await stack.advanceTo('2026-02-10T00:00:00.000Z');
  expect([await barred('over'), await barred('british'), await barred('proved')]).toEqual([true, true, false]);
  expect(await told('over', 'hold-placed')).toMatchObject([
    { at: '2026-01-05T16:00:00.000Z', hold: { reason: 'time-barred', stops: ['legal'] } },
  ]);
  expect(await openTasks('over')).not.toContain('prove-demand');
  expect(await actsAfter('over', '2026-01-05T16:00:00.000Z')).toEqual([]);
  expect(await actsAfter('british', '2026-01-05T16:00:00.000Z')).toEqual([]);
  expect((await look.kase('british'))?.plan).toMatchObject({ because: 'on hold: time-barred' });
  expect(await actsAfter('proved', '2026-01-05T16:00:00.000Z')).toEqual(
    expect.arrayContaining(['send-notice', 'refer-to-legal']),
  );
}, 300_000);

test('what no law firm got back comes to the end of its ladder: a small claim to be written off, a large one to be sold', async () => {
  await stack.advanceTo('2026-03-05T00:00:00.000Z');
  for (const [loan, becomes, task] of [
    ['small', 'write-off', 'propose-write-off'],
    ['large', 'sell', 'offer-for-sale'],
    ['over', 'write-off', 'propose-write-off'],
  ] as const) {
    expect(await told(loan, 'ladder-ended'), loan).toMatchObject([{ becomes }]);
    expect(await openTasks(loan)).toContain(task);
  }
  expect(await told('small', 'handed-back')).toMatchObject([{ because: 'returned' }]);
}, 300_000);

test('a claim is written off by two persons, and remains', async () => {
  expect(await writeOff('propose', 'small')).toMatchObject({ code: 0 });
  expect((await writeOff('approve', 'small', '--as', 'boss')).err).toContain('[approver-is-proposer]');
  expect(await told('small', 'written-off')).toEqual([]);
  await approveAs('operator/second', 'small');
  expect(await told('small', 'written-off')).toMatchObject([{ amount: 301_000, approvedBy: 'operator/second' }]);
  expect(await openTasks('small')).toEqual([]);
  expect(await look.kase('small')).toMatchObject({ status: 'open', noted: { arrears: 301_000 } });
  expect((await recourse(stack.env, 'case', 'show', 'small', '--lang', 'zh')).out).toContain('账销案存');
}, 120_000);

test('a claim that is sold is left alone, and the audit finds nothing', async () => {
  await stack.advanceTo('2026-04-10T00:00:00.000Z');
  expect(await look.kase('large')).toMatchObject({ status: 'closed' });
  expect(await told('large', 'case-closed')).toMatchObject([{ ending: 'sold' }]);
  expect(await actsAfter('large', '2026-03-12T04:00:00.000Z')).toEqual([]);
  expect(await stack.audit()).toMatchObject({ code: 0 });
}, 300_000);
