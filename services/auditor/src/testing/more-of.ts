import type { AuditedAct } from '../audited-act.js';
import type { Evidence } from '../evidence.js';
import { act, inserted, outside } from './plant.js';

/**
 * For tests: more of an act, each received, so many hours after it. `loan`: what they speak of, `to`: the number, the rest: in what else
 * they differ from it. They are called `more(1)`, `more(2)` and so on.
 */
export const moreOf = (
  evidence: Evidence,
  like: string,
  hoursLater: number[],
  { to, loan, ...change }: Partial<AuditedAct> & { to?: string; loan?: string } = {},
): void => {
  const { taskId: _own, ...one } = act(evidence, like);
  for (const [nth, hours] of hoursLater.entries()) {
    const at = new Date(Date.parse(one.begunAt) + hours * 3_600_000).toISOString();
    const id = more(nth + 1);
    const wall = { begunWallAt: Date.parse(at), notAfterWallAt: Date.parse(at) + 5_000 };
    const times = { begunAt: at, acceptedAt: at, concludedAt: at, ...wall };
    const cover = { loanId: loan ?? '', caseId: 't/L9/1', planId: id, readPosition: 1, order: 1, currency: 'CNY' };
    if (loan !== undefined) {
      const decided = { type: 'step-planned', at: '2026-01-02T00:00:00.000Z', plan: { id, readPosition: 1 } };
      Object.assign(evidence, inserted(evidence, `t/${loan}/1`, 'strategy-pinned', decided));
    }
    const another = { ...one, covers: loan === undefined ? [] : [cover], ...change, id, ...times };
    evidence.acts.push(another);
    outside(evidence).received.push({ id, channel: another.channel, at, to: to ?? one.blindIndex ?? '' });
  }
};

export const more = (nth: number): string => `t/L9/1/1/more-${nth}/1`;

export const everyHalfHour = (count: number): number[] => Array.from({ length: count }, (_, nth) => (nth + 1) / 2);
