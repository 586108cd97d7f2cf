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

test('who owes, and who is nothing to these debtors, is not among them', () => {
  const [relation] = anEmergencyContact().relations ?? [];
  const ofAnother = anEmergencyContact({ relations: relation ? [{ ...relation, to: 'p9' }] : [] });
  expect(seenRelated(terms, [ofAnother, aPerson(['L1'])])).toEqual([]);
});
