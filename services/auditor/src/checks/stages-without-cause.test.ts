import { expect, test } from 'vitest';
import type { Evidence, Fact } from '../evidence.js';
import { cleanEvidence, retold } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { changed, inserted, must, ofCase } from '../testing/plant.js';

/** L2 came to us as a running loan 40 days past due, into the call stage. */
const takenOn = (evidence: Evidence, change: Partial<Fact> = {}): Evidence => {
  must(evidence.accepted.find(({ loanId }) => loanId === 'L2')).type = 'loan-taken-on';
  const [told] = must(evidence.incoming.find(({ loan }) => loan === 'L2')).news ?? [];
  const [stored] = must(evidence.loans.find(({ loanId }) => loanId === 'L2')).position;
  for (const news of [told, stored]) Object.assign(must(news), { dueOn: '2025-11-26' });
  must(evidence.strategies[0]).stages[1] = { stage: 'call', asks: ['ladder-age'], age: 31 };
  const criteria = [{ fact: 'ladder-age', held: true }];
  ofCase(evidence.cases, 't/L2/1').stage = 'call';
  return changed(evidence, 't/L2/1', 'stage-entered', (fact) => ({
    ...fact,
    stage: 'call',
    because: 'taken-on',
    criteria,
    ...change,
  }));
};

