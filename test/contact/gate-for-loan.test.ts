import { describe, expect, test } from 'vitest';
import { gateForLoan, type LoanVerdict } from '@recourse/activities/contact/gate-for-loan';
import type { Contact } from '@recourse/activities/contact/contact-of-act';
import type { BeginRead } from '@recourse/activities/contact/contact-store';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { Hold } from '@recourse/domain/holds/hold';
import { anEmergencyContact, threeFailedCalls } from '../builders/third-party-records.js';
import { aCase, aLoan, aPerson, beginRules, ten, tenant } from '../builders/contact-records.js';

const collect: Contact = { channel: 'sms', purpose: 'collect', personId: 'p1', pointId: 'm1' };

const asked = (
  person: Partial<PersonRecord>,
  contact: Partial<Contact> = {},
  now = ten,
  debtor?: PersonRecord,
): LoanVerdict => {
  const record = aPerson(['L1'], person);
  const [mobile] = record.points;
  const read: BeginRead = {
    now,
    wall: new Date(now),
    contactStopped: false,
    ingestIsCurrent: true,
    kase: aCase('L1'),
    loan: aLoan('L1'),
    siblings: [],
    openCalls: [],
    person: record,
    ...(debtor && { debtor }),
    ...(mobile && {
      point: {
        ofPerson: mobile,
        record: { _id: 'x', tenant, blindIndex: mobile.blindIndex, ledger: [], holds: [], version: 1 },
      },
    }),
  };
  return gateForLoan({ ...collect, personId: record.personId, ...contact }, aLoan('L1'), read, beginRules, {
    actor: 'first-party',
    template: contact.purpose === 'locate' ? 'locate-contact' : 'reminder-first',
  });
};

describe('what is known of a person, at the gate', () => {
  test('a person of another zone by address is contacted when the hours are open in both', () => {
    // 10:00 in Shanghai is 02:00 in London; 08:00 there is 16:00 in Shanghai.
    expect(asked({ addressZone: 'Europe/London' })).toMatchObject({
      verdict: 'defer',
      until: '2026-03-02T08:00:00.000Z',
    });
    expect(asked({ addressZone: 'Europe/London' }, {}, '2026-03-02T08:00:00.000Z').verdict).toBe('allow');
  });

  test('what could still sound after closing does not begin, and the trace says of which instant the answer is', () => {
    // OWN-TIME-1: until 21:00 in Shanghai. A provider has 5 s, and its clock may be half a second behind.
    expect(asked({}, {}, '2026-03-02T12:59:54.499Z')).toMatchObject({
      verdict: 'allow',
      askedAt: '2026-03-02T12:59:54.499Z',
    });
    expect(asked({}, {}, '2026-03-02T12:59:54.500Z')).toMatchObject({
      verdict: 'defer',
      rules: ['OWN-TIME-1'],
      until: '2026-03-03T00:00:00.000Z',
      askedAt: '2026-03-02T13:00:00.000Z',
    });
  });

  test('a number of elsewhere counts only while no zone is told', () => {
    const points = aPerson([]).points.map((point) => ({ ...point, zones: ['Europe/London'] }));
    const { zone: _told, ...untold } = aPerson(['L1'], { points, addressZone: 'Asia/Shanghai' });
    expect(asked({ points }).verdict).toBe('allow');
    const { _id, loans, ...rest } = untold;
    const verdict = asked({ ...rest, _id, loans, zone: undefined as never });
    expect(verdict).toMatchObject({ verdict: 'defer', until: '2026-03-02T08:00:00.000Z' });
  });

  test('a number alone tells no zone, and one whose rules we lack is none', () => {
    const points = aPerson([]).points.map((point) => ({ ...point, zones: ['Asia/Shanghai'] }));
    expect(asked({ points, zone: undefined as never })).toMatchObject({ verdict: 'refuse', reason: 'unknown-zone' });
    expect(asked({ addressZone: 'Moon/Base' })).toMatchObject({ verdict: 'refuse', reason: 'unknown-zone' });
  });

  test('an opt-out that was told is kept to, and the law of the person’s places must be known', () => {
    const optOuts = [{ channel: 'sms' as const, at: '2026-03-01T00:00:00.000Z' }];
    expect(asked({ standing: { optOuts } })).toMatchObject({ verdict: 'refuse', reason: 'opted-out' });
    expect(asked({ standing: { places: ['AQ'] } })).toMatchObject({
      verdict: 'refuse',
      reason: 'unknown-jurisdiction',
    });
  });

  test('somebody who is nothing to the loan’s debtors is not contacted', () => {
    expect(asked({ personId: 'p9' })).toMatchObject({ verdict: 'refuse', reason: 'party-not-eligible' });
  });
});

describe('an emergency contact, at the gate', () => {
  const locate: Partial<Contact> = { channel: 'call', purpose: 'locate', pointId: 'm2' };
  const about = (debtor: Partial<PersonRecord> | undefined, contact: Partial<PersonRecord> = {}): LoanVerdict =>
    asked(anEmergencyContact(contact), locate, ten, debtor && aPerson(['L1'], debtor));
  const hold = (reason: Hold['reason']): Hold[] => [
    { id: reason, reason, scope: { person: 'p1' }, stops: ['contact'], from: '2026-03-01T00:00:00.000Z' },
  ];

  test('is asked while the debtor is unreachable, dead or without capacity', () => {
    expect(about({ ledger: threeFailedCalls }).verdict).toBe('allow');
    expect(about({ holds: hold('death') }).verdict).toBe('allow');
    expect(about({ holds: hold('incapacity') }).verdict).toBe('allow');
  });

  test('is not asked while the debtor can be reached, or when nothing is known of the debtor', () => {
    expect(about({})).toMatchObject({ verdict: 'refuse', reason: 'party-not-eligible' });
    expect(about({ ledger: threeFailedCalls.slice(1) })).toMatchObject({ verdict: 'refuse' });
    expect(about(undefined)).toMatchObject({ verdict: 'refuse', reason: 'party-not-eligible' });
  });

  test('is not asked about somebody else than who is unreachable', () => {
    const other = { ...aPerson(['L1'], { ledger: threeFailedCalls }), personId: 'p7' };
    expect(asked(anEmergencyContact(), locate, ten, other)).toMatchObject({ verdict: 'refuse' });
  });

  test('is not asked while the debtor has asked to be left alone', () => {
    expect(about({ ledger: threeFailedCalls, holds: hold('cease-request') })).toMatchObject({
      verdict: 'refuse',
      reason: 'held',
    });
  });

  test('is never asked again after one refusal', () => {
    const refused = { refusedForEverAt: '2024-01-05T00:00:00.000Z' };
    expect(about({ ledger: threeFailedCalls }, refused)).toMatchObject({
      verdict: 'refuse',
      reason: 'refused-for-ever',
    });
  });
});
