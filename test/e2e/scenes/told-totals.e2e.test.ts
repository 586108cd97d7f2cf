import { afterAll, beforeAll, expect, it } from 'vitest';
import { recourse } from '../../cli/recourse.js';
import { ownTenant } from '../crashes/own-tenant.js';
import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { giveStories } from './give-stories.js';
import { licensedContract } from './licensed-contract.js';
import { instalmentAmount, loanStory } from './loan-story.js';

const tenant = ownTenant('totals');
const [firstDue, secondDue] = ['2026-01-05', '2026-02-05'];
const of = (loan: string) => loanStory(tenant, loan, `p-${loan}`, licensedContract);
const overdue = (loan: string) => of(loan).missed(1, firstDue);
const charge = { chargeId: 'c-1', component: 'fees', amount: 5_000, dueOn: '2026-01-20' };
const waiver = { waiverId: 'w-1', of: { chargeId: 'c-1' }, amount: 5_000, waivedOn: '2026-01-20' };
const [early, late] = ['2026-01-21T04:00:00.000Z', '2026-01-22T04:00:00.000Z'];
const stories = [
  of('larger').missed(1, firstDue, 2),
  of('reordered').missed(2, secondDue, 2).missed(1, firstDue, 1, '2026-02-08T00:00:00.000Z'),
  overdue('agreeing')
    .paid('part', '2026-01-20', 101_000, '2026-01-18')
    .paid('rest', '2026-02-02', 200_000)
    .missed(2, secondDue, 1),
  overdue('too-early')
    .told('c', 'charge-added', early, charge)
    .told('w', 'amount-waived', late, { ...waiver, waivedOn: '2026-01-15' }),
  overdue('waiting').told('w', 'amount-waived', early, waiver).told('c', 'charge-added', late, charge),
  overdue('idle')
    .told('w', 'amount-waived', early, { ...waiver, waivedOn: '2026-01-15' })
    .told('c', 'charge-added', late, charge),
];
let stack: TestStack;
let look: Look;

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: '2026-01-04T00:00:00.000Z' });
  await giveStories(stack, stories);
  await stack.advanceTo('2026-02-12T00:00:00.000Z');
  look = lookAt(stack);
}, 600_000);
afterAll(() => stack?.stop());

const said = async (loan: string): Promise<string[]> =>
  (await look.facts(loan)).flatMap((fact) =>
    fact.type === 'discrepancy-found'
      ? [`${fact.discrepancy.id} ${fact.discrepancy.ours} ${fact.discrepancy.theirs}`]
      : fact.type === 'discrepancy-solved'
        ? [`${fact.discrepancyId} solved by ${fact.by}`]
        : [],
  );

it('arrears that no event explains are somebody’s work, and the borrower owes what the events say', async () => {
  expect(await said('larger')).toEqual([`arrears/2026-01-06 ${instalmentAmount} ${2 * instalmentAmount}`]);
  const kase = await look.kase('larger');
  expect(kase?.openTasks).toContain(`${tenant}/larger/1/1/discrepancy/1`);
  expect(kase?.noted.arrears).toBe(instalmentAmount);
  const { out } = await recourse(stack.env, 'case', 'show', 'larger', '--lang', 'zh');
  expect(out).toContain('与核心系统金额不符：2026-01-06 的逾期金额');
});

it('the instalment they knew of solves it, when it is told after them', async () => {
  expect(await said('reordered')).toEqual([
    `arrears/2026-02-06 ${instalmentAmount} ${2 * instalmentAmount}`,
    'arrears/2026-02-06 solved by news',
  ]);
});

it('money in part, dated back, and in time leaves nothing to look into', async () => {
  expect(await said('agreeing')).toEqual([]);
});

it('a waiver of before its charge is kept aside with its reason, and the case owes what it owed', async () => {
  const [parked] = await look.parked('too-early');
  expect(parked).toMatchObject({ status: 'parked', cause: { code: 'contradiction', field: 'waivedOn' } });
  expect((await look.kase('too-early'))?.noted.arrears).toBe(instalmentAmount + 5_000);
});

it('a waiver of a charge not told yet waits for it and counts; where the charge begins later somebody looks into it', async () => {
  expect((await look.kase('waiting'))?.noted.arrears).toBe(instalmentAmount);
  expect(await said('waiting')).toEqual([]);
  expect((await look.kase('idle'))?.noted.arrears).toBe(instalmentAmount + 5_000);
  expect(await said('idle')).toEqual(['waiver/w-1 0 5000']);
});

it('the audit from outside, which reckons all of it anew, finds nothing', async () => {
  const { code, output } = await stack.audit();
  expect({ code, output }).toMatchObject({ code: 0 });
});
