import type { ContactContent } from '@recourse/domain/contact/contact-content';
import type { GateVerdict } from '@recourse/domain/contact/contact-gate';
import type { ContactLine } from '@recourse/domain/contact/contact-content';
import type { GateLedger } from '@recourse/domain/contact/gate-ask';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { askGate, entry, type GateCase } from '../builders/ask-gate.js';

const { contacts, partners } = loadPolicies(join(repoRoot, 'policies'));

/** 10:00 in Shanghai and in New York, when every rule spoken of here is in force. */
const shanghaiTen = '2026-07-15T02:00:00.000Z';
const newYorkTen = '2026-07-15T14:00:00.000Z';
const newYork = { zone: 'America/New_York', offsets: [[0, -240]] as [number, number][] };

const refusals = (verdict: GateVerdict): string[] => (verdict.verdict === 'refuse' ? verdict.rules : []);
const earlier = (how: Partial<LedgerEntry>): Partial<GateLedger> => ({
  person: [entry('2026-06-20T02:00:00.000Z', { loans: ['L1'], party: 'borrower', ...how })],
});

describe('China: CBA guideline 2026, ch. 3 (CN-ID-1), the first contact names the institution', () => {
  const nameless: Partial<ContactContent> = { says: ['amount', 'how-to-pay'] };
  const asked = (given: GateCase) => refusals(askGate({ ...given, attempt: { at: shanghaiTen, ...given.attempt } }));

  it('refuses a first message that does not, and one that was not written as a first', () => {
    expect(asked({ content: nameless })).toEqual(['CN-ID-1']);
    expect(asked({ content: { firstContact: false } })).toEqual(['CN-ID-1']);
    expect(asked({})).toEqual([]);
  });

  it('refuses a first call and visit of people whose script does not say it', () => {
    expect(asked({ attempt: { channel: 'call' }, content: nameless })).toEqual(['CN-ID-1']);
    expect(asked({ attempt: { channel: 'visit' }, content: nameless })).toEqual(['CN-ID-1']);
  });

  it('lets a later one do without', () => {
    expect(asked({ content: nameless, ledger: earlier({ channel: 'sms', connected: true, sender: 'own' }) })).toEqual(
      [],
    );
  });

  it('takes a message whose receipt never came for one that did not arrive', () => {
    const sent = { channel: 'sms', connected: true, sender: 'own', open: true } as const;
    expect(asked({ content: nameless, ledger: earlier(sent) })).toEqual(['CN-ID-1']);
  });

  it('wants it of an agency although the bank has said its own name before', () => {
    const attempt = { channel: 'call', actor: 'agency', senderId: 'agency-1' } as const;
    const bank = earlier({ channel: 'sms', connected: true, sender: 'own' });
    expect(asked({ attempt, content: nameless, ledger: bank })).toEqual(['CN-ID-1']);
  });

  it('is not yet law on 29 January 2026', () => {
    expect(asked({ attempt: { at: '2026-01-29T02:00:00.000Z' }, content: nameless })).toEqual([]);
  });
});

describe('United States: 12 CFR 1006.18(e), what a debt collector says of itself', () => {
  const says = (...each: ContactContent['says']): Partial<ContactContent> => ({ says: ['sender-identity', ...each] });
  const asked = (given: GateCase) =>
    refusals(
      askGate({
        ...given,
        attempt: {
          at: newYorkTen,
          channel: 'call',
          jurisdiction: 'US',
          actor: 'agency',
          senderId: 'agency-1',
          ...given.attempt,
        },
        person: { zones: [newYork], language: 'en', ...given.person },
        standing: { places: ['US'] },
      }),
    );
  const theirs = earlier({
    channel: 'call',
    connected: true,
    conversation: true,
    sender: 'agency',
    senderId: 'agency-1',
  });

  it('is in the first communication that it is a debt collector and attempts to collect (1006.18(e)(1))', () => {
    expect(asked({ content: says('debt-collector', 'attempt-to-collect') })).toEqual([]);
    expect(asked({ content: says('debt-collector') })).toEqual(['US-DISC-1']);
  });

  it('is in every later one that it is a debt collector (1006.18(e)(2))', () => {
    expect(asked({ content: says('debt-collector'), ledger: theirs })).toEqual([]);
    expect(asked({ content: says(), ledger: theirs })).toEqual(['US-DISC-1-LATER']);
  });

  it('is said in the language of the rest (1006.18(e)(4)); ours is the consumer’s', () => {
    const content = says('debt-collector', 'attempt-to-collect');
    expect(asked({ content: { ...content, languages: ['zh'] } })).toContain('US-DISC-1');
    expect(asked({ content, person: { language: 'es' } })).toContain('US-DISC-1');
  });

  it('threatens no suit in the first communication, which would overshadow the right to dispute (1006.38(b)(1))', () => {
    const content = says('debt-collector', 'attempt-to-collect', 'legal-action');
    expect(asked({ content })).toEqual(['US-VAL-4']);
    expect(asked({ content, ledger: theirs })).toEqual([]);
  });

  it('binds collectors and not the creditor (1006.2(i))', () => {
    expect(asked({ attempt: { actor: 'first-party' }, content: says() })).toEqual([]);
  });

  it('begins anew with the second agency', () => {
    expect(asked({ attempt: { senderId: 'agency-2' }, content: says('debt-collector'), ledger: theirs })).toEqual([
      'US-DISC-1',
    ]);
  });
});

