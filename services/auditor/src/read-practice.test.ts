import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPractice } from './read-practice.js';
import { ownPolicies } from './read-strategies.js';

test('the templates that ship say what was approved, reckoned anew', async () => {
  const { words, own, partners } = await readPractice();

  expect(words.size).toBeGreaterThan(5);
  expect([...words].filter(([, { isApproved }]) => !isApproved)).toEqual([]);
  expect(own.lines['call']).toEqual({ recorded: true, officialAccount: true });
  expect(own.says).toContain('sender-identity');
  expect(partners.get('agency-1')?.languages).toContain('zh');
});

test('a word changed after the approval is seen', async () => {
  const policies = mkdtempSync(join(tmpdir(), 'recourse-audit-'));
  try {
    cpSync(ownPolicies, policies, { recursive: true });
    const file = join(policies, 'templates', 'locate-contact.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('烦请', '请'));

    const { words } = await readPractice(policies);

    expect([...words].flatMap(([name, { isApproved }]) => (isApproved ? [] : [name]))).toEqual([
      expect.stringMatching(/^locate-contact@/),
    ]);
  } finally {
    rmSync(policies, { recursive: true });
  }
});
