import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repoRoot } from '../local/repo-root.js';
import { loadPolicies } from '../policies/load-policies.js';
import { readTakeOn } from './read-take-on.js';

const { zones } = loadPolicies(join(repoRoot, 'policies'));
const context = { now: '2026-02-12T01:00:00.000Z', zones, noticeKinds: new Set(['outsourcing', 'legal']) };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'take-on-'));
  cpSync(join(repoRoot, 'examples/take-on'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = () => readTakeOn(folder, context);
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const edit = (file: string, from: string, to: string): void => {
  expect(text(file)).toContain(from);
  writeFileSync(join(folder, file), text(file).replace(from, to));
};
const told = () => read().bad.map(({ file, line, field, reason }) => `${file}:${line} ${field ?? '-'} ${reason}`);

describe('a file as a whole', () => {
  const unreadable = () => expect(read()).toMatchObject({ unreadable: true, whole: [] });

  it('with another header is refused and told what it must be', () => {
    edit('payments.csv', 'value_date', 'valuedate');

    unreadable();
    expect(told()[0]).toMatch(/^payments.csv:1 - the header lacks value_date; it must be payment_id,loan_id,/);
  });

  it('with its columns in another order is refused', () => {
    edit('refusals.csv', 'loan_id,refused_on', 'refused_on,loan_id');

    unreadable();
    expect(told()[0]).toContain('the header is not in order');
  });

  it('that is not UTF-8 is refused with the lines', () => {
    const bytes = Buffer.from(text('loans.csv').replace('OLD-B', 'OLD-\u00e9'), 'latin1');
    writeFileSync(join(folder, 'loans.csv'), bytes);

    unreadable();
    expect(told()).toEqual(['loans.csv:3 - is not UTF-8']);
  });

  it.each([
    ['an open quote', 'OLD-A,2,', '"OLD-A,2,', 3],
    ['a quote inside a field', 'OLD-A,2,', 'OLD-A,2",', 3],
    ['a quote that ends inside its field', 'OLD-A,2,', '"OLD"-A,2,', 3],
  ])('with %s is refused with the line of it', (_what, from, to, line) => {
    edit('instalments.csv', from, to);

    unreadable();
    expect(told()).toEqual([`instalments.csv:${line} - is not CSV: a quote is open or out of place`]);
  });

  it.each<[string, (text: string) => string | Buffer, string]>([
    ['is empty', () => '', 'is empty; its header must be loan_id,kind'],
    ['has semicolons', (text) => text.replaceAll(',', ';'), 'uses ; instead of , between fields'],
    ['is UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'), 'is not UTF-8 but UTF-16'],
    ['is UTF-16 without saying so', (text) => Buffer.from(text, 'utf16le'), 'is not UTF-8 but UTF-16'],
  ])('that %s is told so, once', (_what, make, reason) => {
    writeFileSync(join(folder, 'notices.csv'), make(text('notices.csv')));

    unreadable();
    expect(told()).toEqual([expect.stringContaining(`notices.csv:1 - ${reason}`)]);
  });

  it('that is missing, or has a name of its own, is refused', () => {
    renameSync(join(folder, 'payments.csv'), join(folder, 'payment.csv'));

    unreadable();
    expect(told()[0]).toContain('payment.csv:0 - is no file of a take-on');
    expect(told()).toContain('payments.csv:0 - is missing');
  });

  it('that has its header only is a file of nothing', () => {
    writeFileSync(join(folder, 'notices.csv'), 'loan_id,kind,instalments,proved_on\n');

    expect(told()).toEqual([]);
    expect(read().empty).toEqual(['notices.csv']);
  });
});
