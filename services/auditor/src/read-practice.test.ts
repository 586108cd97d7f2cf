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

/** The policies of this repository with one file more or another. */
async function practiceWith(file: string, change: (policies: string) => string) {
  const policies = mkdtempSync(join(tmpdir(), 'recourse-audit-'));
  try {
    cpSync(ownPolicies, policies, { recursive: true });
    writeFileSync(join(policies, 'templates', file), change(join(policies, 'templates')));
    return await readPractice(policies);
  } finally {
    rmSync(policies, { recursive: true });
  }
}

test('words of an earlier version are on file, as they were approved then; which notice they give is what they say', async () => {
  const { words } = await readPractice();

  expect(words.get('lawyers-letter@3')).toMatchObject({ isApproved: true, notices: [] });
  expect(words.get('lawyers-letter@5')).toMatchObject({ isApproved: true, notices: ['legal'] });
});

test('an earlier file that calls itself the version in use is passed over', async () => {
  const { words } = await practiceWith('earlier/lawyers-letter-5.yaml', (folder) =>
    readFileSync(join(folder, 'lawyers-letter.yaml'), 'utf8').replace('notices: [legal]', 'notices: [bad-information]'),
  );

  expect(words.get('lawyers-letter@5')).toMatchObject({ isApproved: true, notices: ['legal'] });
});

test('a word changed after the approval is seen', async () => {
  const { words } = await practiceWith('locate-contact.yaml', (folder) =>
    readFileSync(join(folder, 'locate-contact.yaml'), 'utf8').replace('烦请', '请'),
  );

  expect([...words].flatMap(([name, { isApproved }]) => (isApproved ? [] : [name]))).toEqual([
    expect.stringMatching(/^locate-contact@/),
  ]);
});
