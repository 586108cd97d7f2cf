import { expect, test } from 'vitest';
import type { BeginRead } from '@recourse/activities/contact/contact-store';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { smsOf } from '../builders/begin-sms.js';
import { aCase, aLoan, aPerson, beginRules, ten, tenant } from '../builders/contact-records.js';
import { aLocateMessage, anEmergencyContact, threeFailedCalls } from '../builders/third-party-records.js';

const begin = (debtor: Partial<PersonRecord>, loan = aLoan('L1')) => {
  const person = anEmergencyContact();
  const [ofPerson] = person.points;
  if (!ofPerson) throw new Error('a contact without a number');
  const read: BeginRead = {
    now: ten,
    wall: new Date(ten),
    contactStopped: false,
    ingestIsCurrent: true,
    kase: aCase('L1', aLocateMessage),
    loan,
    siblings: [],
    openCalls: [],
    person,
    debtor: aPerson(['L1'], { ledger: threeFailedCalls, ...debtor }),
    point: {
      ofPerson,
      record: { _id: 'x', tenant, blindIndex: ofPerson.blindIndex, ledger: [], holds: [], version: 1 },
    },
  };
  return judgeBegin(smsOf('L1'), beginRules)(read);
};

test('a contact person is not asked by us while an agency collects from the debtor', () => {
  expect(begin({}).go).toBe(true);
  expect(begin({ collectingParty: { kind: 'agency', partnerId: 'agency-1', placementId: 'x' } })).toMatchObject({
    go: false,
    withheld: { result: 'refused', reason: 'placed-elsewhere' },
  });
});

test('the message to a contact person is the same whatever is owed', () => {
  const owesMore = aLoan('L1');
  const [instalment] = owesMore.position.instalments;
  if (instalment) instalment.due = { principal: 777_000 };
  const [less, more] = [begin({}), begin({}, owesMore)];
  expect(less.go && less.act.template).toBe('locate-contact@1');
  expect(more.go && more.act.covers[0]?.arrears).toBe(777_000);
  expect(less.go && more.go && less.act.contentHash === more.act.contentHash).toBe(true);
});
