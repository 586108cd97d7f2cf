import { describe, expect, test } from 'vitest';
import { audit } from '../audit.js';
import type { Evidence } from '../evidence.js';
import type { CheckName } from '../finding.js';
import { cleanEvidence } from './clean-evidence.js';

/** Changes the clean world or returns another. */
export type Plant = (evidence: Evidence) => Evidence | void;

/** What each check found, of those that found something. */
export const violationsOf = (evidence: Evidence): Record<string, string[]> =>
  Object.fromEntries(
    audit(evidence).flatMap(({ check, violations }) => (violations.length > 0 ? [[check, violations]] : [])),
  );

/** For tests: each plant is found by this check in these words (several lists them all), and no other check minds. */
export const findsOnly = (
  check: CheckName,
  plants: [what: string, plant: Plant, words: string | string[] | RegExp][],
): void => {
  describe(check, () => {
    test.each(plants)('finds %s, and no other check minds', (_what, plant, words) => {
      const evidence = cleanEvidence();

      const violations = violationsOf(plant(evidence) ?? evidence);

      expect(Object.keys(violations)).toEqual([check]);
      const found = violations[check] ?? [];
      if (words instanceof RegExp) expect(found).toEqual([expect.stringMatching(words)]);
      else expect(found.toSorted()).toEqual([words].flat().toSorted());
    });
  });
};
