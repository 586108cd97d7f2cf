import type { Step } from '../strategy/strategy.js';
import { readPlanId } from './case-id.js';
import type { CollectionCase, StepState } from './collection-case.js';
import { stepKey } from './evolve.js';
import type { Act } from './act.js';
import type { Seen } from './seen.js';

/** Steps of the machinery, beside those of the strategy: taking back what was handed over, and reviews. */
export const recallStep = 'recall';
export const reviewStep = 'review';
/** Asking servicing about the loan, and the work a mismatch leaves. */
export const verifyStep = 'verify-loan';
export const verificationStep = 'verification';

/** The try a plan id names, with the step's rules, and whether it is the try the case is at. */
export type TriedStep = {
  round: number;
  step: string;
  attempt: number;
  rules?: Step;
  progress?: StepState;
  current: boolean;
};

export const triedStep = (kase: CollectionCase, seen: Seen, planId: string): TriedStep => {
  const { caseId, round, step, attempt } = readPlanId(planId);
  const rules = seen.rules.strategy.stages.flatMap(({ steps }) => steps).find((candidate) => candidate.step === step);
  const progress = kase.steps[stepKey(round, step)];
  const atTry = (progress?.tries ?? 0) + 1 === attempt && (progress?.state ?? 'open') === 'open';
  const current = caseId === kase.caseId && round === kase.round && atTry && kase.status !== 'closed';
  return { round, step, attempt, ...(rules && { rules }), ...(progress && { progress }), current };
};

/** The act the case is waiting for an outcome of, if that is what it last planned. */
export const plannedAct = ({ plan }: CollectionCase, planId: string): Act | undefined =>
  'ending' in plan || plan.id !== planId ? undefined : plan.act;
