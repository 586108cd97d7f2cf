import { describe, expect, it } from 'vitest';
import { coverage, coverageFaults, isOnlyCarried } from './coverage.js';
import { lawRule } from '../../../test/builders/law-rule.js';
import { readLawSurvey, type SurveyRow } from './law-survey.js';
import type { Rule } from './rule.js';
import type { RulePack } from './rule-pack.js';

const rule = (id: string, confidence: Rule['confidence'], citation: string): Rule => ({
  id,
  kind: 'contact-window',
  actor: ['agency'],
  citation,
  confidence,
  force: 'hard',
  effectiveFrom: '2020-01-01',
  channels: ['call'],
  purposes: ['collect'],
  windows: [{ days: ['mon'], from: '08:00', to: '21:00' }],
  personsTimes: false,
});
const pack = (name: string, jurisdiction: string, ...rules: Rule[]): RulePack => ({
  pack: name,
  version: 1,
  jurisdiction,
  title: name,
  rules,
});
const xx = pack('xx', 'XX', rule('XX-1', 'primary', 'Act 1'), rule('XX-2', 'memory', 'Act 2'));
const rows = (...given: object[]): SurveyRow[] => {
  const read = readLawSurvey({
    jurisdiction: 'XX',
    rows: given.map((row) =>
      'notSoftware' in row ? row : { actor: ['agency'], channels: ['call'], purposes: ['collect'], ...row },
    ),
  });
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.rows;
};

describe('a row of the survey', () => {
  it('is kept by the rule of its own id when it names neither rules nor a reason', () => {
    const [covered] = coverage(rows({ id: 'XX-1', what: 'no calls' }), [xx]);
    expect(covered).toMatchObject({
      citations: ['Act 1'],
      confidence: 'primary',
      forces: ['hard'],
    });
    expect(covered?.rules.map(({ pack: name, rule: { id } }) => `${name} ${id}`)).toEqual(['xx XX-1']);
  });

  it('is kept when something that runs asks one of its rules, and only carried when nothing does', () => {
    const clock = lawRule('retention', { record: 'notice', minDays: 1, from: 'event', atEnd: 'delete' });
    const carrying = { ...xx, rules: [...xx.rules, clock] };
    const isCarried = (...rules: string[]) =>
      coverage(rows({ id: 'XX-9', what: 'x', rules }), [carrying]).map(isOnlyCarried);
    expect([isCarried('TEST-1'), isCarried('TEST-1', 'XX-1'), isCarried('XX-1')]).toEqual([[true], [false], [false]]);
    expect(
      coverage(rows({ id: 'XX-8', what: 'x', notSoftware: 'y', citation: 'z', confidence: 'own' }), [xx]).map(
        isOnlyCarried,
      ),
    ).toEqual([false]);
  });

  it('is not read when one of its rules is from memory and another from a report', () => {
    const report = pack('yy', 'XX', rule('XX-3', 'secondary', 'Act 3'), rule('XX-4', 'own', 'own rule'));
    const told = (...rules: string[]) => coverage(rows({ id: 'XX-9', what: 'x', rules }), [xx, report])[0]?.confidence;
    expect([told('XX-3', 'XX-2'), told('XX-4', 'XX-3'), told('XX-1', 'XX-4')]).toEqual(['memory', 'secondary', 'own']);
  });

  it('is as well read as the least well read of its rules, unless it says itself', () => {
    const two = { id: 'XX-9', what: 'no calls', rules: ['XX-1', 'XX-2'] };
    expect(coverage(rows(two), [xx])[0]).toMatchObject({ citations: ['Act 1', 'Act 2'], confidence: 'memory' });
    expect(coverage(rows({ ...two, citation: 'Act 3', confidence: 'secondary' }), [xx])[0]).toMatchObject({
      citations: ['Act 3'],
      confidence: 'secondary',
    });
  });

  it.each([
    [
      { id: 'XX-1', what: 'x', rules: ['XX-1'], notSoftware: 'y', citation: 'z', confidence: 'own' },
      'rows[0]: must have one of rules, notSoftware, elsewhere',
    ],
    [
      { id: 'XX-1', what: 'x', notSoftware: 'y' },
      'rows[0].citation: no rule tells citation and confidence of this row',
    ],
    [
      { id: 'XX-1', what: 'x', elsewhere: 'y', citation: 'z' },
      'rows[0].citation: no rule tells citation and confidence of this row',
    ],
    [{ id: 'XX-1', what: '', jurisdiction: 'XX' }, 'rows[0].what: must not be empty'],
    [{ id: 'XX-1', what: 'x' }, 'rows[0].jurisdiction: must say where it holds'],
    [
      { id: 'XX-1', what: 'x', actor: ['agency'], notSoftware: 'y', citation: 'z', confidence: 'own' },
      'rows[0]: says for whom it holds, and no rule keeps it',
    ],
    [
      { id: 'XX-1', what: 'x', jurisdiction: 'XX', rules: [{ rule: 'XX-1', actr: ['agency'] }] },
      'rows[0].rules[0].actr: is not a known field',
    ],
  ])('is refused when it says too much or too little: %j', (row, fault) => {
    const read = readLawSurvey({ rows: [row] });
    expect('faults' in read && read.faults.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([fault]);
  });
});

describe('survey and packs', () => {
  const reason = { notSoftware: 'y', citation: 'z', confidence: 'own' };

  it('fit when each row is kept and each rule of law has its row', () => {
    expect(
      coverageFaults(
        rows(
          { id: 'XX-1', what: 'x' },
          { id: 'XX-3', what: 'x', rules: ['XX-2'] },
          { id: 'XX-4', what: 'x', ...reason },
        ),
        [xx],
      ),
    ).toEqual([]);
  });

  it('do not fit, both ways', () => {
    const given = rows(
      { id: 'XX-1', what: 'x' },
      { id: 'XX-1', what: 'x' },
      { id: 'XX-5', what: 'x' },
      { id: 'XX-2', what: 'x', ...reason },
    );
    expect(coverageFaults(given, [xx, pack('house', '*', rule('OWN-1', 'own', 'own rule'))])).toEqual([
      'XX-1 is twice in the survey',
      'XX-5 is kept by XX-5, which is in no pack',
      'XX-2 is a rule of a pack, and the survey says that no rule keeps it',
      'XX-2 of pack xx is in no row of the survey',
      'no row of the survey holds everywhere: nothing keeps pack house from being made looser',
    ]);
  });
});
