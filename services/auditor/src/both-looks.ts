import type { Finding } from './finding.js';

/**
 * What both looks found. The stores are read one after the other while work may go on, so the first look may see an event that is
 * just being taken or a case between its turn and its ring; what is wrong stays wrong.
 */
export const bothLooks = (first: Finding[], second: Finding[]): Finding[] =>
  second.map((found) => {
    const before = new Set(first.find(({ check }) => check === found.check)?.violations);
    return { ...found, violations: found.violations.filter((violation) => before.has(violation)) };
  });
