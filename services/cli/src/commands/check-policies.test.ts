import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { expect, test } from 'vitest';
import { checkPolicies } from './check-policies.js';

test('the shipped policies are said to be in order, with what new cases take', () => {
  const said = checkPolicies();
  expect(said.filter((line) => !line.startsWith('rule pack'))).toEqual([
    'policies are in order',
    'strategy consumer-cn: new cases take version 2, 1 older',
    'calendar CN: from 2025-01-01 up to 2027-01-01',
  ]);
  expect(said).toContainEqual(expect.stringMatching(/^rule pack cn version \d+ for CN: \d+ rules$/));
});

test('every fault of every file is named at once', () => {
  const dir = mkdtempSync(join(tmpdir(), 'recourse-policies-'));
  try {
    cpSync(join(repoRoot, 'policies'), dir, { recursive: true });
    const spoil = (file: string, from: string, to: string): void =>
      writeFileSync(join(dir, file), readFileSync(join(dir, file), 'utf8').replace(from, to));
    spoil('strategies/consumer-cn-2.yaml', 'template: reminder-first', 'template: reminder-frist');
    spoil('rule-packs/house.yaml', 'limit: 5', 'limit: five');
    spoil('contacts.yaml', 'mergeWindowMinutes: 60', 'mergeWindowMinutes: an hour');
    spoil('templates/call-script.yaml', '{{ sender }}', '{{ sendr }}');

    expect(() => checkPolicies(dir)).toThrow(
      /^4 faults in the policies:\n {2}rule-packs\/house\.yaml: rules\[2\]\.limit: .*\n {2}contacts\.yaml: mergeWindowMinutes: .*\n {2}templates\/call-script\.yaml: text\.zh: .*\n {2}strategies\/consumer-cn-2\.yaml: stages\[0\]\.steps\[0\]\.template: unknown-template: .*reminder-frist/,
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
});
