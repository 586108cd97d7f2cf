import { describe, expect, it } from 'vitest';
import { askGate, entry, type GateCase } from '../../../../test/builders/ask-gate.js';
import { lawOf, ruleOf } from '../../../../test/builders/law-of.js';

const rule = (how: Record<string, unknown>) => lawOf(ruleOf('content-gate', how));
const toldBefore = {
  person: [entry('2026-02-20T02:00:00.000Z', { channel: 'sms', connected: true, sender: 'own', loans: ['L1'] })],
};
const outcome = (given: GateCase) => {
  const verdict = askGate(given);
  return verdict.verdict === 'refuse' ? [verdict.reason, ...verdict.rules] : verdict.verdict;
};

describe('what a contact says', () => {
  const law = rule({ mustSay: ['sender-identity'], mustNotSay: ['legal-action'] });

  it('is all the rule wants and nothing it bars', () => {
    expect(outcome({ law })).toBe('allow');
    expect(outcome({ law, content: { says: [] } })).toEqual(['content-not-lawful', 'R-1']);
    expect(outcome({ law, content: { says: ['sender-identity', 'legal-action'] } })).toEqual([
      'content-not-lawful',
      'R-1',
    ]);
  });

  it('is refused where nobody knows it', () => {
    expect(outcome({ law, content: null })).toEqual(['content-not-lawful', 'R-1']);
    expect(outcome({ law: rule({ mustNotSay: ['legal-action'] }), content: null })).toEqual([
      'content-not-lawful',
      'R-1',
    ]);
  });

  it('is none of the gate’s business where the rule is about words, which were judged with the template', () => {
    const verdict = askGate({ law: rule({ forbidden: ['blacklist'], thirdPartySafe: true }), content: null });
    expect(verdict.verdict).toBe('allow');
    expect(verdict.trace.map(({ rule: name }) => name)).not.toContain('R-1');
  });

  it('names in the trace what is missing and what is barred', () => {
    const { trace } = askGate({ law, content: { says: ['legal-action'] } });
    expect(trace.find((answer) => answer.rule === 'R-1')).toMatchObject({
      inputs: { missing: 'sender-identity', barred: 'legal-action', known: true },
      citation: 'made up for a test',
    });
  });
});

describe('a first contact', () => {
  const law = rule({ mustSay: ['attempt-to-collect'], firstContactOnly: true });

  it('must say what a first one must, and be written as one', () => {
    expect(outcome({ law })).toBe('allow');
    expect(outcome({ law, content: { says: ['sender-identity'] } })).toEqual(['content-not-lawful', 'R-1']);
    expect(outcome({ law, content: { firstContact: false } })).toEqual(['content-not-lawful', 'R-1']);
  });

  it('binds no later one', () => {
    expect(outcome({ law, content: { says: [], firstContact: false }, ledger: toldBefore })).toBe('allow');
    expect(outcome({ law, content: null, ledger: toldBefore })).toBe('allow');
  });
});

describe('the language of a contact', () => {
  const law = rule({ sameLanguage: true });

  it.each<[string | undefined, string[], ReturnType<typeof outcome>]>([
    ['zh', ['zh'], 'allow'],
    ['en-GB', ['en'], 'allow'],
    ['fr', ['zh', 'en'], ['language-not-theirs', 'R-1']],
    ['zh', [], ['language-not-theirs', 'R-1']],
    [undefined, ['zh', 'en'], ['language-not-theirs', 'R-1']],
  ])('of somebody who speaks %s said in %j: %s', (language, languages, is) => {
    expect(outcome({ law, person: { language: language as string }, content: { languages } })).toEqual(is);
  });

  it('is not lawful where nobody knows what will be said', () => {
    expect(outcome({ law, content: null })).toEqual(['content-not-lawful', 'R-1']);
  });
});
