import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { audit } from '../../services/auditor/src/audit.js';
import { checkOfNumber } from '../../services/auditor/src/law/check-of-number.js';
import { law } from '../../services/auditor/src/testing/clean-evidence.js';
import { must } from '../../services/auditor/src/testing/plant.js';
import { trialsOf } from './number-trials.js';
import { worldOf } from './world-of-rule.js';

/** Kinds 1 to 5 and 9 of the survey: those that gate a single contact. */
const gating = new Set([
  'contact-window',
  'frequency-cap',
  'cooldown',
  'party-eligibility',
  'channel-permission',
  'hold-on-event',
]);

type RawRule = { id: string; kind: string } & Record<string, unknown>;
type Number = { id: string; kind: string; field: string; is: string };

const packs = 'policies/rule-packs';
const shipped = readdirSync(packs).flatMap(
  (file) => (parse(readFileSync(join(packs, file), 'utf8')) as { rules: RawRule[] }).rules,
);
const spans = (windows: unknown): string =>
  (windows as { from: string; to: string }[]).map(({ from, to }) => `${from}-${to}`).join(', ');
/** Every number and every span of hours that a rule which gates contacts has. */
const numbers = shipped
  .filter(({ kind }) => gating.has(kind))
  .flatMap(({ id, kind, ...fields }) =>
    Object.entries(fields).flatMap(([field, is]): Number[] => {
      if (field === 'windows') return [{ id, kind, field, is: spans(is) }];
      return typeof is === 'number' ? [{ id, kind, field, is: String(is) }] : [];
    }),
  );
const checkOf = ({ kind, field }: Number): string | undefined =>
  (checkOfNumber as Record<string, Record<string, string>>)[kind]?.[field];

test('every number of every shipped rule that gates a contact has a check', () => {
  expect(numbers.length).toBeGreaterThan(30);
  expect(numbers.filter((number) => checkOf(number) === undefined)).toEqual([]);
});

test('docs/guide/audit.md lists them, and no other', () => {
  const rows = numbers.map((number) => `| ${number.id} | ${number.field} | ${number.is} | \`${checkOf(number)}\` |`);
  const page = readFileSync('docs/guide/audit.md', 'utf8');
  const listed = page.split('\n').filter((line) => /^\| [A-Z]+-[A-Z0-9-]+ \| /.test(line));

  expect(listed).toEqual(rows);
});

describe('each number as it ships, in a world of its rule’s own place, party, product, actor, purpose and channel', () => {
  test.each(numbers.map((number) => [number.id, number.field, number] as const))('%s %s', (id, field, number) => {
    const rule = must(law.rules.find((each) => each.id === id));
    const read = (rule as unknown as Record<string, unknown>)[field];
    const trials = trialsOf(rule, field);

    expect(field === 'windows' ? spans(read) : String(read)).toBe(number.is);
    expect(new Set(trials.map(({ isBroken }) => isBroken))).toEqual(new Set([false, true]));
    for (const { what, meetings, known, isBroken } of trials) {
      const broken = audit(worldOf(rule, meetings, known)).flatMap(({ check, violations }) =>
        violations.length > 0 ? [check] : [],
      );
      expect(broken.includes(must(checkOf(number)) as never), what).toBe(isBroken);
    }
  });
});
