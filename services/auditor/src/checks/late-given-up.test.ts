import { expect, test } from 'vitest';
import type { Evidence, Fact } from '../evidence.js';
import { coverOf, late } from '../testing/charged-evidence.js';
import { retold } from '../testing/clean-evidence.js';
import { must, ofCase, place, recall } from '../testing/plant.js';
import { lateChargesOff } from './late-charges-off.js';

const id = 'agreed';
const judged = (state: string): Fact => ({
  type: 'arrangement-judged',
  at: '2026-01-08T02:00:00.000Z',
  arrangementId: id,
  state,
});
/** Loan L1 with an agreement of 6 January, of 50.25 overdue, that gives up the 25 fen of lateness. */
const agreed = (more: Fact[], of: Record<string, unknown> = {}): Evidence =>
  retold(late(), 't/L1/1', (facts) => {
    const noted = facts.findIndex(({ type }) => type === 'position-noted');
    const proposed = {
      type: 'arrangement-proposed',
      at: '2026-01-06T02:00:00.000Z',
      arrangementId: id,
      over: 'arrears',
      owed: 5_025,
      discount: { penalty: 25 },
      late: { penalty: 25 },
      ...of,
    };
    const read = { ...must(facts[noted]), positionVersion: 1 };
    return [...facts.slice(0, noted), read, proposed, ...more, ...facts.slice(noted + 1)];
  });
const words = (evidence: Evidence): string[] => [...lateChargesOff(evidence).violations];
/** What is told after 8 January, less 25. */
const toldLess = (evidence: Evidence): Evidence => {
  coverOf(evidence, place).late = { asOf: '2026-03-15', late: 340, owed: 5_340 };
  coverOf(evidence, recall).late = { asOf: '2026-03-21', late: 365, owed: 365 };
  must(ofCase(evidence.cases, 't/L1/1').noted).late = { asOf: '2026-03-21', late: 365, owed: 365 };
  return evidence;
};

test('what an agreement that was kept gave up is asked for no more, and asking for it is found', () => {
  expect(words(toldLess(agreed([judged('kept')])))).toEqual([]);
  expect(words(agreed([judged('kept')]))).toEqual([
    expect.stringContaining('by terms and events 340'),
    expect.stringContaining('by terms and events 365'),
    expect.stringContaining('by terms and events 365'),
  ]);
});

test('nothing is given up by an agreement that is broken, or was kept and turned', () => {
  for (const found of [[judged('broken')], [judged('kept'), judged('broken')], []]) {
    expect(words(agreed(found))).toEqual([]);
    expect(words(toldLess(agreed(found)))).toHaveLength(3);
  }
});

test('an agreement about another sum than a borrower is told that day is found', () => {
  expect(words(agreed([], { owed: 5_024, late: { penalty: 24 } }))).toEqual([
    expect.stringContaining('agreed of t/L1/1 is about 5024, by terms and events 5025'),
  ]);
});
