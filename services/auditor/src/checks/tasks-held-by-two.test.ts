import { findsOnly } from '../testing/finds-only.js';
import { act, call, inserted, must } from '../testing/plant.js';

findsOnly('tasks-held-by-two', [
  [
    'a task that somebody else had when it was started',
    ({ tasks }) => void (must(must(tasks[0]).lease).by = 'collector-2'),
    `${call} was started by collector-1, and collector-2 had it`,
  ],
  [
    'a task that nobody had when it was started',
    ({ tasks }) => void delete must(tasks[0]).lease,
    `${call} was started by collector-1, and nobody had it`,
  ],
  [
    'a task answered by somebody who had not started it',
    ({ tasks }) => void (must(tasks[0]).answeredBy = 'collector-2'),
    `${call} was answered by collector-2, who had not started it`,
  ],
  [
    'a task that two worked on at once',
    (evidence) => {
      const { acceptedAt: _never, ...first } = act(evidence, call);
      const id = 't/L3/1/1/call-9/1';
      const begunAt = '2026-01-13T15:50:00.000Z';
      // A door, since two on one telephone at once would be found as such.
      const other = { ...first, id, covers: [], result: 'failed', actor: 'collector-2', begunAt };
      evidence.acts.push({ ...other, channel: 'visit' });
    },
    [
      `${call} is worked on by collector-1 and collector-2 at once`,
      `${call} was started by collector-2, and collector-1 had it`,
    ],
  ],
  [
    'a task that somebody else had and that joined a conversation',
    (evidence) => {
      const planId = 't/L2/1/1/call-9/1';
      evidence.tasks.push({
        taskId: planId,
        kind: 'call',
        status: 'open',
        lease: { by: 'collector-2', until: '2026-01-13T16:00:00.000Z' },
        plans: [],
      });
      const cover = must(act(evidence, call).covers[0]);
      act(evidence, call).covers.push({ ...cover, planId, loanId: 'L2' });
      const at = '2026-01-12T00:00:00.000Z';
      return inserted(evidence, 't/L2/1', 'strategy-pinned', { type: 'step-planned', at, plan: { id: planId } });
    },
    't/L2/1/1/call-9/1 was started by collector-1, and collector-2 had it',
  ],
  [
    'follow-up work done under the lease of another',
    ({ tasks }) =>
      void tasks.push({
        taskId: 't/L1/1/1/verify/1',
        kind: 'follow-up',
        status: 'closed',
        lease: { by: 'collector-1', until: '2026-01-13T16:00:00.000Z' },
        answeredBy: 'collector-2',
        answeredAt: '2026-01-13T15:50:00.000Z',
        plans: [],
      }),
    't/L1/1/1/verify/1 was answered by collector-2, and collector-1 had it',
  ],
  [
    'a task answered twice',
    ({ inbox }) => {
      for (const itemId of ['outcome/a', 'outcome/b'])
        inbox.push({ caseId: 't/L3/1', itemId, consumed: true, taskId: call });
    },
    `${call} of t/L3/1 is answered 2 times`,
  ],
]);
