import { describe, expect, test } from 'vitest';
import type { GateVerdict } from '@recourse/domain/contact/contact-gate';
import { gateForLoan } from '@recourse/activities/contact/gate-for-loan';
import type { Contact } from '@recourse/activities/contact/contact-of-act';
import type { BeginRead } from '@recourse/activities/contact/contact-store';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { aCase, aLoan, aPerson, beginRules, ten, tenant } from '../builders/contact-records.js';

const collect: Contact = { channel: 'sms', purpose: 'collect', personId: 'p1', pointId: 'm1' };

const asked = (person: Partial<PersonRecord>, contact: Partial<Contact> = {}, now = ten): GateVerdict => {
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
    person: record,
    ...(mobile && {
      point: {
        ofPerson: mobile,
        record: { _id: 'x', tenant, blindIndex: mobile.blindIndex, ledger: [], holds: [], version: 1 },
      },
    }),
  };
  return gateForLoan({ ...collect, personId: record.personId, ...contact }, aLoan('L1'), read, beginRules);
};

describe('what is known of a person, at the gate', () => {
  test('a person of another zone by address is contacted when the hours are open in both', () => {
    // 10:00 in Shanghai is 05:00 in Moscow; 08:00 there is 13:00 in Shanghai.
    expect(asked({ addressZone: 'Europe/Moscow' })).toMatchObject({
      verdict: 'defer',
      until: '2026-03-02T05:00:00.000Z',
    });
    expect(asked({ addressZone: 'Europe/Moscow' }, {}, '2026-03-02T05:00:00.000Z').verdict).toBe('allow');
  });

  test('a number of elsewhere counts only while no zone is told', () => {
    const points = aPerson([]).points.map((point) => ({ ...point, zones: ['Europe/Moscow'] }));
    const { zone: _told, ...untold } = aPerson(['L1'], { points, addressZone: 'Asia/Shanghai' });
    expect(asked({ points }).verdict).toBe('allow');
    const { _id, loans, ...rest } = untold;
    const verdict = asked({ ...rest, _id, loans, zone: undefined as never });
    expect(verdict).toMatchObject({ verdict: 'defer', until: '2026-03-02T05:00:00.000Z' });
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
