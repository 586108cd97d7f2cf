import type { Finding } from './finding.js';

/**
 * What both looks found. The stores are read one after the other while work may go on, so the first look may see an event that is
 * just being taken or a case between its turn and its ring; what is wrong stays wrong, though amounts and counts in its words may move.
 */
export const bothLooks = (first: Finding[], second: Finding[]): Finding[] =>
  second.map((found) => {
    const seen = first.find(({ check }) => check === found.check);
    const before = new Set(seen?.violations.map((violation) => subjectIn(seen, violation)));
    return { ...found, violations: found.violations.filter((violation) => before.has(subjectIn(found, violation))) };
  });

const subjectIn = ({ subjects }: Finding, violation: string): string => subjects?.get(violation) ?? violation;
