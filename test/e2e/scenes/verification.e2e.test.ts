import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recourse } from '../../cli/recourse.js';
import { firstSms } from '../crashes/overdue.js';
import { ownTenant } from '../crashes/own-tenant.js';
import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { loanStory, scenePerson } from './loan-story.js';

const tenant = ownTenant('verification');
let stack: TestStack;
let look: Look;
let persons = 0;

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: '2026-01-05T00:00:00.000Z', pulls: true });
  look = lookAt(stack);
});
afterAll(() => stack?.stop());

/** A loan that misses its instalment of the day; only the sandbox's directory knows its borrower. */
async function overdue(loan: string, dueOn: string, known = true): Promise<void> {
  const story = loanStory(tenant, loan, `p-${loan}`).missed(1, dueOn);
  persons += 1;
  const rows = known ? [scenePerson(`p-${loan}`, persons)] : [];
  await stack.ask('/portfolio/events', { tenant, events: story.events, persons: rows });
  await stack.script({ loan, alwaysReached: true, afterwards: 'silent' });
}

const factsOf = async (loan: string, type: string) => (await look.facts(loan)).filter((fact) => fact.type === type);
const contacts = async (loan: string) => (await look.received(loan)).map(({ at }) => at);
const holds = async (loan: string) =>
  (await look.kase(loan))?.holds.flatMap(({ reason, endedAt }) => (endedAt === undefined ? reason : [])) ?? [];

test('a case is verified as soon as it opens, its borrower pulled and sealed, and written to after grace', async () => {
  await overdue('agreed', '2026-01-05');
  await stack.advanceTo('2026-01-06T00:30:00.000Z');
  expect(await factsOf('agreed', 'loan-verified')).toMatchObject([{ by: 'servicing', at: '2026-01-06T00:00:00.000Z' }]);
  const [person, ...more] = await stack.stores.mongo.collections.persons.find({ tenant }).toArray();
  expect(more).toEqual([]);
  expect(person?.points[0]).toMatchObject({ source: 'contract', verifiedOn: '2025-12-20', recordedOn: '2025-12-20' });
  expect(JSON.stringify([person, await look.journal('agreed')])).not.toContain('+86');

  await stack.advanceTo('2026-01-10T00:00:00.000Z');
  expect((await contacts('agreed'))[0]).toBe(firstSms('2026-01-05'));
});

test('a sum that differs stops the case until somebody has looked into it', async () => {
  const dueOn = '2026-01-10';
  await stack.hazard('servicing', 'wrong-sum', 2);
  await overdue('miscounted', dueOn);
  await stack.advanceTo('2026-01-17T00:00:00.000Z');
  expect(await factsOf('miscounted', 'loan-mismatched')).toMatchObject([
    { field: 'sums', ours: '301000', theirs: '301001' },
  ]);
  expect(await holds('miscounted')).toEqual(['loan-mismatch']);
  expect(await contacts('miscounted')).toEqual([]);
  expect((await look.kase('miscounted'))?.stage).toBeUndefined();

  const listed = await recourse(stack.env, 'task', 'list');
  const [taskId = ''] = /^\S+\/miscounted\/\S+(?= +verification )/m.exec(listed.out) ?? [];
  expect(await recourse(stack.env, 'task', 'done', taskId)).toMatchObject({ code: 0, out: `${taskId} is done\n` });
  expect((await recourse(stack.env, 'task', 'done', taskId)).err).toMatch(/it (is closed|has been answered before)/);
  await stack.advanceTo('2026-01-19T00:00:00.000Z');
  expect(await holds('miscounted')).toEqual([]);
  expect((await contacts('miscounted')).length).toBeGreaterThan(0);
});

test('servicing that is down, and a directory that talks nonsense, are waited for, and the case says so', async () => {
  const dueOn = '2026-01-19';
  // Three tries each: once the case gives servicing five minutes, once the directory.
  await stack.hazard('servicing', 'down', 3);
  await stack.hazard('directory', 'nonsense', 3);
  await overdue('waiting', dueOn);
  await stack.advanceTo(`${addDays(dueOn, 1)}T00:04:00.000Z`);
  expect((await look.kase('waiting'))?.plan).toMatchObject({ because: expect.stringMatching(/^waits for /) });

  await stack.advanceTo(`${addDays(dueOn, 2)}T00:00:00.000Z`);
  expect(await factsOf('waiting', 'verification-awaited')).toMatchObject([
    { from: 'directory', because: 'nonsense', field: 'points' },
    { from: 'servicing', because: 'down', reason: 'answered 503' },
  ]);
  expect(await factsOf('waiting', 'loan-verified')).toHaveLength(1);
});

test('a borrower whom the directory does not know is a verification hold', async () => {
  await overdue('nobody', '2026-01-21', false);
  await stack.advanceTo('2026-01-27T00:00:00.000Z');
  expect(await holds('nobody')).toEqual(['verification']);
  expect(await contacts('nobody')).toEqual([]);
});

test('the audit from outside finds nothing wrong in any of it', async () => {
  const { code, output } = await stack.audit();
  expect(code, output).toBe(0);
});
