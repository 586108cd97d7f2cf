import type { CaseFact } from '@recourse/domain/case/case-facts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recourse } from '../../cli/recourse.js';
import { ownTenant } from '../crashes/own-tenant.js';
import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { giveStories } from './give-stories.js';
import { licensedContract } from './licensed-contract.js';
import { loanStory } from './loan-story.js';

const tenant = ownTenant('gone');
const startsAt = '2026-01-05T00:00:00.000Z';
const heardAt = '2026-02-13T04:00:00.000Z';
const endsAt = '2026-04-15T00:00:00.000Z';
let stack: TestStack;
let look: Look;

/** Taken on with one instalment that was never paid. */
const taken = (loan: string, person: string, dueOn: string) =>
  loanStory(tenant, loan, person).told('taken-on', 'loan-taken-on', startsAt, {
    terms: {
      version: 1,
      product: 'cash-loan',
      currency: 'CNY',
      zone: 'Asia/Shanghai',
      jurisdiction: 'CN',
      graceDays: 3,
      tolerance: 0,
      debtors: [{ personId: person, role: 'borrower' }],
    },
    asOf: '2026-01-05',
    arrearsTotal: 301_000,
    outstandingTotal: 301_000,
    instalments: [{ number: 12, dueOn, due: { principal: 300_000, interest: 1_000 }, state: 'missed' }],
    payments: [],
    notices: [],
    contacts: [],
    holds: [],
  });
const missed = (loan: string, person: string, dueOn = '2026-01-05', contract: Record<string, unknown> = {}) =>
  loanStory(tenant, loan, person, contract).missed(1, dueOn);

/** One collecting party a person (requirements D7): who has a loan with an agency has none with a law firm beside it. */
const ofPerson = {
  dead: ['dead-agency', 'dead-calls', 'dead-young'],
  sued: ['sued-firm', 'sued-calls'],
  insolvent: ['insolvent-firm', 'insolvent-calls', 'insolvent-watched'],
} as const;
const gone = [...ofPerson.dead, ...ofPerson.sued, ...ofPerson.insolvent];

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: startsAt });
  look = lookAt(stack);
  await giveStories(stack, [
    taken('dead-agency', 'p-dead', '2025-11-01').happened('person-died', heardAt),
    missed('dead-calls', 'p-dead'),
    missed('dead-young', 'p-dead', '2026-02-05'),
    taken('sued-firm', 'p-sued', '2024-06-05').happened('person-died', heardAt),
    missed('sued-calls', 'p-sued'),
    taken('insolvent-firm', 'p-insolvent', '2024-06-05').told('insolvent', 'person-insolvent', heardAt, {
      personId: 'p-insolvent',
      on: '2026-02-02',
    }),
    missed('insolvent-calls', 'p-insolvent', '2026-01-05', licensedContract),
    missed('insolvent-watched', 'p-insolvent').paid('all', '2026-01-20'),
    missed('goes-on', 'p-alive', '2026-02-05'),
    taken('stays-with-agency', 'p-placed', '2025-11-01'),
    taken('stays-with-firm', 'p-referred', '2024-06-05'),
  ]);
  await stack.advanceTo('2026-02-13T03:00:00.000Z');
}, 300_000);
afterAll(() => stack?.stop());

const withWhom = async (loan: string): Promise<string | undefined> => (await look.kase(loan))?.handedTo?.kind;
const work = async (loan: string): Promise<string[]> =>
  (await look.tasks(loan))
    .flatMap(({ _id, status }) => (status === 'open' ? (_id.split('/')[4] ?? '') : []))
    .toSorted();
const told = async <T extends CaseFact['type']>(loan: string, type: T): Promise<Extract<CaseFact, { type: T }>[]> =>
  (await look.facts(loan)).filter((fact): fact is Extract<CaseFact, { type: T }> => fact.type === type);
const begunAfter = async (loan: string, at: string): Promise<string[]> =>
  (await look.acts(loan)).flatMap(({ act, begunAt }) => (begunAt > at ? act.kind : []));