describe('what somebody hears of the debt who does not owe it', () => {
  const asked = (actor: 'first-party' | 'agency', given: GateCase) =>
    askGate({
      ...given,
      attempt: { at: shanghaiTen, channel: 'call', purpose: 'locate', actor, senderId: 'agency-1', ...given.attempt },
      standing: { grounds: ['debtor-unreachable', 'provenance-named-by-borrower'], ...given.standing },
    });
  const ofAgency: Partial<ContactContent> = { ...partners.get('agency-1')!.spoken, firstContact: true };
  const ours: Partial<ContactContent> = { ...contacts.spoken, firstContact: true };
  const inLondon = {
    attempt: { at: '2026-07-15T10:00:00.000Z', jurisdiction: 'GB' },
    person: { zones: [{ zone: 'Europe/London', offsets: [[0, 60]] as [number, number][] }], language: 'en' },
    standing: { places: ['GB'] },
  };
  const inMassachusetts = {
    attempt: { at: newYorkTen, jurisdiction: 'US-MA' },
    person: { zones: [newYork], language: 'en' },
    standing: { places: ['US-MA'] },
  };

  it.each(['emergency-contact', 'employer'] as const)('is nothing in China: %s (CN-3P-2-CONTENT)', (party) => {
    expect(asked('agency', { content: ofAgency, person: { party } })).toMatchObject({
      verdict: 'refuse',
      reason: 'content-not-lawful',
      rules: ['CN-3P-2-CONTENT'],
    });
    const relay = asked('agency', { content: ofAgency, person: { party }, attempt: { purpose: 'relay' } });
    expect(refusals(relay)).toContain('CN-3P-2-CONTENT');
  });

  it('is nothing at an employer’s in the United Kingdom (UK-3P-1), nor of the household in Massachusetts (US-MA-3-CONTENT)', () => {
    const person = { party: 'employer' } as const;
    const british = asked('agency', { ...inLondon, content: ofAgency, person: { ...inLondon.person, ...person } });
    expect(refusals(british)).toContain('UK-3P-1');
    const spouse = { ...inMassachusetts.person, party: 'spouse-related' } as const;
    const told: Partial<ContactContent> = { says: ['sender-identity', 'amount'] };
    const household = asked('first-party', { ...inMassachusetts, content: told, person: spouse });
    expect(refusals(household)).toContain('US-MA-3-CONTENT');
  });

  it('lets our own people ask where the debtor is, saying who they are', () => {
    expect(asked('first-party', { content: ours, person: { party: 'emergency-contact' } }).verdict).toBe('allow');
  });

  it('is for a borrower to know', () => {
    const attempt = { purpose: 'collect' } as const;
    expect(asked('agency', { content: ofAgency, attempt }).verdict).toBe('allow');
  });
});

describe('China: the line a call goes out by (CBA guideline 2026)', () => {
  const by = (actor: 'first-party' | 'agency', line: ContactLine | undefined, channel: 'call' | 'sms' = 'call') => {
    const verdict = askGate({ attempt: { at: shanghaiTen, channel, actor, line: line as ContactLine } });
    return verdict.verdict === 'refuse' ? [verdict.reason, ...verdict.rules] : verdict.verdict;
  };
  const proper = { recorded: true, officialAccount: true };

  test('every collection call is recorded, ours and an agency’s (CN-REC-1)', () => {
    expect(by('first-party', proper)).toBe('allow');
    expect(by('agency', proper)).toBe('allow');
    expect(by('first-party', { ...proper, recorded: false })).toEqual(['not-recorded', 'CN-REC-1']);
    expect(by('agency', { ...proper, recorded: false })).toEqual(['not-recorded', 'CN-REC-1']);
  });

  test('a message is not', () => {
    expect(by('first-party', undefined, 'sms')).toBe('allow');
  });

  test('an agency uses no private telephone (CN-CHAN-1)', () => {
    expect(by('agency', { ...proper, officialAccount: false })).toEqual(['not-official-account', 'CN-CHAN-1']);
    expect(by('first-party', { ...proper, officialAccount: false })).toBe('allow');
  });

  test('a line of which nobody said anything is neither', () => {
    expect(by('agency', undefined)).toEqual(['not-official-account', 'CN-CHAN-1', 'CN-REC-1']);
    expect(by('first-party', undefined)).toEqual(['not-recorded', 'CN-REC-1']);
  });
});
