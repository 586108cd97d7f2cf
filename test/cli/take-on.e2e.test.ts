import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { readTakeOn } from '@recourse/infra/take-on/read-take-on';
import { takeOnRecord } from '@recourse/infra/take-on/take-on-record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../contracts/eventually.js';
import { ownTenant } from '../e2e/crashes/own-tenant.js';
import { startTestStack, type TestStack } from '../e2e/stack.js';
import { recourse, type Said } from './recourse.js';

/** One life of one tenant, on the day after the books were closed; each test goes on where the one before it stopped. */
const tenant = ownTenant('take-on');
const now = '2026-02-11T23:30:00.000Z';
const example = join(repoRoot, 'examples/take-on');
let stack: TestStack;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'take-on-'));
  cpSync(example, folder, { recursive: true });
  stack = await startTestStack({ tenant, now });
});
afterAll(async () => {
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: readonly string[]): Promise<Said> => recourse(stack.env, ...args);
const collections = () => stack.stores.mongo.collections;
const documents = async (): Promise<number> => {
  const { loans, events, parked, inbox, cases } = collections();
  const counts = await Promise.all([loans, events, parked, inbox, cases].map((each) => each.countDocuments()));
  return counts.reduce((sum, count) => sum + count, 0);
};

function edited(file: string, from: string, to: string): string {
  const other = mkdtempSync(join(folder, 'bad-'));
  cpSync(example, other, { recursive: true });
  writeFileSync(join(other, file), readFileSync(join(other, file), 'utf8').replace(from, to));
  return other;
}

describe('recourse take-on', () => {
  it('shows in a dry run the totals and the stage each loan would start in, and writes nothing', async () => {
    expect((await run('persons', 'load', join(example, 'persons.ndjson'))).code).toBe(0);
    const before = await documents();

    const { code, out } = await run('take-on', example, '--dry-run');

    expect(code).toBe(0);
    expect(out).toContain('Control totals: loans 4, persons 5, overdue CNY 7,820.00');
    expect(out).toMatch(/M1 +2 +CNY/);
    for (const row of [/reminder +1/, /call +1/, /visit +1/, /outsourcing +1/]) expect(out).toMatch(row);
    expect(out).toContain('note: 1 persons are not known yet');
    expect(out).toContain('dry run: nothing was written');
    expect(await documents()).toBe(before);
    expect((await run('take-on', example, '--dry-run', '--lang', 'zh')).out).toContain('控制总数：');
  });

  it('takes nothing from a folder with a bad row, and names every one of them', async () => {
    const bad = edited('contacts.csv', ',sms,', ',fax,');
    const before = await documents();

    const { code, out, err } = await run('take-on', bad);

    expect(code).toBe(1);
    expect(out).toMatch(/contacts\.csv +2 +channel +must be one of sms/);
    expect(err).toContain('nothing was taken on');
    expect(await documents()).toBe(before);
    const dry = await run('take-on', bad, '--dry-run');
    expect([dry.code, dry.err]).toEqual([1, expect.stringMatching(/^recourse: dry run: nothing would be taken on/)]);
    expect(dry.out).toContain('with --skip-rejected this would be taken on:\nControl totals: loans 3');
  });

  it('names a contact point that a known person does not have, before anything is taken on', async () => {
    const { code, out } = await run('take-on', edited('contacts.csv', 'CHEN-mobile', 'tel1'), '--dry-run');

    expect(code).toBe(1);
    expect(out).toMatch(/contacts\.csv +2 +point_id +is no contact point of the person/);
  });

  it('does not advise to skip what cannot be skipped', async () => {
    const { code, err } = await run('take-on', edited('payments.csv', 'value_date', 'valuedate'));

    expect(code).toBe(1);
    expect(err).toContain('a file or folder cannot be read as a whole');
    expect(err).not.toContain('--skip-rejected');
  });

  it('notes files without rows, and books that were closed long ago', async () => {
    const other = edited('refusals.csv', 'OLD-C,2025-12-15\n', '');
    const loans = join(other, 'loans.csv');
    writeFileSync(loans, readFileSync(loans, 'utf8').replace('FANG,,2026-02-11', 'FANG,,2026-02-01'));

    const { out } = await run('take-on', other, '--dry-run');

    expect(out).toContain('note: no rows in refusals.csv');
    expect(out).toContain('note: the books of 1 loans were closed more than a week ago (oldest: 2026-02-01)');
  });

  it('takes all loans on, each where the ladder had led it, and compares the totals', async () => {
    const { code, out, err } = await run('take-on', example);

    expect([err, code]).toEqual(['', 0]);
    expect(out).toContain('4 loans are taken on\nthe totals of the stores are those of the files');
    const { out: listed } = await run('case', 'list');
    for (const row of [/OLD-A +1 +visit/, /OLD-B +1 +reminder/, /OLD-C +1 +outsourcing/, /OLD-D +1 +call/])
      expect(listed).toMatch(row);
    const first = await run('case', 'list', '--limit', '3');
    expect(first.out).toContain('3 of 4; the next ones: --after OLD-C/1');
    expect((await run('case', 'list', '--after', 'OLD-C/1')).out).not.toContain('OLD-C');
    const { out: told } = await run('case', 'show', 'OLD-C');
    expect(told).toMatch(/Taken on with 0 payments, .* 1 notice, 0 holds as the books stood on 2026-02-11/);
    expect(told).toContain('Entered stage outsourcing: taken on');
    expect(told).not.toContain('Case opened again');
  });

  it('takes the same again as known: by the command, and told twice on Kafka', async () => {
    const { zones } = loadPolicies(join(repoRoot, 'policies'));
    const { whole } = readTakeOn(example, { now, zones, noticeKinds: new Set(['outsourcing', 'legal']) });
    const [loan] = whole;
    if (!loan) throw new Error('the example is empty');
    const ledger = async () => (await collections().persons.findOne({ _id: `${tenant}/CHEN` }))?.ledger.length;
    const [before, entries] = [await documents(), await ledger()];

    const record = takeOnRecord(tenant, loan, zones);
    await stack.stores.bus.producer().send([record, record]);
    const again = await run('take-on', example);
    await stack.advanceTo('2026-02-11T23:45:00.000Z');

    expect([again.code, again.err]).toEqual([0, '']);
    expect(again.out).toContain('4 of them were taken on before');
    expect([await documents(), await ledger()]).toEqual([before, entries]);
    expect(entries).toBe(4);
  });

  it('refuses other rows of a loan that was taken on', async () => {
    const { code, out } = await run('take-on', edited('payments.csv', 'OLD-P1,', 'OLD-P9,'));

    expect(code).toBe(1);
    expect(out).toMatch(/loans\.csv +2 +loan_id +this id came before with other content/);
  });

  it('leaves the loans of bad rows out when told to', async () => {
    const bad = edited('contacts.csv', ',sms,', ',fax,');

    const { code, out } = await run('take-on', bad, '--skip-rejected');

    expect(code).toBe(0);
    expect(out).toContain('1 loans are left out for their rejected rows');
  });

  it('takes nothing with a hold of nobody knows which loan, told to leave out or not', async () => {
    const before = await documents();

    const { code, out, err } = await run('take-on', edited('holds.csv', 'OLD-D', 'OLD_D'), '--skip-rejected');

    expect(code).toBe(1);
    expect(out).toMatch(/holds\.csv +2 +loan_id +is not in loans\.csv/);
    expect(err).toContain('nothing was taken on: a rejected row is of no loan');
    expect(await documents()).toBe(before);
  });

  it('then goes on by itself: no notice again, nothing while held, and the audit holds', async () => {
    await stack.advanceTo('2026-03-05T00:00:00.000Z');

    const { out } = await run('case', 'show', 'OLD-C');
    expect(out).toMatch(/Handed over to agency/);
    expect(out).not.toMatch(/Notice .* by/);
    const acts = await collections().acts.find({ tenant }).toArray();
    const spokenOf = acts.flatMap(({ covers }) => covers.map(({ loanId }) => loanId));
    expect(spokenOf).toContain('OLD-A');
    expect(spokenOf).not.toContain('OLD-D');
    await eventually(async () => (await stack.audit()).code === 0);
  });
});
