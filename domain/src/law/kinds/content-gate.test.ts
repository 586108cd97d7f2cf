import { describe, expect, it } from 'vitest';
import { askGate, entry, type GateCase } from '../../../../test/builders/ask-gate.js';
import type { Party } from '../../contact/party.js';
import type { Saying } from '../../contact/content/sayings.js';
import { lawOf, ruleOf } from '../../../../test/builders/law-of.js';

const rule = (how: Record<string, unknown>) => lawOf(ruleOf('content-gate', how));
const grounds = ['debtor-unreachable', 'provenance-named-by-borrower'] as const;
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
    const verdict = askGate({ law: rule({ forbidden: ['blacklist'] }), content: null });
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

describe('what a third party is told', () => {
  const safe = { thirdPartySafe: true, parties: ['emergency-contact'] };
  const law = rule(safe);
  const locating = { channel: 'call', purpose: 'locate' } as const;
  const told = (says: readonly Saying[], party: Party, of = law) =>
    outcome({ law: of, attempt: locating, person: { party }, standing: { grounds: [...grounds] }, content: { says } });

  it.each<Saying>([
    'amount',
    'due-date',
    'how-to-pay',
    'debt-collector',
    'attempt-to-collect',
    'dispute-rights',
    'legal-action',
    'credit-bureau',
  ])('is never %s, spoken or written', (word) => {
    expect(told(['sender-identity', word], 'emergency-contact')).toEqual(['content-not-lawful', 'R-1']);
  });

  it('may be who asks, and all that is not of the debt', () => {
    const says = ['sender-identity', 'creditor', 'opt-out', 'complaint-line', 'automated', 'human-on-request'] as const;
    expect(told(says, 'emergency-contact')).toBe('allow');
  });

  it('is not for somebody else to know because the list of the rule forgot them; who owes it may know', () => {
    expect(told(['amount'], 'employer')).toEqual(['content-not-lawful', 'R-1']);
    expect(told(['amount'], 'unrelated')).toContain('R-1');
    expect(told(['amount'], 'borrower')).toBe('allow');
    expect(told(['amount'], 'spouse-related')).toBe('allow');
  });

  it('is, of what else a rule wants, only what it wants for them', () => {
    expect(told(['sender-identity'], 'employer', rule({ ...safe, mustSay: ['opt-out'] }))).toBe('allow');
    expect(told(['amount'], 'employer', rule({ ...safe, channels: ['sms'] }))).toBe('allow');
    expect(told(['amount'], 'employer', rule({ ...safe, purposes: ['relay'] }))).toBe('allow');
  });

  it('is safe before everybody where a rule names nobody', () => {
    const everybody = rule({ thirdPartySafe: true });
    expect(told(['amount'], 'borrower', everybody)).toEqual(['content-not-lawful', 'R-1']);
  });

  it('is unsafe where nobody knows it', () => {
    const asked = { law, attempt: locating, person: { party: 'employer' }, content: null } as const;
    expect(outcome(asked)).toEqual(['content-not-lawful', 'R-1']);
  });

  it('is named in the trace', () => {
    const { trace } = askGate({
      law,
      attempt: locating,
      person: { party: 'employer' },
      content: { says: ['amount', 'opt-out'] },
    });
    expect(trace.find((answer) => answer.rule === 'R-1')).toMatchObject({
      verdict: 'refuse',
      inputs: { ofDebt: 'amount', known: true },
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
