import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshotLine, type SnapshotLine } from '@recourse/infra/credit/credit-file-schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recourse } from '../../cli/recourse.js';
import { ownTenant } from '../crashes/own-tenant.js';
import { givePortfolio } from '../given.js';
import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { loanStory, scenePerson } from './loan-story.js';

const tenant = ownTenant('credit');
const dir = mkdtempSync(join(tmpdir(), 'credit-'));
let stack: TestStack;
let look: Look;

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: '2026-01-05T00:00:00.000Z' });
  look = lookAt(stack);
  const stories = [
    loanStory(tenant, 'late', 'p-late').missed(1, '2026-01-05'),
    // Told on 5 February of money of 8 January: January was told wrongly.
    loanStory(tenant, 'back-dated', 'p-back').missed(1, '2026-01-05').paid('b', '2026-02-05', 301_000, '2026-01-08'),
    loanStory(tenant, 'untold', 'p-untold').missed(1, '2026-01-24'),
  ];
  await givePortfolio(stack, {
    events: stories.flatMap(({ events }) => events),
    persons: ['late', 'back', 'untold'].map((name, index) => scenePerson(`p-${name}`, index + 1)),
  });
  for (const loan of ['late', 'back-dated', 'untold']) await stack.script({ loan, calls: [], afterwards: 'silent' });
}, 300_000);
afterAll(async () => {
  await stack?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const said = (...args: string[]) => recourse(stack.env, 'credit', ...args);
const file = (name: string): string => join(dir, name);
const lines = (name: string): SnapshotLine[] =>
  readFileSync(file(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => snapshotLine.parse(JSON.parse(line)));
const rows = (name: string) => lines(name).flatMap((line) => (line.record === 'row' ? [line] : []));
const noted = async (loan: string) =>
  (await look.facts(loan)).flatMap((fact) => (fact.type === 'credit-noted' ? [fact] : []));

test('a month is told once it is over everywhere, of whoever was told before, and the same file is made again', async () => {
  await stack.advanceTo('2026-01-31T23:00:00.000Z');
  const early = await said('snapshot', '--month', '2026-01', '--out', file('early'));
  expect(early.code).toBe(1);
  expect(early.err).toContain('[month-not-over]');

  await stack.advanceTo('2026-02-01T12:00:00.000Z');
  const made = await said('snapshot', '--month', '2026-01', '--out', file('january'));
  expect(made).toMatchObject({ code: 0 });
  expect(made.out).toContain('not told: 1 loans');
  await stack.advanceTo('2026-02-01T13:00:00.000Z');
  expect(rows('january').map(({ loanId, kind, adverse, state }) => [loanId, kind, adverse, state.dpd])).toEqual([
    ['back-dated', 'first', true, 26],
    ['late', 'first', true, 26],
  ]);
  expect(await noted('untold')).toMatchObject([{ credit: 'withheld', because: 'notice-not-given' }]);
  expect(await noted('late')).toMatchObject([{ credit: 'furnished', month: '2026-01', adverse: true }]);
  expect((await look.facts('late')).find(({ type }) => type === 'notice-given')).toMatchObject({
    notice: { kind: 'bad-information' },
  });

  expect(await said('snapshot', '--month', '2026-01', '--out', file('again'))).toMatchObject({ code: 0 });
  expect(readFileSync(file('again'))).toEqual(readFileSync(file('january')));
}, 300_000);

test('what the bureau rejects is on the case, and a receipt of another file is not read', async () => {
  const trailer = lines('january').at(-1);
  if (trailer?.record !== 'trailer') throw new Error('no trailer');
  const header = { record: 'header', format: 'recourse-credit-receipt', version: 1, tenant, month: '2026-01' };
  const receipt = (sha256: string): string =>
    [
      { ...header, sha256 },
      { record: 'row', row: 'late/2026-01/2026-01', taken: false, code: 'E42' },
      { record: 'row', row: 'back-dated/2026-01/2026-01', taken: true },
    ]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');
  writeFileSync(file('other'), receipt('0'.repeat(64)));
  const other = await said('receipt', '--input', file('other'));
  expect(other.err).toContain('[other-file]');

  writeFileSync(file('receipt'), receipt(trailer.sha256));
  expect((await said('receipt', '--input', file('receipt'))).out).toContain('1 rows taken, 1 rejected');
  expect((await said('receipt', '--input', file('receipt'))).out).toContain('2 known before');
  await stack.advanceTo('2026-02-02T00:00:00.000Z');
  expect(await noted('late')).toContainEqual(expect.objectContaining({ credit: 'rejected', code: 'E42' }));
}, 120_000);

test('a dispute is marked and answered; the next file corrects what was wrong, sends again what was rejected, and no more', async () => {
  await stack.advanceTo('2026-02-10T02:00:00.000Z');
  const opened = await said('dispute', 'open', 'late', '--because', 'amount');
  expect(opened.out).toContain('by 2026-03-02');
  expect((await said('dispute', 'open', 'late', '--because', 'amount')).err).toContain('[disputed-already]');
  await stack.advanceTo('2026-03-01T12:00:00.000Z');
  expect(await said('snapshot', '--month', '2026-02', '--out', file('february'))).toMatchObject({ code: 0 });
  expect(rows('february').map(({ loanId, kind, month, adverse }) => [loanId, kind, month, adverse])).toEqual([
    ['back-dated', 'correction', '2026-01', false],
    ['back-dated', 'update', '2026-02', false],
    ['late', 'mark', '2026-01', true],
    ['untold', 'first', '2026-02', true],
  ]);

  await stack.advanceTo('2026-03-03T02:00:00.000Z');
  expect((await said('dispute', 'list')).out).toContain('OVERDUE');
  const overdue = await said('dispute', 'list', '--late');
  expect(overdue).toMatchObject({ code: 1 });
  expect(overdue.out).toContain('OVERDUE');
  expect(overdue.err).toContain('1 dispute of the credit record not answered');
  // The day was 2 March in Shanghai, and the case said so by itself the instant it was over.
  const missed = (await look.facts('late')).find(
    (fact) => fact.type === 'credit-noted' && fact.credit === 'answer-overdue',
  );
  expect(missed).toMatchObject({ at: '2026-03-02T16:00:00.000Z', dueOn: '2026-03-02' });
  const answered = await said('dispute', 'answer', 'late', '--outcome', 'not-upheld');
  expect(answered.out).toContain('late');
  expect(await said('dispute', 'list', '--late')).toMatchObject({ code: 0 });
  await stack.advanceTo('2026-04-01T12:00:00.000Z');
  expect(await said('snapshot', '--month', '2026-03', '--out', file('march'))).toMatchObject({ code: 0 });
  expect(rows('march').map(({ loanId, kind, month, disputed }) => [loanId, kind, month, disputed])).toEqual([
    ['late', 'resend', '2026-01', false],
    ['late', 'update', '2026-03', false],
    ['untold', 'update', '2026-03', false],
  ]);
  const shown = await recourse(stack.env, 'case', 'show', 'late', '--lang', 'zh');
  expect(shown.out).toContain('征信异议已逾期答复：不成立');
}, 300_000);

test('the audit finds nothing', async () => {
  expect(await stack.audit()).toMatchObject({ code: 0 });
}, 300_000);
