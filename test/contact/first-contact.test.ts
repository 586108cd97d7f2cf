import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import type { BeginRules } from '@recourse/activities/contact/begin-rules';
import type { BeginVerdict } from '@recourse/activities/contact/contact-store';
import type { MessageTemplate } from '@recourse/activities/contact/message-template';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { Act } from '@recourse/domain/case/act';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { describe, expect, test } from 'vitest';
import { entry } from '../builders/ask-gate.js';
import { aCase, aDeskCall, aPerson, aReminder, beginRules, ten } from '../builders/contact-records.js';
import { aBeginRead } from '../builders/begin-read.js';
import { smsOf } from '../builders/begin-sms.js';

const { templates, contacts } = beginRules;
const plain = templates.byName.get('reminder-first');
if (!plain) throw new Error('no template reminder-first');

/** The rules as shipped, but for the template of the plan. */
const with_ = (change: Partial<MessageTemplate>, others: Partial<BeginRules> = {}): BeginRules => ({
  ...beginRules,
  ...others,
  templates: { ...templates, byName: new Map([...templates.byName, ['reminder-first', { ...plain, ...change }]]) },
});
const begin = (rules: BeginRules, person: Partial<PersonRecord> = {}, act: Act = aReminder): BeginVerdict => {
  const read = aBeginRead({ kase: aCase('L1', act), person: aPerson(['L1'], person) });
  return judgeBegin(smsOf('L1'), rules)(read);
};
const refusal = (verdict: BeginVerdict) => (verdict.go ? 'went' : verdict.withheld);
const arrived: LedgerEntry = entry('2026-02-20T02:00:00.000Z', {
  channel: 'sms',
  connected: true,
  sender: 'own',
  loans: ['L1'],
  party: 'borrower',
});

describe('the first message a person gets', () => {
  const later = with_({ firstContact: false });

  test('is not one that was approved for later ones only; the trace names the law', () => {
    expect(refusal(begin(later))).toMatchObject({
      result: 'refused',
      reason: 'content-not-lawful',
      rules: ['CN-ID-1'],
      gate: { answers: expect.arrayContaining([expect.objectContaining({ rule: 'CN-ID-1', verdict: 'refuse' })]) },
    });
    expect(begin(later, { ledger: [arrived] }).go).toBe(true);
  });

  test('is the template that takes its place then, in the text, the hash and the record', () => {
    const swapping = with_({ firstContact: false, asFirst: 'reminder-second' });
    const first = begin(swapping);
    const afterwards = begin(swapping, { ledger: [arrived] });
    if (!first.go || !afterwards.go) throw new Error('withheld');
    expect(first.act.template).toBe(`reminder-second@${templates.byName.get('reminder-second')?.version}`);
    expect(afterwards.act.template).toBe(`reminder-first@${plain.version}`);
    expect(first.act.contentHash).not.toBe(afterwards.act.contentHash);
  });

  test('is refused where what takes its place does not do either', () => {
    const swapping = with_({ firstContact: false, asFirst: 'none-such' });
    expect(refusal(begin(swapping))).toMatchObject({ reason: 'content-not-lawful' });
  });

  test('is one that was approved as a first: all that are shipped are', () => {
    expect(begin(beginRules).go).toBe(true);
  });
});

describe('the language of a contact', () => {
  test('is the person’s, as the person said last', () => {
    expect(begin(beginRules, { language: 'en-GB' })).toMatchObject({ go: true, act: { language: 'en-GB' } });
    const said = { language: { language: 'en', at: ten } };
    const nothing = { optOuts: [], consents: [], agreedTimes: [], inconvenientTimes: [], inconvenientPlaces: [] };
    expect(begin(beginRules, { said: { ...nothing, ...said } })).toMatchObject({ go: true, act: { language: 'en' } });
  });

  test('is no other: who reads neither is not written to, and not called by people who do not speak it', () => {
    const reason = { result: 'refused', reason: 'language-not-theirs', rules: ['OWN-CONTENT-1'] };
    expect(refusal(begin(beginRules, { language: 'fr' }))).toMatchObject(reason);
    expect(refusal(begin(beginRules, { language: 'fr' }, aDeskCall))).toMatchObject(reason);
    const spoken = { says: contacts.spoken.says, languages: ['fr'] };
    const french = { ...beginRules, contacts: { ...contacts, spoken } };
    expect(begin(french, { language: 'fr' }, aDeskCall).go).toBe(true);
  });
});

describe('how our calls go out', () => {
  test('is told by policies/contacts.yaml; what is not told is not recorded, and its calls are refused (CN-REC-1)', () => {
    expect(begin(beginRules, {}, aDeskCall).go).toBe(true);
    const silent = { ...beginRules, contacts: { ...contacts, lines: {} } };
    expect(refusal(begin(silent, {}, aDeskCall))).toMatchObject({
      reason: 'not-recorded',
      rules: ['CN-REC-1'],
    });
    expect(begin(silent).go).toBe(true);
  });

  test('is refused where the script of our people does not name us in a first call (CN-ID-1)', () => {
    const wordless = { ...beginRules, contacts: { ...contacts, spoken: { says: [], languages: ['zh'] } } };
    expect(refusal(begin(wordless, {}, aDeskCall))).toMatchObject({ reason: 'content-not-lawful', rules: ['CN-ID-1'] });
  });
});
