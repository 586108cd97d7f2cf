import { expect, test } from 'vitest';
import type { Evidence, Planned } from '../evidence.js';
import { cleanEvidence, retold } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { act, call, changed } from '../testing/plant.js';

const review = 't/L1/1/1/review/1';

/** The open case plans something else, as its journal decided. */
const planning = (evidence: Evidence, change: Partial<Planned>): Evidence => {
  const plan = { id: review, dueAt: '2026-06-20T16:00:00.000Z', readPosition: 2, ...change };
  const told = changed(evidence, 't/L1/1', 'step-planned', (fact) => ({ ...fact, plan }), -1);
  return { ...told, cases: told.cases.map((kase) => (kase.caseId === 't/L1/1' ? { ...kase, plan } : kase)) };
};

findsOnly('cases-standing-still', [
  [
    'a plan that is past',
    (evidence) => planning(evidence, { dueAt: '2026-03-21T14:54:59.999Z' }),
    `t/L1/1 should have done ${review} at 2026-03-21T14:54:59.999Z`,
  ],
  [
    'a case that waits for work nobody was offered',
    (evidence) => planning(evidence, { awaiting: 'task' }),
    `t/L1/1 waits for the task of ${review}, which nobody has`,
  ],
  [
    'a case that waits for work that was withdrawn',
    (evidence) => {
      evidence.tasks.push({ taskId: review, kind: 'call', status: 'closed', plans: [review] });
      return planning(evidence, { awaiting: 'task' });
    },
    `t/L1/1 waits for the task of ${review}, which nobody has`,
  ],
  [
    'a case that waits for work of which it has read the answer',
    (evidence) => {
      evidence.tasks.push({ taskId: review, kind: 'verification', status: 'closed', plans: [review] });
      evidence.inbox.push({ caseId: 't/L1/1', itemId: `task/${review}`, taskId: review, consumed: true });
      return planning(evidence, { awaiting: 'task' });
    },
    `t/L1/1 waits for the task of ${review}, which nobody has`,
  ],
  [
    'an act that nobody has settled for more than an hour',
    (evidence) => void (evidence.readWallAt = Date.parse('2026-03-21T16:00:00.001Z')),
    't/L2/1/1/notice/1 was begun at 2026-03-21T15:00:00.000Z, and nobody has found out what became of it',
  ],
]);

test.each<[what: string, change: (evidence: Evidence) => Evidence | void]>([
  ['due five minutes ago', (evidence) => planning(evidence, { dueAt: '2026-03-21T14:55:00.000Z' })],
  [
    'waiting for work that somebody was offered',
    (evidence) => {
      evidence.tasks.push({ taskId: review, kind: 'call', status: 'open', plans: [review] });
      return planning(evidence, { awaiting: 'task' });
    },
  ],
  [
    'that has not read the answer yet, though another case has closed the task',
    (evidence) => {
      evidence.tasks.push({ taskId: review, kind: 'verification', status: 'closed', plans: [review] });
      evidence.inbox.push({ caseId: 't/L1/1', itemId: `task/${review}`, taskId: review, consumed: false });
      return planning(evidence, { awaiting: 'task' });
    },
  ],
  [
    'covered by the task of another loan, which nobody did',
    (evidence) => {
      const taskId = 't/L2/1/1/call-1/1';
      evidence.tasks.push({ taskId, kind: 'call', status: 'closed', plans: [taskId, review] });
      return planning(evidence, { awaiting: 'receipt' });
    },
  ],
  [
    'waiting for a receipt',
    (evidence) => {
      act(evidence, call).covers.push({
        caseId: 't/L1/1',
        loanId: 'L1',
        planId: review,
        readPosition: 2,
        order: 99,
        currency: 'CNY',
      });
      return planning(evidence, { awaiting: 'receipt' });
    },
  ],
  [
    'whose visit takes more than an hour',
    (evidence) => {
      act(evidence, 't/L2/1/1/notice/1').taskId = 't/L2/1/1/notice/1';
      evidence.readWallAt = Date.parse('2026-03-22T16:00:00.000Z');
    },
  ],
  ['acting now', (evidence) => retold(evidence, 't/L2/1', (facts) => facts)],
])('a case %s does not stand still', (_what, change) => {
  const evidence = cleanEvidence();

  expect(violationsOf(change(evidence) ?? evidence)['cases-standing-still']).toBeUndefined();
});
