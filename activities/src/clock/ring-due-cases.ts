import type { Instant } from '@recourse/domain/calendar/instant';
import { defaultQuietWithinMs, type AdvancePorts } from './advance-ports.js';
import { linkedGroups } from './linked-groups.js';
import { Patience } from './patience.js';
import type { DueCase } from './quiet-probe.js';
import type { TurnCount } from './turn-count.js';
import { ringAgainAfterMs } from './wait-until-settled.js';

/**
 * Rings every due case and waits until none is due any more. Cases linked by a person or a contact point are rung one at a time,
 * each after the one before has come to rest, so that caps and merges do not depend on who is faster; groups run side by side.
 * @returns how many cases were rung
 */
export async function ringDueCases(
  tenant: string,
  now: Instant,
  turns: TurnCount,
  ports: AdvancePorts,
): Promise<number> {
  const { probe, doorbell } = ports;
  let rung = 0;
  for (;;) {
    const due = await probe.due(tenant, now);
    if (due.length === 0) return rung;
    turns.note(due);
    const queues = await queuesOf(tenant, due, ports);
    const rungAt = new Map<string, number>();
    const patience = new Patience(ports.quietWithinMs ?? defaultQuietWithinMs);

    const ring = async ({ caseId }: DueCase): Promise<void> => {
      if (!rungAt.has(caseId)) rung += 1;
      rungAt.set(caseId, performance.now());
      await doorbell.ring(caseId).catch(() => undefined); // best effort; rung again below
    };
    /** The case of a queue that should be rung now, if any. */
    const nextOf = (
      queue: DueCase[],
      stillDue: ReadonlySet<string>,
      unsettled: ReadonlySet<string>,
    ): DueCase | undefined => {
      if (queue.some(({ caseId }) => unsettled.has(caseId))) return undefined;
      while (queue[0] && !stillDue.has(queue[0].caseId)) queue.shift();
      const head = queue[0];
      const last = head && rungAt.get(head.caseId);
      return head && (last === undefined || performance.now() - last > ringAgainAfterMs) ? head : undefined;
    };

    let left = due;
    while (queues.some((queue) => queue.length > 0)) {
      const stillDue = new Set(left.map(({ caseId }) => caseId));
      const between = queues.some((queue) => queue.length > 1 && !stillDue.has(queue[0]?.caseId ?? ''));
      const unsettled = new Set(between ? (await probe.unsettled(tenant)).map(({ caseId }) => caseId) : []);
      const heads = queues.map((queue) => nextOf(queue, stillDue, unsettled)).filter((head) => head !== undefined);
      await Promise.all(heads.map(ring));
      if (queues.every((queue) => queue.length === 0)) break;
      await patience.wait(left.map(({ caseId, planId, seq }) => `case ${caseId} is due (plan ${planId}, seq ${seq})`));
      left = await probe.due(tenant, now);
      turns.note(left);
    }
  }
}

/** Cases that share a debtor or a contact point stand in one queue. */
async function queuesOf(tenant: string, due: readonly DueCase[], { probe }: AdvancePorts): Promise<DueCase[][]> {
  if (due.length === 1) return [[...due]];
  const points = await probe.pointsOf(tenant, [...new Set(due.flatMap(({ persons }) => persons))]);
  return linkedGroups(
    due.map((each) => ({ ...each, links: each.persons.flatMap((person) => [person, ...(points.get(person) ?? [])]) })),
  );
}
