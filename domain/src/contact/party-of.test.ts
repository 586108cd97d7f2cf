import { describe, expect, test } from 'vitest';
import { partyOf } from './party-of.js';
import type { Relation } from './relation.js';

const debtors = [
  { personId: 'anne', role: 'borrower' },
  { personId: 'carl', role: 'guarantor' },
] as const;
const relation = (role: Relation['role'], to = 'anne'): Relation => ({
  to,
  role,
  namedBy: 'borrower',
  document: 'D1',
  on: '2026-01-05',
});

describe('the party of a person to a loan', () => {
  test('is the role the terms give, whatever relation is told beside it', () => {
    expect(partyOf('anne', debtors, [relation('emergency-contact', 'carl')])).toEqual({ party: 'borrower' });
  });

  test('is a relation to one of its debtors', () => {
    expect(partyOf('eve', debtors, [relation('emergency-contact')])).toEqual({
      party: 'emergency-contact',
      relation: relation('emergency-contact'),
    });
  });

  test('is none when the relation is to a debtor of another loan, or there is none', () => {
    expect(partyOf('eve', debtors, [relation('emergency-contact', 'zoe')]).party).toBe('unrelated');
    expect(partyOf('eve', debtors)).toEqual({ party: 'unrelated' });
  });

  test('of several is the one that may be asked least', () => {
    expect(partyOf('eve', debtors, [relation('guarantor'), relation('emergency-contact')]).party).toBe(
      'emergency-contact',
    );
  });

  test('a guarantor of the terms carries the paper of the guarantee, and none of another role', () => {
    expect(partyOf('carl', debtors, [relation('guarantor')]).relation).toEqual(relation('guarantor'));
    expect(partyOf('carl', debtors, [relation('heir')])).toEqual({ party: 'guarantor' });
  });
});
