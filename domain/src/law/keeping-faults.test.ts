import { expect, test } from 'vitest';
import { lawRule } from '../../../test/builders/law-rule.js';
import { keepingFaults } from './keeping-faults.js';
import { readLawSurvey, type SurveyRow } from './law-survey.js';
import type { Rule } from './rule.js';

const rows = (...given: object[]): SurveyRow[] => {
  const read = readLawSurvey({ jurisdiction: 'CN', rows: given });
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.rows;
};
const pack = (...rules: Rule[]) => ({ pack: 'xx', version: 1, jurisdiction: 'CN', title: 'xx', rules });
const cap = (fields: object) =>
  lawRule('frequency-cap', {
    unit: 'attempt',
    limit: 3,
    days: 1,
    scope: ['person'],
    channels: ['call'],
    ...fields,
  });
const one = { id: 'XX-1', what: 'x', channels: ['call'] };

test('what several rows tell of a rule is asked together, and each is named', () => {
  const told = rows(
    { ...one, rules: [{ rule: 'TEST-1', least: { limit: 3 } }] },
    { ...one, id: 'XX-2', rules: ['TEST-1'] },
    { ...one, id: 'XX-3', rules: [{ rule: 'TEST-1', least: { exclusions: ['consented'], consentDays: 7 } }] },
  );
  expect(keepingFaults(told, [pack(cap({ exclusions: ['consented'], consentDays: 7 }))])).toEqual([]);
  expect(keepingFaults(told, [pack(cap({ limit: 4 }))])).toEqual([
    expect.stringMatching(/^TEST-1 of pack xx has limit 4 for 3 of row XX-[13], XX-[13] of the survey$/),
  ]);
});

test('rows that tell a rule two ways do not fit, whatever the rule says', () =>
  expect(
    keepingFaults(
      rows(
        { ...one, rules: [{ rule: 'TEST-1', least: { limit: 3 } }] },
        { ...one, id: 'XX-2', rules: [{ rule: 'TEST-1', least: { limit: 5 } }] },
      ),
      [pack(cap({}))],
    ),
  ).toContain('rows XX-1 and XX-2 of the survey tell two least limit of TEST-1'));

test('of what lifts or narrows a rule a row that tells nothing allows none, and of numbers it asks none', () => {
  const silent = rows({ ...one, rules: ['TEST-1'] });
  expect(keepingFaults(silent, [pack(cap({ limit: 1000 }))])).toEqual([]);
  expect(keepingFaults(silent, [pack(cap({ exclusions: ['not-connected'] }))])).toEqual([
    'TEST-1 of pack xx has exclusions ["not-connected"] for [] of row XX-1 of the survey',
  ]);
});

test('a least that the kind of the rule has no field for, or no value of, is told', () => {
  const of = (least: object) => keepingFaults(rows({ ...one, rules: [{ rule: 'TEST-1', least }] }), [pack(cap({}))]);
  expect(of({ minCrew: 2 })).toEqual([
    'TEST-1 of pack xx is a frequency-cap, which has no minCrew to compare of row XX-1 of the survey',
  ]);
  expect(of({ limit: 'three' })).toEqual([
    'TEST-1 of pack xx cannot be compared: limit must be a number of row XX-1 of the survey',
  ]);
});
