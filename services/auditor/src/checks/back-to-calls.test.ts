import { expect, test } from 'vitest';
import type { Evidence, Fact } from '../evidence.js';
import { cleanEvidence, retold } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { changed } from '../testing/plant.js';

const at = '2026-02-01T06:00:00.000Z';
const located: Fact = { type: 'borrower-located', at, pointId: 'm2', source: 'public-register' };
const back: Fact = { type: 'stage-entered', at, stage: 'call', from: 'visit', because: 'borrower-found', criteria: [] };
const again: Fact = {
  type: 'stage-entered',
  at,
  stage: 'visit',
  from: 'call',
  because: 'condition-met',
  criteria: [
    { fact: 'ladder-age', held: true },
    { fact: 'arrears', held: true },
  ],
};

/** These facts stand in L3's journal, which has come to the visits. */
const whileVisited = (evidence: Evidence, told: Fact[]): Evidence =>
  retold(evidence, 't/L3/1', (facts) =>
    facts.flatMap((fact) => (fact['stage'] === 'visit' ? [fact, ...told] : [fact])),
  );

findsOnly('stages-without-cause', [
  [
    'a step back to call a number that nobody had found',
    (evidence) => whileVisited(evidence, [back, again]),
    /visit to call because borrower-found: no number had been found$/,
  ],
  [
    'a step up to call a number that was found',
    (evidence) => changed(evidence, 't/L1/1', 'stage-entered', (fact) => ({ ...fact, because: 'borrower-found' }), 1),
    /reminder to call because borrower-found: is no step back$/,
  ],
]);

test('a case goes back to call a number that was found, and climbs again', () => {
  expect(violationsOf(whileVisited(cleanEvidence(), [located, back, again]))).toEqual({});
});
