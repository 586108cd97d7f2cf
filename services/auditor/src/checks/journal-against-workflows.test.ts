import { expect, test } from 'vitest';
import type { Evidence } from '../evidence.js';
import type { WorkflowRun } from '../workflow-run.js';
import { countsOf } from '../counts.js';
import { cleanEvidence, retold } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { drop, must, ofCase, place, sms } from '../testing/plant.js';

const runOf = ({ runs }: Evidence, caseId: string): WorkflowRun => ofCase(runs, caseId);
const forget = (evidence: Evidence, planId: string): void =>
  drop(must(runOf(evidence, 't/L1/1').acts), (act) => act.planId === planId);

findsOnly('journal-against-workflows', [
  [
    'a placement that no workflow carried out',
    (evidence) => forget(evidence, place),
    `t/L1/1/12: ${place} is concluded, and no workflow carried it out`,
  ],
  [
    'a message about two loans that no workflow sent',
    (evidence) => forget(evidence, sms),
    [
      `t/L1/1/6: ${sms} is concluded, and no workflow carried it out`,
      't/L2/1/6: t/L2/1/1/sms-1/1 is concluded, and no workflow carried it out',
    ],
  ],
  [
    'an act carried out that left nothing',
    (evidence) =>
      void must(runOf(evidence, 't/L1/1').acts).push({
        planId: 't/L1/1/1/sms-9/1',
        activity: 'sendReminder',
        completed: true,
      }),
    'sendReminder of t/L1/1/1/sms-9/1 was carried out, and left neither an act nor an outcome',
  ],
  [
    'a workflow that came to its end before its case',
    (evidence) => {
      const { startedWallAt } = runOf(evidence, 't/L1/1');
      evidence.runs.push({
        caseId: 't/L1/1',
        runId: 'later',
        status: 'COMPLETED',
        startedWallAt: startedWallAt + 1,
        acts: [],
      });
    },
    't/L1/1 is open, and its workflow has come to its end',
  ],
]);

const tried = { planId: 't/L1/1/1/sms-9/1', activity: 'sendReminder', completed: true };

test.each<[what: string, change: (evidence: Evidence) => Evidence | void]>([
  [
    'that was not completed',
    (evidence) => void must(runOf(evidence, 't/L1/1').acts).push({ ...tried, completed: false }),
  ],
  [
    'that the case was told may not begin',
    (evidence) => {
      must(runOf(evidence, 't/L1/1').acts).push(tried);
      evidence.inbox.push({ caseId: 't/L1/1', itemId: `withheld/${tried.planId}/x/2/deferred`, consumed: false });
    },
  ],
  [
    'that the journal says was withheld',
    (evidence) => {
      must(runOf(evidence, 't/L1/1').acts).push(tried);
      return retold(evidence, 't/L1/1', (facts) => [
        ...facts,
        { type: 'contact-withheld', at: '2026-03-21T00:00:00.000Z', planId: tried.planId },
      ]);
    },
  ],
  [
    'in a run that was terminated and followed by another',
    (evidence) => {
      const run = runOf(evidence, 't/L1/1');
      evidence.runs.push({ ...run, runId: 'later', startedWallAt: run.startedWallAt + 1, acts: [] });
      run.status = 'TERMINATED';
    },
  ],
])('an act %s is no violation', (_what, change) => {
  const evidence = cleanEvidence();

  expect(violationsOf(change(evidence) ?? evidence)).toEqual({});
});

test.each<[what: string, left: (run: WorkflowRun) => WorkflowRun[], found: RegExp[]]>([
  ['Temporal lost everything', () => [], []],
  ['a history is gone', ({ acts: _gone, ...run }) => [run], []],
  [
    'all but a last run is gone, which did not carry out the recall',
    (run) => [{ ...run, startedWallAt: Date.parse('2026-03-20T00:00:00.000Z'), acts: [] }],
    [/recall/],
  ],
])('when %s, what was done before is not accused but counted', (_what, left, found) => {
  const evidence = cleanEvidence();
  evidence.runs = evidence.runs.flatMap((run) => (run.caseId === 't/L1/1' ? left(run) : [run]));

  const violations = violationsOf(evidence)['journal-against-workflows'] ?? [];
  expect(violations).toEqual(found.map((words) => expect.stringMatching(words)));
  expect(countsOf(evidence).outcomesBeforeHistories).toBe(4 - found.length);
});

test('work an outcome left for somebody, and somebody did, is not looked for in workflows', () => {
  const done = { type: 'contact-concluded', at: '2026-03-21T00:00:00.000Z', consumesTry: false };
  const evidence = retold(cleanEvidence(), 't/L2/1', (facts) => [...facts, { ...done, planId: `${sms}/send-proof` }]);

  expect(violationsOf(evidence)).toEqual({});
});
