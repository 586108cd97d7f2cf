import { expect, test } from 'vitest';
import { aLoan, aPerson } from '../../../test/builders/contact-records.js';
import { anEmergencyContact, threeFailedCalls } from '../../../test/builders/third-party-records.js';
import { seenRelated } from './seen-related.js';

const { terms } = aLoan('L1');

test('somebody related to a debtor is seen with role, usable points, contacts made and whether they refused', () => {
  const persons = [anEmergencyContact({ ledger: threeFailedCalls, refusedForEverAt: '2026-01-01T00:00:00.000Z' })];
  expect(seenRelated(terms, persons)).toEqual([
    {
      personId: 'p2',
      to: 'p1',
      role: 'emergency-contact',
      points: [{ pointId: 'm2', kind: 'mobile', valid: true }],
      holds: [],
      contacts: 3,
      refused: true,
    },
  ]);
});

test('of who speaks in a debtor’s place no number is seen that is the debtor’s too; a contact person may share it', () => {
  const debtor = aPerson(['L1']);
  const [mobile] = debtor.points;
  const [own] = anEmergencyContact().points;
  if (!mobile || !own) throw new Error('both have a number');
  const points = [own, { ...mobile, pointId: 'shared' }];
  const of = (role: 'guardian' | 'emergency-contact') => {
    const relations = [{ to: 'p1', role, namedBy: 'court' as const, document: 'D1', on: '2026-01-05' }];
    return seenRelated(terms, [anEmergencyContact({ points, relations })], [debtor])[0]?.points.map(
      (each) => each.pointId,
    );
  };
  expect(of('guardian')).toEqual(['m2']);
  expect(of('emergency-contact')).toEqual(['m2', 'shared']);
});

test('who owes, and who is nothing to these debtors, is not among them', () => {
  const [relation] = anEmergencyContact().relations ?? [];
  const ofAnother = anEmergencyContact({ relations: relation ? [{ ...relation, to: 'p9' }] : [] });
  expect(seenRelated(terms, [ofAnother, aPerson(['L1'])])).toEqual([]);
});
