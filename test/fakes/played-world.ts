import { setTimeout as sleep } from 'node:timers/promises';
import type { AdvancePorts } from '@recourse/activities/clock/advance-ports';
import type { DueCase, PartitionBehind, Unsettled } from '@recourse/activities/clock/quiet-probe';
import type { Instant } from '@recourse/domain/calendar/instant';

/** A case of the fake world: it meets its instants one after another, each by one turn after a ring. */
export type PlayedCase = {
  caseId: string;
  plans: Instant[];
  persons?: string[];
  points?: string[];
  neverMoves?: boolean;
  alwaysDue?: boolean;
};

export type WorldHappening = { at: Instant; who: string; due?: Instant };

/** Cases, participants and ingest in memory, behind the ports of `advanceClock`; `happened` tells what was done at which instant. */
export function playedWorld(start: Instant, cases: readonly PlayedCase[], agendas: Record<string, Instant[]> = {}) {
  let now = start;
  const happened: WorldHappening[] = [];
  const waiting = new Map(
    cases.map((each) => [each.caseId, { ...each, plans: [...each.plans], seq: 1, turning: false }]),
  );
  const behind: PartitionBehind[] = [];
  const unsettled: Unsettled[] = [];
  const turningNow = new Set<string>();
  let mostTurningTogether = 0;

  const due = (at: Instant): DueCase[] =>
    [...waiting.values()]
      .filter(({ plans }) => plans[0] !== undefined && plans[0] <= at)
      .map(({ caseId, seq, plans, persons }) => ({
        caseId,
        seq,
        planId: `${caseId}/1/step/${seq}`,
        dueAt: plans[0] as Instant,
        persons: persons ?? [caseId],
      }));

  const ports: AdvancePorts = {
    quietWithinMs: 300,
    tenants: {
      get: async (tenant) => (tenant === 't' ? { _id: 't', clock: { kind: 'test', now }, strategy: 's' } : undefined),
      advance: async (_tenant, from, to) => {
        if (from !== now) return 'moved';
        now = to;
        return 'advanced';
      },
    },
    participants: Object.entries(agendas).map(([name, instants]) => {
      const left = [...instants].sort();
      return {
        name,
        agenda: async () => left[0],
        play: async (until) => {
          let played = 0;
          while (left[0] !== undefined && left[0] <= until) {
            happened.push({ at: now, who: name, due: left.shift() as Instant });
            played += 1;
          }
          return { played, published: played };
        },
      };
    }),
    probe: {
      ingestMark: async () => async () => [...behind],
      due: async (_tenant, at) => due(at),
      pointsOf: async (_tenant, persons) =>
        new Map(
          persons.map((person) => [
            person,
            cases
              .filter((each) => (each.persons ?? [each.caseId]).includes(person))
              .flatMap(({ points }) => points ?? []),
          ]),
        ),
      unsettled: async () => [...unsettled],
      earliestPlan: async () => [...waiting.values()].flatMap(({ plans }) => plans.slice(0, 1)).sort()[0],
    },
    doorbell: {
      ring: async (caseId) => {
        const kase = waiting.get(caseId);
        if (!kase || kase.turning || kase.neverMoves) return;
        kase.turning = true;
        turningNow.add(caseId);
        mostTurningTogether = Math.max(mostTurningTogether, turningNow.size);
        void sleep(1 + (caseId.length % 3)).then(() => {
          happened.push({ at: now, who: caseId, ...(kase.plans[0] === undefined ? {} : { due: kase.plans[0] }) });
          if (!kase.alwaysDue) kase.plans.shift();
          kase.seq += 1;
          kase.turning = false;
          turningNow.delete(caseId);
        });
      },
    },
  };
  return { ports, happened, behind, unsettled, now: () => now, mostTurningTogether: () => mostTurningTogether };
}