test('before anybody hears of it two persons have a loan with a law firm, one has one with an agency, and their others are collected or watched', async () => {
  expect(await Promise.all(['dead-agency', 'stays-with-agency'].map(withWhom))).toEqual(['agency', 'agency']);
  expect(await Promise.all(['sued-firm', 'insolvent-firm', 'stays-with-firm'].map(withWhom))).toEqual([
    'law-firm',
    'law-firm',
    'law-firm',
  ]);
  expect((await look.kase('dead-calls'))?.stage).toBe('call');
  expect((await look.kase('insolvent-watched'))?.stage).toBe('monitoring');
}, 60_000);

test('at the instant it is heard every open case of the person is held, and what a partner has is taken back', async () => {
  await stack.advanceTo('2026-02-13T04:30:00.000Z');
  for (const loan of gone) {
    const reason = loan.startsWith('insolvent') ? 'insolvency' : 'death';
    expect(await told(loan, 'hold-placed'), loan).toMatchObject([{ at: heardAt, hold: { reason } }]);
    expect(await withWhom(loan), loan).toBeUndefined();
  }
  for (const [loan, because] of [
    ['dead-agency', 'recalled'],
    ['sued-firm', 'withdrawn'],
    ['insolvent-firm', 'withdrawn'],
  ] as const)
    expect((await told(loan, 'handed-back')).at(-1), loan).toMatchObject({ at: heardAt, because });
  expect(await withWhom('stays-with-agency')).toBe('agency');
  expect(await withWhom('stays-with-firm')).toBe('law-firm');
}, 120_000);

test('and somebody has the work it leaves: who administers the estate, what becomes of the suit, the claim to file for each loan', async () => {
  for (const loan of ofPerson.dead) if (loan !== 'dead-young') expect(await work(loan), loan).toEqual(['verify-death']);
  expect(await work('sued-firm')).toEqual(['decide-suit', 'verify-death']);
  expect(await work('sued-calls')).toEqual(['verify-death']);
  expect(await work('insolvent-firm')).toEqual(['decide-suit', 'file-claim']);
  expect(await work('insolvent-calls')).toEqual(['file-claim']);
  expect(await work('insolvent-watched')).toEqual(['file-claim']);
  const [task] = (await look.tasks('insolvent-calls')).filter(({ _id }) => _id.includes('/file-claim/'));
  const shown = await recourse(stack.env, 'case', 'show', 'insolvent-calls', '--lang', 'zh');
  expect(task?.status).toBe('open');
  expect(shown.out).toContain('申报债权');
}, 120_000);

test('nothing is charged for lateness since the court accepted the insolvency, eleven days before anybody told us', async () => {
  const said = await recourse(stack.env, 'explain', 'interest', '--case', 'insolvent-calls/1', '--json');
  // 23.4 % a year on 3,000.00 from 5 January up to 2 February: 28 days.
  expect(JSON.parse(said.out)).toMatchObject({ asOf: '2026-02-13', total: 5_385 });
  const [hold] = await told('insolvent-watched', 'hold-placed');
  expect(hold?.hold).toMatchObject({ from: heardAt, interestFrom: '2026-02-02' });
}, 60_000);

test('two months later nothing was begun for any of them, though the like of others goes on, and the audit finds nothing', async () => {
  await stack.advanceTo(endsAt);
  for (const loan of gone) {
    expect(
      (await begunAfter(loan, heardAt)).filter(
        (kind) => kind !== 'withdraw-from-legal' && kind !== 'recall-from-agency',
      ),
      loan,
    ).toEqual([]);
    expect(
      (await told(loan, 'stage-entered')).filter(({ at }) => at > heardAt),
      loan,
    ).toEqual([]);
    expect(await withWhom(loan), loan).toBeUndefined();
  }
  expect((await begunAfter('goes-on', heardAt)).length).toBeGreaterThan(3);
  expect(await stack.audit()).toMatchObject({ code: 0 });
}, 300_000);
