import { expect, test } from 'vitest';
import { massHold } from '@recourse/domain/holds/mass-hold';
import { testTerms, seenBy, aWorld } from '../builders/case-world.js';

const { law } = seenBy(aWorld()).rules;
const at = '2026-01-30T00:00:00.000Z';
const hold = (jurisdiction: string, until?: string) =>
  massHold(
    { loanId: 'L1', terms: { ...testTerms, jurisdiction } },
    { id: 'mass/1/L1', reason: 'disaster', at, law, ...(until !== undefined && { until }) },
  );

test('a disaster in China holds the borrower, stops what its law stops, and the clocks', () => {
  const { scope, stops, until } = hold('CN', '2026-02-19T00:00:00.000Z');
  expect(scope).toEqual({ person: 'p1' });
  expect(stops.toSorted()).toEqual(['contact', 'escalation', 'legal', 'timers']);
  expect(until).toBe('2026-02-19T00:00:00.000Z');
});

test('where no law speaks of disasters it holds the loan, until somebody ends it', () => {
  const { scope, stops, until } = hold('US');
  expect(scope).toEqual({ loan: 'L1' });
  expect(stops.toSorted()).toEqual(['contact', 'escalation', 'timers']);
  expect(until).toBeUndefined();
});
