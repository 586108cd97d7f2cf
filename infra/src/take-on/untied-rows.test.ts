import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repoRoot } from '../local/repo-root.js';
import { loadPolicies } from '../policies/load-policies.js';
import { readTakeOn } from './read-take-on.js';

const { zones } = loadPolicies(join(repoRoot, 'policies'));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'take-on-'));
  cpSync(join(repoRoot, 'examples/take-on'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = () =>
  readTakeOn(folder, { now: '2026-02-12T01:00:00.000Z', zones, noticeKinds: new Set(['outsourcing', 'legal']) });
const edit = (file: string, from: string, to: string): void => {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
};

describe('a bad row', () => {
  it.each<[string, string, string, string]>([
    ['misspelt', 'holds.csv', 'OLD-D', 'OLD_D'],
    ['empty', 'contacts.csv', 'OLD-K3,OLD-A', 'OLD-K3,'],
    ['a column away', 'contacts.csv', 'OLD-K3,OLD-A', 'OLD-A'],
    ['perhaps a column away and names another', 'contacts.csv', 'OLD-K3,OLD-A,CHEN', 'OLD-A,OLD-B'],
    ['in a row of loans.csv that is a column off', 'loans.csv', 'OLD-D,consumer', 'OLD-D,OLD-D,consumer'],
    ['misspelt in loans.csv', 'loans.csv', 'OLD-D,consumer', 'OLD_D,consumer'],
  ])('whose loan is %s may be of any loan: none is whole', (_how, file, from, to) => {
    edit(file, from, to);

    expect(read()).toMatchObject({ whole: [], untied: true });
  });

  it('of loans.csv leaves that loan out, and its rows in other files are not those of nobody', () => {
    edit('loans.csv', 'OLD-D,consumer,CNY', 'OLD-D,consumer,XXX');

    const { whole, bad, untied } = read();

    expect(whole.map(({ loanId }) => loanId)).toEqual(['OLD-A', 'OLD-B', 'OLD-C']);
    expect(bad.map(({ file, line }) => `${file}:${line}`)).toEqual(['loans.csv:5']);
    expect(untied).toBe(false);
  });
});
