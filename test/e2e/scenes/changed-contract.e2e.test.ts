import { afterAll, beforeAll, expect, it } from 'vitest';
import { recourse } from '../../cli/recourse.js';
import { ownTenant } from '../crashes/own-tenant.js';
import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { giveStories } from './give-stories.js';
import { licensedContract } from './licensed-contract.js';
import { instalmentAmount, loanStory } from './loan-story.js';

const tenant = ownTenant('contract');
const firstDue = '2026-01-05';
const of = (loan: string, terms: Record<string, unknown> = {}) =>
  loanStory(tenant, loan, `p-${loan}`, { ...licensedContract, ...terms }).missed(1, firstDue);
const rest = 3_300_000;
const acceleration = {
  accelerationId: 'a-1',
  on: '2026-01-19',
  from: 2,
  due: { principal: rest },
  notice: { kind: 'default', sentOn: '2026-01-08', provedOn: '2026-01-10' },
  arrearsTotal: instalmentAmount + rest,
  outstandingTotal: instalmentAmount + rest,
};
const told = '2026-01-20T04:00:00.000Z';
const due = { principal: 300_000, interest: 1_000 };
const schedule = {
  restructuringId: 'r-1',
  on: '2026-01-19',
  replaces: { from: 1, to: 12 },
  takenOver: due,
  overdue: 'capitalised',
  instalments: [
    { number: 13, dueOn: '2026-02-05', due },
    { number: 14, dueOn: '2026-08-05', due: { principal: 3_300_000, interest: 90_000 } },
  ],
  arrearsTotal: 0,
  outstandingTotal: 3_691_000,
};
const assigned = { changeId: 'c-1', to: 'guarantee-1', on: '2026-01-14' };
const stories = [
  of('accelerated').told('accelerated', 'loan-accelerated', told, acceleration),
  of('undone')
    .told('accelerated', 'loan-accelerated', told, acceleration)
    .told('undone', 'acceleration-undone', '2026-01-28T04:00:00.000Z', {
      accelerationId: 'a-1',
      undoneOn: '2026-01-28',
      because: 'agreed',
    }),
  of('unproved', { jurisdiction: 'GB' }).told('accelerated', 'loan-accelerated', told, acceleration),
  of('restructured').told('schedule', 'loan-restructured', told, schedule).missed(13, '2026-02-05'),
  of('taken-too-much').paid('a', '2026-01-15', 100_000).told('schedule', 'loan-restructured', told, schedule),
  of('assigned')
    .told('assigned', 'creditor-changed', '2026-01-15T04:00:00.000Z', assigned)
    .told('notified', 'creditor-changed', '2026-01-27T04:00:00.000Z', { ...assigned, notifiedOn: '2026-01-26' }),
  of('overlapping')
    .told('schedule', 'loan-restructured', told, schedule)
    .told('again', 'loan-restructured', '2026-01-21T04:00:00.000Z', { ...schedule, restructuringId: 'r-2' }),
];
let stack: TestStack;
let look: Look;

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: '2026-01-04T00:00:00.000Z' });
  await giveStories(stack, stories);
  await stack.advanceTo('2026-02-20T00:00:00.000Z');
  look = lookAt(stack);
}, 600_000);
afterAll(() => stack?.stop());

const begun = async (loan: string): Promise<string[]> => (await look.acts(loan)).map(({ begunAt }) => begunAt);

it('whoever is contacted after an acceleration is told all that is outstanding, and from its undoing on what was due by itself', async () => {
  const arrears = (await look.acts('undone')).map(({ begunAt, covers }) => [begunAt, covers[0]?.arrears] as const);
  const between = (from: string, to: string) =>
    new Set(arrears.filter(([at]) => at > from && at < to).map(([, owed]) => owed));
  expect(between('2026-01-04', told)).toEqual(new Set([instalmentAmount]));
  expect(between(told, '2026-01-28T04:00:00.000Z')).toEqual(new Set([instalmentAmount + rest]));
  expect(between('2026-01-28T04:00:00.000Z', '2026-02-20')).toEqual(new Set([instalmentAmount]));
  expect((await look.kase('accelerated'))?.noted).toMatchObject({
    arrears: instalmentAmount + rest,
    oldestUnpaidDueOn: firstDue,
  });
});

it('an acceleration whose notice came too late for the law of the place makes nothing due, and somebody has to look into it', async () => {
  const kase = await look.kase('unproved');
  expect(kase?.noted.arrears).toBe(instalmentAmount);
  expect(kase?.openTasks).toContain(`${tenant}/unproved/1/1/discrepancy/1`);
  const facts = await look.facts('unproved');
  expect(facts.find(({ type }) => type === 'acceleration-noted')).toMatchObject({ against: ['UK-DN-1-ACCELERATE'] });
});

it('a restructured loan is watched, and an instalment missed by its new schedule begins the ladder anew', async () => {
  const stages = (await look.facts('restructured')).flatMap((fact) =>
    fact.type === 'stage-entered' ? `${fact.stage} ${fact.because} ${fact.round}` : [],
  );
  expect(stages).toContain('monitoring cured 1');
  expect(stages.at(-1)).toMatch(/ 2$/);
  expect((await look.kase('restructured'))?.noted).toMatchObject({
    arrears: instalmentAmount,
    oldestUnpaidDueOn: '2026-02-05',
  });
});

it('what servicing took over beyond what was open is told by the case, and is nobody’s silent fix', async () => {
  const found = (await look.facts('taken-too-much')).find(({ type }) => type === 'discrepancy-found');
  expect(found).toMatchObject({ discrepancy: { about: 'taken-over', ours: 201_000, theirs: instalmentAmount } });
});

it('a claim that was assigned rests until the notice to the debtor is proved', async () => {
  const at = await begun('assigned');
  const [from, to] = ['2026-01-15T04:00:00.000Z', '2026-01-27T04:00:00.000Z'];
  expect(at.filter((each) => each > from && each < to)).toEqual([]);
  expect(at.filter((each) => each < from).length).toBeGreaterThan(0);
  expect(at.filter((each) => each >= to).length).toBeGreaterThan(0);
});

it('its messages name who lent before the notice and the new creditor after it, and so reached the borrower', async () => {
  const proved = '2026-01-27T04:00:00.000Z';
  const named = (await look.received('assigned')).flatMap(({ at, creditors = [] }) =>
    creditors.map((creditor) => [at < proved, creditor] as const),
  );
  const of = (before: boolean) => new Set(named.flatMap(([then, creditor]) => (then === before ? [creditor] : [])));
  expect(of(true)).toEqual(new Set(['示例消费金融有限公司']));
  expect(of(false)).toEqual(new Set(['示例融资担保有限公司']));
});

it('a second schedule that bills the same numbers is kept aside, and the first one stands', async () => {
  const [parked] = await look.parked('overlapping');
  expect(parked).toMatchObject({ status: 'parked', cause: { code: 'contradiction', field: 'instalments' } });
  expect((await look.kase('overlapping'))?.noted.arrears).toBe(0);
});

it('the case tells of it in both languages', async () => {
  const shown = await recourse(stack.env, 'case', 'show', 'accelerated');
  expect(shown.out).toContain('Accelerated on 2026-01-19: CNY 33,000.00 more is due.');
  const zh = await recourse(stack.env, 'case', 'show', 'assigned', '--lang', 'zh');
  expect(zh.out).toContain('债权自 2026-01-14 起转让予 guarantee-1');
});

it('the audit from outside, which reckons all of it anew, finds nothing', async () => {
  const { code, output } = await stack.audit();
  expect({ code, output }).toMatchObject({ code: 0 });
});