findsOnly('stages-without-cause', [
  [
    'a stage of a loan that was never taken on',
    (evidence) => {
      const told = takenOn(evidence);
      must(told.accepted.find(({ loanId }) => loanId === 'L2')).type = 'instalment-missed';
      return told;
    },
    't/L2/1/4: no stage to call because taken-on: no history of it was told',
  ],
  [
    'a loan taken on whose history another case of it was told',
    (evidence) => {
      const told = takenOn(evidence);
      must(told.accepted.find(({ loanId }) => loanId === 'L2')).caseId = 't/L2/0';
      return { ...told, inbox: [...told.inbox, { caseId: 't/L2/0', itemId: '/servicing/e2', consumed: true }] };
    },
    't/L2/1/4: no stage to call because taken-on: no history of it was told',
  ],
  [
    'a loan taken on into a stage of which a criterion did not hold',
    (evidence) => takenOn(evidence, { criteria: [{ fact: 'ladder-age', held: false }] }),
    't/L2/1/4: no stage to call because taken-on: a criterion did not hold',
  ],
  [
    'a loan taken on into a stage of which a criterion was not asked',
    (evidence) => takenOn(evidence, { criteria: [{ fact: 'arrears', held: true }] }),
    't/L2/1/4: no stage to call because taken-on: ladder-age was not asked',
  ],
  [
    'a loan taken on into a stage for which it is too young, whatever the entry says',
    (evidence) => {
      const told = takenOn(evidence);
      must(told.strategies[0]).stages[1] = { stage: 'call', asks: ['ladder-age'], age: 42 };
      return told;
    },
    't/L2/1/4: no stage to call because taken-on: it was 41 days past due, and the stage asks for 42',
  ],
  [
    'an entry without a cause',
    (evidence) => changed(evidence, 't/L2/1', 'stage-entered', ({ because: _none, ...fact }) => fact as Fact),
    't/L2/1/4: no stage to reminder without a cause',
  ],
  [
    'a cause nobody has heard of',
    (evidence) => changed(evidence, 't/L2/1', 'stage-entered', (fact) => ({ ...fact, because: 'toString' })),
    't/L2/1/4: no stage to reminder without a cause',
  ],
  [
    'a case that stands elsewhere',
    ({ cases }) => void (ofCase(cases, 't/L2/1').stage = 'legal'),
    't/L2/1: stands in legal, its journal leads to reminder',
  ],
  [
    'a case without the stage of its journal',
    ({ cases }) => void delete ofCase(cases, 't/L2/1').stage,
    't/L2/1: stands in no stage, its journal leads to reminder',
  ],
  [
    'an entry that says it came from elsewhere',
    (evidence) => changed(evidence, 't/L1/1', 'stage-entered', (fact) => ({ ...fact, from: 'visit' }), 1),
    't/L1/1/8: reminder to call, but it says from visit',
  ],
  [
    'a criterion that did not hold',
    (evidence) =>
      changed(
        evidence,
        't/L1/1',
        'stage-entered',
        (fact) => ({ ...fact, criteria: [{ fact: 'ladder-age', held: false }] }),
        1,
      ),
    't/L1/1/8: reminder to call because condition-met: a criterion did not hold',
  ],
  [
    'a criterion that was not asked',
    (evidence) => changed(evidence, 't/L1/1', 'stage-entered', (fact) => ({ ...fact, criteria: [] }), 1),
    't/L1/1/8: reminder to call because condition-met: ladder-age was not asked',
  ],
  [
    'a stage skipped',
    (evidence) => retold(evidence, 't/L1/1', (facts) => facts.filter(({ type }) => type !== 'stage-passed-over')),
    /call to outsourcing because condition-met: skips visit$/,
  ],
  [
    'a stage passed over for no reason',
    (evidence) =>
      changed(evidence, 't/L1/1', 'stage-passed-over', (fact) => ({
        ...fact,
        criteria: [{ fact: 'arrears', held: true }],
      })),
    't/L1/1/9: visit is passed over though nothing spoke against it',
  ],
  [
    'an escalation of what is not overdue',
    (evidence) => changed(evidence, 't/L2/1', 'position-noted', (fact) => ({ ...fact, arrears: 100 })),
    't/L2/1/4: no stage to reminder because grace-passed: nothing was overdue',
  ],
  [
    'a cure of what is overdue',
    (evidence) => changed(evidence, 't/L3/1', 'position-noted', (fact) => ({ ...fact, arrears: 101 }), 1),
    /visit to monitoring because cured: it was still overdue$/,
  ],
  [
    'grace that ends in the middle of the ladder',
    (evidence) => changed(evidence, 't/L1/1', 'stage-entered', (fact) => ({ ...fact, because: 'grace-passed' }), 1),
    /reminder to call because grace-passed: is not where grace ends$/,
  ],
  [
    'a cure that leads up the ladder',
    (evidence) => changed(evidence, 't/L1/1', 'stage-entered', (fact) => ({ ...fact, because: 'cured' }), 1),
    /reminder to call because cured: is not where a cure leads$/,
  ],
  [
    'a relapse of what was not watched',
    (evidence) => changed(evidence, 't/L1/1', 'stage-entered', (fact) => ({ ...fact, because: 'relapsed' }), 1),
    /because relapsed: was not being watched$/,
  ],
  [
    'a reversal on the ladder',
    (evidence) => changed(evidence, 't/L1/1', 'stage-entered', (fact) => ({ ...fact, because: 'payment-reversed' }), 1),
    /because payment-reversed: had no payment to take back$/,
  ],
  [
    'younger arrears that lead up',
    (evidence) => changed(evidence, 't/L1/1', 'stage-entered', (fact) => ({ ...fact, because: 'arrears-reduced' }), 1),
    /because arrears-reduced: is no step down$/,
  ],
  [
    'a climb out of monitoring',
    (evidence) => changed(evidence, 't/L3/1', 'stage-entered', (fact) => ({ ...fact, because: 'condition-met' }), 4),
    /monitoring to reminder because condition-met: is no step up$/,
  ],
  [
    'a cause that no rule of ours has',
    (evidence) => changed(evidence, 't/L1/1', 'stage-entered', (fact) => ({ ...fact, because: 'persons-decision' })),
    /without a cause$/,
  ],
  [
    'the same stage again',
    (evidence) =>
      inserted(evidence, 't/L2/1', 'stage-entered', {
        type: 'stage-entered',
        at: '2026-01-06T00:00:00.000Z',
        stage: 'reminder',
        from: 'reminder',
        because: 'arrears-reduced',
      }),
    't/L2/1/5: reminder to reminder is no change',
  ],
  [
    'a stage the strategy does not have',
    ({ strategies }) => void must(strategies[0]).stages.splice(2, 1),
    [
      't/L3/1/11: call to visit, a stage its strategy does not have',
      't/L3/1/16: visit to monitoring because cured: is not where a cure leads',
    ],
  ],

  [
    'a stage skipped that only an earlier round had passed over',
    (evidence) =>
      retold(evidence, 't/L1/1', (facts) => [
        ...facts,
        { type: 'position-noted', at: '2026-03-21T00:00:00.000Z', arrears: 5_000 },
        {
          type: 'stage-entered',
          at: '2026-03-21T00:00:00.000Z',
          stage: 'call',
          from: 'monitoring',
          because: 'payment-reversed',
        },
        {
          type: 'stage-entered',
          at: '2026-03-22T00:00:00.000Z',
          stage: 'outsourcing',
          from: 'call',
          because: 'condition-met',
          criteria: [{ fact: 'ladder-age', held: true }],
        },
        { type: 'position-noted', at: '2026-03-23T00:00:00.000Z', arrears: 0 },
        {
          type: 'stage-entered',
          at: '2026-03-23T00:00:00.000Z',
          stage: 'monitoring',
          from: 'outsourcing',
          because: 'cured',
        },
      ]),
    't/L1/1/21: call to outsourcing because condition-met: skips visit',
  ],
  [
    'a fault beside a case that stands elsewhere',
    (evidence) => {
      delete ofCase(evidence.cases, 't/L2/1').stage;
      return changed(evidence, 't/L2/1', 'stage-entered', (fact) => ({ ...fact, because: '' }));
    },
    ['t/L2/1/4: no stage to reminder without a cause', 't/L2/1: stands in no stage, its journal leads to reminder'],
  ],
]);

test.each<[what: string, change: (evidence: Evidence) => Evidence]>([
  ['where its age and its criteria lead it', (evidence) => takenOn(evidence)],
  [
    'into the first stage, whatever that asks',
    (evidence) => {
      const criteria = [{ fact: 'ladder-age', held: false }];
      const told = takenOn(evidence, { stage: 'reminder', criteria });
      ofCase(told.cases, 't/L2/1').stage = 'reminder';
      return told;
    },
  ],
])('a loan taken on %s has a cause', (_what, change) => {
  expect(violationsOf(change(cleanEvidence()))).toEqual({});
});
