import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownPolicies } from '../read-strategies.js';
import { readLaw } from './read-law.js';

/** The packs of this repository with one word of the house pack changed. */
async function read(was: RegExp, is: string) {
  const policies = mkdtempSync(join(tmpdir(), 'recourse-audit-'));
  try {
    for (const folder of ['rule-packs', 'calendars', 'zones'])
      cpSync(join(ownPolicies, folder), join(policies, folder), { recursive: true });
    const house = join(policies, 'rule-packs', 'house.yaml');
    writeFileSync(house, readFileSync(house, 'utf8').replace(was, is));
    return await readLaw(policies);
  } finally {
    rmSync(policies, { recursive: true });
  }
}

test('every pack is read, with what a rule leaves out filled in as the packs mean it', async () => {
  const { rules, holidays, numberZones } = await readLaw();

  expect([...new Set(rules.map(({ jurisdiction }) => jurisdiction))].toSorted()).toEqual(
    expect.arrayContaining(['*', 'CN', 'GB', 'US', 'US-MA', 'US-NY-NYC']),
  );
  expect(rules.find(({ id }) => id === 'CN-FREQ-1')).toMatchObject({
    limit: 3,
    override: [],
    purposes: ['collect', 'locate', 'relay', 'remind-before-due'],
  });
  expect(holidays.get('CN')?.days.has('2026-01-01')).toBe(true);
  expect(numberZones.get('+86')).toEqual(['Asia/Shanghai']);
});

test('a stricter house limit is read as it stands', async () => {
  const { rules } = await read(/limit: 5/, 'limit: 2');

  expect(rules.find(({ id }) => id === 'OWN-FREQ-1')).toMatchObject({ limit: 2 });
});

test.each([
  ['a limit that is no number', /limit: 5/, 'limit: many'],
  ['a unit nobody knows', /unit: conversation/, 'unit: whisper'],
])('%s is told, never passed over', async (_what, was, is) => {
  await expect(read(was, is)).rejects.toThrow(/^RECOURSE_POLICIES: reading rule packs failed: /);
});
