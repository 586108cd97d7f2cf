import type { CaseFact } from './case-facts.js';
import type { Hold } from '../holds/hold.js';
import type { CollectionCase, StepState } from './collection-case.js';
import { caseIdOf, readPlanId } from './case-id.js';
import { changeTerms } from './change-terms.js';
import { endOfStep, endOfTry } from './end-of-try.js';
import { foldLimitation } from './fold-limitation.js';
import { foldWriteOff } from './fold-write-off.js';
import { foldArrangement } from './fold-arrangement.js';
import { enterStage } from './enter-stage.js';
import { foldMatter } from './fold-matter.js';
import { foldCreditAnswer } from './fold-credit-answer.js';
import { foldContract } from './fold-contract.js';
import { foldHistory } from './fold-history.js';
import { foldOpening } from './fold-opening.js';
import { foldPromise } from './fold-promise.js';
import { foldVerification } from './fold-verification.js';
import { mergePersons } from './merge-persons.js';
import { stepKey } from './step-key.js';

/** The case before its first fact; `case-opened` gives it its name. */
export const unopened: CollectionCase = {
  v: 1,
  caseId: caseIdOf('', '', 0),
  tenant: '',
  loanId: '',
  episode: 0,
  seq: 0,
  head: '0'.repeat(64),
  consumedThrough: 0,
  status: 'intake',
  terms: {
    version: 0,
    product: '',
    currency: '',
    zone: 'UTC',
    jurisdiction: '',
    graceDays: 0,
    tolerance: 0,
    debtors: [],
  },
  zone: { zone: 'UTC', offsets: [[0, 0]] },
  graceEndsAt: '',
  passedOver: [],
  round: 1,
  segment: '',
  strategy: { name: '', version: 0, hash: '' },
  anchorOn: '',
  holds: [],
  noted: { positionVersion: 0, arrears: 0, currency: '', dpd: 0, bucket: 'M0', unpaidInstalments: [] },
  steps: {},
  failedCallDays: [],
  notices: [],
  openTasks: [],
  promises: [],
  plan: { id: '', readPosition: 0, dueAt: '', because: 'not yet opened' },
};

const fresh: StepState = { tries: 0, lastPlannedAt: '', state: 'open' };

type Steps = CollectionCase['steps'];

const changed = (steps: Steps, key: string, change: (step: StepState) => StepState): Steps => ({
  ...steps,
  [key]: change(steps[key] ?? fresh),
});

const withStep = (kase: CollectionCase, key: string, change: (step: StepState) => StepState): CollectionCase => ({
  ...kase,
  steps: changed(kase.steps, key, change),
});

const oneMoreTry = (step: StepState): StepState => ({ ...endOfTry(step), tries: step.tries + 1 });

const keyOfPlan = (planId: string): string => {
  const { round, step } = readPlanId(planId);
  return stepKey(round, step);
};

