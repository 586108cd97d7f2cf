import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repoRoot } from '../local/repo-root.js';
import { readAssumptions } from './read-assumptions.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'recourse-assumptions-'));
  cpSync(join(repoRoot, 'policies/simulation'), join(dir, 'simulation'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const faultsWith = (file: string, from: string, to: string): string[] => {
  const path = join(dir, 'simulation', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  const read = readAssumptions(dir);
  return 'faults' in read ? read.faults.map(({ path: field, reason }) => `${field}: ${reason}`) : [];
};

test('the shipped assumptions can be used', () => {
  expect(readAssumptions(dir)).toMatchObject({ model: { model: 'experience' }, costs: { costs: 'experience' } });
});

test.each([
  ['borrowers.yaml', 'missesAgain: 0.08', 'missesAgain: 8', 'types[0].missesAgain: must be 0 to 1'],
  ['borrowers.yaml', 'type: squeezed', 'type: forgetful', 'types: must have a name of their own each'],
  ['borrowers.yaml', 'throughDpd: 10,', 'throughDpd: 2,', 'unasked: must ascend'],
  ['borrowers.yaml', 'no-answer: 50', 'no-answer: 80', 'spoken.telephone: must not be more than 100'],
  ['borrowers.yaml', 'from: 0.3, to: 0.7', 'from: 0.7, to: 0.3', 'parts: must be from above 0 to below 1'],
  ['costs.yaml', 'sms: 5', 'sms: 0.5', 'currencies.CNY.perContact.sms: must be a whole number of minor units'],
  ['costs.yaml', 'agency: 2500', 'agency: 25000', 'currencies.CNY.commission.agency: must be 0 to 10000'],
  ['portfolio.yaml', 'share: 25', 'share: 85', 'overdue: must not be more than 100'],
  ['portfolio.yaml', 'from: 3, to: 24', 'from: 24, to: 3', 'products[0].instalments.to: must not be below from'],
])('%s with %s changed to %s is refused by field', (file, from, to, fault) => {
  expect(faultsWith(file, from, to)).toEqual([fault]);
});

test('a file that is not there is a fault', () => {
  rmSync(join(dir, 'simulation/costs.yaml'));
  const read = readAssumptions(dir);
  expect('faults' in read && read.faults).toEqual([
    { file: 'simulation/costs.yaml', path: '', reason: expect.stringMatching(/^cannot be read/) },
  ]);
});
