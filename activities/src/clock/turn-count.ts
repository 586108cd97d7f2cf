import type { Instant } from '@recourse/domain/calendar/instant';
import { ClockStuck } from './clock-stuck.js';
import type { DueCase } from './quiet-probe.js';

const mostTurnsAtOneInstant = 20;

/** Counts what each case was seen to do at one instant: every turn that writes raises its `seq`. */
export class TurnCount {
  private readonly seen = new Map<string, Set<number>>();
  constructor(private readonly at: Instant) {}

  /** @throws ClockStuck naming the case that is due again and again at this instant */
  note(due: readonly DueCase[]): void {
    for (const { caseId, seq, planId } of due) {
      const seqs = this.seen.get(caseId) ?? new Set();
      this.seen.set(caseId, seqs.add(seq));
      if (seqs.size > mostTurnsAtOneInstant) {
        throw new ClockStuck(
          `case ${caseId} took more than ${mostTurnsAtOneInstant} turns at ${this.at} and is due again (plan ${planId})`,
        );
      }
    }
  }
}