/** What a fact makes of a case. Total: folding a journal gives the case back. */
export const evolve = (kase: CollectionCase, fact: CaseFact): CollectionCase => {
  switch (fact.type) {
    case 'case-opened':
      return foldOpening(kase, fact);
    case 'records-merged':
      return mergePersons(kase, fact);
    case 'terms-noted':
      return changeTerms(kase, fact);
    case 'history-taken-on':
      return foldHistory(kase, fact);
    case 'strategy-pinned':
      return { ...kase, strategy: fact.strategy, segment: fact.segment };
    case 'position-noted': {
      const { v: _v, at: _at, cause: _cause, type: _type, anchorOn, ...noted } = fact;
      return { ...kase, noted, anchorOn };
    }
    case 'stage-entered':
      return enterStage(kase, fact);
    case 'stage-passed-over':
      return { ...kase, passedOver: [...kase.passedOver, fact.stage] };
    case 'stage-kept':
      return { ...kase, stageKeptFor: kase.anchorOn };
    case 'step-planned': {
      const { plan } = fact;
      if ('ending' in plan || !plan.act || plan.awaiting || plan.act.kind === 'verify-loan') return { ...kase, plan };
      const { dueAt, act } = plan;
      const steps = changed(kase.steps, keyOfPlan(plan.id), (step) => ({
        ...step,
        lastPlannedAt: dueAt,
        ...('personId' in act && { personId: act.personId }),
      }));
      return { ...kase, plan, steps };
    }
    case 'step-lapsed':
      return withStep(kase, stepKey(fact.round, fact.step), (step) => endOfStep(step, 'lapsed'));
    case 'step-done':
      return withStep(kase, stepKey(fact.round, fact.step), (step) => endOfStep(step, 'done'));
    case 'alternative-called-in':
      return withStep(kase, stepKey(fact.round, fact.step), (step) => {
        const anew = fact.again && { state: 'open' as const, triesBefore: step.tries };
        return { ...step, ...anew, calledInAt: fact.at, alternativeSince: fact.at };
      });
    case 'contact-withheld': {
      const { until } = fact;
      if (!until) return kase;
      // What was awaited will not come: it never went out.
      return withStep(kase, keyOfPlan(fact.planId), ({ awaiting: _never, awaitingUntil: _until, ...step }) => ({
        ...step,
        deferredUntil: until,
      }));
    }
    case 'contact-concluded':
      if (!fact.consumesTry) return kase;
      return { ...kase, lastActedAt: fact.at, steps: changed(kase.steps, keyOfPlan(fact.planId), oneMoreTry) };
    case 'try-missed':
      return withStep(kase, keyOfPlan(fact.planId), oneMoreTry);
    case 'act-awaited':
      return withStep(kase, keyOfPlan(fact.planId), (step) => ({
        ...step,
        awaiting: fact.awaiting,
        awaitingUntil: fact.until,
      }));
    case 'restructuring-noted':
    case 'acceleration-noted':
    case 'undoing-noted':
    case 'creditor-noted':
    case 'discrepancy-found':
    case 'discrepancy-solved':
    case 'debit-requested':
      return foldContract(kase, fact);
    case 'call-back-agreed':
      return withStep(kase, stepKey(fact.round, fact.step), (step) => ({ ...step, calledInAt: fact.callBackAt }));
    case 'notice-given':
      return { ...kase, notices: [...kase.notices, fact.notice] };
    case 'loan-verified':
    case 'loan-mismatched':
    case 'verification-awaited':
      return foldVerification(kase, fact);
    case 'task-opened': {
      const opened = { ...kase, openTasks: [...kase.openTasks, fact.taskId] };
      if (fact.to !== 'locate-debtor') return opened;
      return withStep(opened, keyOfPlan(fact.taskId), (step) => ({ ...step, lastPlannedAt: fact.at }));
    }
    case 'task-closed': {
      const closed = { ...kase, openTasks: kase.openTasks.filter((taskId) => taskId !== fact.taskId) };
      const key = keyOfPlan(fact.taskId);
      // What is withdrawn is not waited for; whether it has used a try is said by `try-missed`.
      return fact.because === 'withdrawn' && closed.steps[key]?.awaiting === 'task'
        ? withStep(closed, key, ({ awaiting: _never, awaitingUntil: _until, ...step }) => step)
        : closed;
    }
    case 'hold-placed':
      return { ...kase, holds: [...kase.holds, fact.hold] };
    case 'hold-ended': {
      const { holdId, at: endedAt } = fact;
      const end = (hold: Hold): Hold => (hold.id === holdId && !hold.endedAt ? { ...hold, endedAt } : hold);
      return { ...kase, holds: kase.holds.map(end) };
    }
    case 'promise-made':
    case 'promise-judged':
    case 'promise-replaced':
      return foldPromise(kase, fact);
    case 'limitation-interrupted':
    case 'limitation-suspended':
    case 'limitation-noted':
    case 'limitation-refused':
      return foldLimitation(kase, fact);
    case 'ladder-ended':
    case 'write-off-proposed':
    case 'write-off-refused':
    case 'write-off-declined':
    case 'written-off':
    case 'recovery-noted':
      return foldWriteOff(kase, fact);
    case 'arrangement-proposed':
    case 'arrangement-refused':
    case 'arrangement-approved':
    case 'arrangement-declined':
    case 'arrangement-accepted':
    case 'arrangement-judged':
    case 'arrangement-ended':
      return foldArrangement(kase, fact);
    case 'matter-raised':
    case 'matter-extension-asked':
    case 'matter-extension-declined':
    case 'matter-extended':
    case 'matter-overdue':
    case 'matter-answered':
    case 'matter-released':
    case 'matter-refused':
      return foldMatter(kase, fact);
    case 'credit-noted':
      return foldCreditAnswer(kase, fact);
    case 'failed-call-noted':
      return kase.failedCallDays.includes(fact.on)
        ? kase
        : { ...kase, failedCallDays: [...kase.failedCallDays, fact.on] };
    case 'refusal-recorded':
      return { ...kase, refusedOn: fact.on };
    case 'handed-over':
      return { ...kase, handedTo: fact.to };
    case 'handed-back': {
      const { handedTo: _back, ...rest } = kase;
      return rest;
    }
    case 'loan-ended':
      return { ...kase, endsAs: fact.ending };
    case 'loan-reopened': {
      const { endsAs: _takenBack, ...rest } = kase;
      return rest;
    }
    case 'borrower-located':
      return { ...kase, located: [...(kase.located ?? []), fact.pointId] };
    case 'promise-refused':
    case 'unreachable-proved':
    case 'borrower-searched':
    case 'input-noted':
    case 'breach-opened':
    case 'wishes-noted':
    case 'start-withheld':
    case 'permit-withheld':
    case 'contact-not-joined':
    case 'case-repaired':
      return kase;
    case 'case-closed':
      return { ...kase, status: 'closed', plan: { ending: fact.ending } };
    default:
      return fact satisfies never;
  }
};
