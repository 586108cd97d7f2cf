import { stepsOf } from '../strategy/steps-of.js';
import type { Step } from '../strategy/step.js';
import { readPlanId } from './case-id.js';
import type { CollectionCase, StepState } from './collection-case.js';
import { stepKey } from './step-key.js';
import type { Act } from './act.js';
import type { Seen } from './seen.js';
import { borrowerOf } from './terms.js';

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
  const rules = stepsOf(seen.rules.strategy).find((candidate) => candidate.step === step);
  const progress = kase.steps[stepKey(round, step)];
  const atTry = (progress?.tries ?? 0) + 1 === attempt && (progress?.state ?? 'open') === 'open';
  const current = caseId === kase.caseId && round === kase.round && atTry && kase.status !== 'closed';
  return { round, step, attempt, ...(rules && { rules }), ...(progress && { progress }), current };
};

/** Whom a try reaches; undefined when it reaches nobody, or was planned before this was kept. */
export const personOfTry = (
  kase: CollectionCase,
  tried: Pick<TriedStep, 'progress'>,
  planId: string,
): string | undefined => {
  const act = plannedAct(kase, planId);
  return act && 'personId' in act ? act.personId : tried.progress?.personId;
};

/** Whether it is the borrower who was reached: what somebody else says or fails to say is not the borrower's. */
export const isBorrower = ({ terms }: CollectionCase, reached: string | undefined): boolean =>
  reached === undefined || reached === borrowerOf(terms);

/** The act the case is waiting for an outcome of, if that is what it last planned. */
export const plannedAct = ({ plan }: CollectionCase, planId: string): Act | undefined =>
  'ending' in plan || plan.id !== planId ? undefined : plan.act;
