import { isSetAside } from '../act-kinds.js';
import type { AuditedAct } from '../audited-act.js';
import type { AuditedTask, Evidence } from '../evidence.js';
import { finding, type Finding, type Violation } from '../finding.js';
import { groupBy } from '../group-by.js';

/** No task is worked on by two at once, answered by somebody who does not have it while another has, or answered twice. */
export const tasksHeldByTwo = ({ tasks, acts, inbox }: Evidence): Finding => {
  const byPlan = groupBy(
    acts
      .filter((act) => act.taskId !== undefined && !isSetAside(act))
      .flatMap((act) =>
        [...new Set([act.taskId ?? '', ...act.covers.map(({ planId }) => planId)])].map((plan) => ({ plan, act })),
      ),
    ({ plan }) => plan,
  );
  const answers = groupBy(
    // What was told of an act after it had been given up as unknown is no second answer.
    inbox.filter(({ taskId, itemId }) => taskId !== undefined && !itemId.endsWith('/told-late')),
    ({ taskId = '', caseId }) => `${taskId} of ${caseId}`,
  );
  return finding('tasks-held-by-two', [
    ...tasks.flatMap((task) => {
      const own = (byPlan.get(task.taskId) ?? []).map(({ act }) => act);
      return [...together(task, own), ...withoutLease(task, own)];
    }),
    ...[...answers].flatMap(([task, items]) =>
      items.length > 1 ? [{ subject: `${task} answered`, words: `${task} is answered ${items.length} times` }] : [],
    ),
  ]);
};

/** Two people under way with one task. */
const together = ({ taskId }: AuditedTask, acts: AuditedAct[]): string[] =>
  acts.flatMap((one, index) =>
    acts
      .slice(index + 1)
      .filter((other) => other.actor !== one.actor && one.begunAt < endOf(other) && other.begunAt < endOf(one))
      .map((other) => `${taskId} is worked on by ${one.actor} and ${other.actor} at once`),
  );

const endOf = ({ concludedAt }: AuditedAct): string => concludedAt ?? '\uffff';

/**
 * Whoever starts a task of their own has its lease, and nobody gets it from then on. A task that joins another's conversation may be
 * nobody's; one that somebody else has may not join. Follow-up work may be done without a lease, but not under another's.
 */
const withoutLease = (
  { taskId, kind, lease, answeredBy, answeredAt = '' }: AuditedTask,
  acts: AuditedAct[],
): (string | Violation)[] => {
  const started = acts.flatMap(({ actor, begunAt, taskId: startedAs }): (string | Violation)[] => {
    if (startedAs === taskId && lease === undefined) return [`${taskId} was started by ${actor}, and nobody had it`];
    if (lease === undefined || lease.by === actor) return [];
    return startedAs === taskId || lease.until > begunAt
      ? [
          {
            subject: `${taskId} started by ${actor}`,
            words: `${taskId} was started by ${actor}, and ${lease.by} had it`,
          },
        ]
      : [];
  });
  if (answeredBy === undefined) return started;
  if (kind !== 'call' && kind !== 'visit')
    return lease !== undefined && lease.by !== answeredBy && lease.until > answeredAt
      ? [
          ...started,
          {
            subject: `${taskId} answered by ${answeredBy}`,
            words: `${taskId} was answered by ${answeredBy}, and ${lease.by} had it`,
          },
        ]
      : started;
  return acts.some(({ actor }) => actor === answeredBy)
    ? started
    : [...started, `${taskId} was answered by ${answeredBy}, who had not started it`];
};
