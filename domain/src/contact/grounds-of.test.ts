import { describe, expect, test } from 'vitest';
import type { Hold } from '../holds/hold.js';
import { groundsOf } from './grounds-of.js';
import type { Relation } from './relation.js';

const at = '2026-03-02T02:00:00.000Z';
const relation = (role: Relation['role'], namedBy: Relation['namedBy'] = 'borrower'): Relation => ({
  to: 'anne',
  role,
  namedBy,
  document: 'D1',
  on: '2026-01-05',
});
const hold = (reason: Hold['reason'], how: Partial<Hold> = {}): Hold => ({
  id: 'h1',
  reason,
  scope: { person: 'anne' },
  stops: ['contact'],
  from: '2026-03-01T00:00:00.000Z',
  ...how,
});
const reachable = { holds: [], unreachable: false };

describe('the grounds for contacting somebody about a debtor', () => {
  test.each<[Relation['role'], Relation['namedBy'], string[]]>([
    ['emergency-contact', 'borrower', ['provenance-named-by-borrower']],
    ['emergency-contact', 'court', []],
    ['guarantor', 'borrower', ['liable-by-agreement']],
    ['spouse-related', 'borrower', []],
    ['spouse-related', 'court', ['liable-by-agreement']],
    ['heir', 'statute', ['liable-by-agreement']],
    ['heir', 'borrower', []],
    ['attorney', 'borrower', []],
    ['guardian', 'borrower', []],
    ['guardian', 'court', ['proof-of-authority']],
    ['estate', 'court', ['proof-of-authority']],
    ['employer', 'court', []],
  ])('a relation %s on the word of the %s proves %j', (role, namedBy, grounds) => {
    expect(groundsOf(relation(role, namedBy), reachable, at)).toEqual(grounds);
  });

  test('come from the debtor: unreachable, dead, without capacity', () => {
    expect(groundsOf(undefined, { holds: [hold('death'), hold('incapacity')], unreachable: true }, at)).toEqual([
      'debtor-unreachable',
      'debtor-died',
      'debtor-incapable',
    ]);
  });

  test('an attorney has authority while the debtor is represented, and no longer', () => {
    const represented = { holds: [hold('represented')], unreachable: false };
    expect(groundsOf(relation('attorney'), represented, at)).toEqual(['proof-of-authority']);
    const over = { holds: [hold('represented', { endedAt: at })], unreachable: false };
    expect(groundsOf(relation('attorney'), over, at)).toEqual([]);
  });

  test('are gone with the hold that told of them, and none comes from a hold on something else', () => {
    const over = hold('death', { endedAt: '2026-03-02T01:00:00.000Z' });
    expect(groundsOf(undefined, { holds: [over, hold('dispute')], unreachable: false }, at)).toEqual([]);
    expect(
      groundsOf(undefined, { holds: [hold('death', { scope: { point: 'm1' } })], unreachable: false }, at),
    ).toEqual([]);
  });

  test('of an unknown debtor are none', () => {
    expect(groundsOf(relation('employer'), undefined, at)).toEqual([]);
  });
});
