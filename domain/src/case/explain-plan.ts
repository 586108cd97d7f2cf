import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import { localDay } from '../calendar/local-time.js';
import { holdEnd, ladderAgeOn, openHolds } from '../holds/held-days.js';
import type { HoldReason, HoldStop } from '../holds/hold.js';
import type { Limitation } from '../limitation/limitation-of.js';
import { dpdOn } from '../money/arrears.js';
import type { LadderEnd } from '../strategy/end-of-ladder.js';
import type { CollectionCase, StepState } from './collection-case.js';
import { evaluateAll } from './evaluate-condition.js';
import { stepKey } from './step-key.js';
import { holdsOfCase } from './holds-of-case.js';
import { limitationOfCase } from './limitation-of-case.js';
import type { Plan } from './plan.js';
import type { Seen } from './seen.js';
import type { Criterion, Stage } from './stage.js';
import { stepsToDo } from './steps-to-do.js';

/** One step of the stage. `meantFor`: its ladder day; `dueAt`: when it can be had; `deferredUntil`: the gate, or trouble, put it off. */
export type StepExplained = {
  step: string;
  act: string;
  state: 'done' | 'lapsed' | 'to-do' | 'only-as-alternative';
  tries: number;
  of: number;
  meantFor?: Instant;
  dueAt?: Instant;
  deferredUntil?: Instant;
  awaiting?: 'receipt' | 'task';
  /** What it wants first, and what was found. */
  when: Criterion[];
};

export type StageExplained = {
  stage: Stage;
  standing: 'behind' | 'passed-over' | 'here' | 'ahead';
  enter: Criterion[];
  leave: Criterion[];
};

export type HoldExplained = { id: string; reason: HoldReason; stops: HoldStop[]; from: Instant; until?: Instant };

/** What a case does next and all that it hangs on, as it stands at an instant. */
export type PlanExplained = {
  caseId: string;
  at: Instant;
  status: CollectionCase['status'];
  stage?: Stage;
  round: number;
  strategy: { name: string; version: number };
  dpd: number;
  ladderAge: number;
  graceEndsAt: Instant;
  plan: Plan;
  holds: HoldExplained[];
  stages: StageExplained[];
  steps: StepExplained[];
  openTasks: string[];
  handedTo?: { kind: 'agency' | 'law-firm'; partnerId: string; since: Instant };
  limitation?: Limitation;
  ladderEnded?: { becomes: LadderEnd; at: Instant };
};

const stateOf = (progress: StepState | undefined, isToDo: boolean): StepExplained['state'] => {
  if (progress?.state === 'done' || progress?.state === 'lapsed') return progress.state;
  return isToDo ? 'to-do' : 'only-as-alternative';
};

const explainSteps = (kase: CollectionCase, seen: Seen, at: Instant): StepExplained[] => {
  const steps = seen.rules.strategy.stages.find(({ stage }) => stage === kase.stage)?.steps ?? [];
  const toDo = stepsToDo({ kase, seen, at, facts: [] }, steps);
  return steps.map((rules) => {
    const progress = kase.steps[stepKey(kase.round, rules.step)];
    const found = toDo.find(({ rules: { step } }) => step === rules.step);
    return {
      step: rules.step,
      act: rules.act,
      state: stateOf(progress, found !== undefined),
      tries: (progress?.tries ?? 0) - (progress?.triesBefore ?? 0),
      of: rules.tries,
      ...(found && { meantFor: found.meantFor, dueAt: found.dueAt }),
      ...(found?.progress?.deferredUntil !== undefined && { deferredUntil: found.progress.deferredUntil }),
      ...(progress?.awaiting && { awaiting: progress.awaiting }),
      when: evaluateAll(rules.when ?? [], kase, seen, at).criteria,
    };
  });
};

const explainStages = (kase: CollectionCase, seen: Seen, at: Instant): StageExplained[] => {
  const { stages } = seen.rules.strategy;
  const here = stages.findIndex(({ stage }) => stage === kase.stage);
  return stages.map(({ stage, enter, leave }, nth) => ({
    stage,
    standing: kase.passedOver.includes(stage) ? 'passed-over' : nth === here ? 'here' : nth < here ? 'behind' : 'ahead',
    enter: evaluateAll(enter, kase, seen, at).criteria,
    leave: evaluateAll(leave, kase, seen, at).criteria,
  }));
};

/** What the case does next and why: nothing is decided here, all is read from the case and what it may see. */
export const explainPlan = (kase: CollectionCase, seen: Seen, at: Instant): PlanExplained => {
  const today: Day = localDay(at, kase.zone);
  const limitation = limitationOfCase(kase, seen, today);
  const { handedTo, ladderEnded, noted } = kase;
  return {
    caseId: kase.caseId,
    at,
    status: kase.status,
    ...(kase.stage && { stage: kase.stage }),
    round: kase.round,
    strategy: { name: kase.strategy.name, version: kase.strategy.version },
    dpd: dpdOn(noted.oldestUnpaidDueOn, today),
    ladderAge: ladderAgeOn(kase.anchorOn, today, holdsOfCase(kase), kase.zone),
    graceEndsAt: kase.graceEndsAt,
    plan: kase.plan,
    holds: openHolds(holdsOfCase(kase), at).map((hold) => {
      const { id, reason, stops, from } = hold;
      const until = holdEnd(hold);
      return { id, reason, stops, from, ...(until !== undefined && { until }) };
    }),
    stages: explainStages(kase, seen, at),
    steps: explainSteps(kase, seen, at),
    openTasks: kase.openTasks,
    ...(handedTo && {
      handedTo: { kind: handedTo.kind, partnerId: handedTo.partnerId, since: handedTo.since },
    }),
    ...(limitation && { limitation }),
    ...(ladderEnded && { ladderEnded }),
  };
};
