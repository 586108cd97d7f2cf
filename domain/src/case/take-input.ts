import type { Instant } from '../calendar/instant.js';
import { localDay, minutesLater } from '../calendar/local-time.js';
import { readPlanId } from './case-id.js';
import type { Input } from './case-inputs.js';
import { state, type Course } from './course.js';
import { answerErrand, isErrand } from './errand.js';
import { answerSearch, isSearch } from './locate-borrower.js';
import { answerMatterTask } from './answer-matter-task.js';
import { isMatterTask } from './matters-of-case.js';
import { raiseMatter } from './raise-matter.js';
import { takeCreditTold } from './see-to-credit-answers.js';
import { takeMatterCommand } from './take-matter-command.js';
import type { LoanFact } from './loan-fact.js';
import { triedStep, verificationStep, verifyStep } from './step-of-plan.js';
import { adoptHold, endHold, endHoldByHand, unresolvedHold } from './take-hold.js';
import { noteContract } from './note-contract.js';
import { openBreach } from './open-breach.js';
import { hearOfMerge } from './note-merges.js';
import { answerDiscrepancy, isDiscrepancyTask } from './see-to-discrepancies.js';
import { takeLimitationCommand } from './take-limitation-command.js';
import { endAssessedHolds } from './see-to-vulnerable.js';
import { takeWriteOffCommand } from './take-write-off-command.js';
import { takeArrangementCommand } from './take-arrangement-command.js';
import { takeHistoryOn } from './take-history-on.js';
import { takeOutcome } from './take-outcome.js';
import { answerVerification, hearOfLoan, takeVerification } from './take-verification.js';
import { knowPerson } from './verify-borrower.js';
import { troubleMinutes } from './trouble-minutes.js';

const raiseComplaint = (course: Course, cause: string, told: Extract<LoanFact, { type: 'complaint-raised' }>): void => {
  const { handedTo } = course.kase;
  const about = told.againstAgency && handedTo?.kind === 'agency' ? { placementId: handedTo.id } : {};
  raiseMatter(course, cause, { ...told, kind: 'complaint', ...about }, true);
};

/** Somebody has written that what they owe is wrong: of each loan that is collected. */
const raiseWritten = (course: Course, cause: string, at: Instant): void => {
  const raisedOn = localDay(at < course.at ? at : course.at, course.kase.zone);
  raiseMatter(course, cause, { kind: 'dispute', channel: 'borrower', ground: 'not-said', raisedOn }, true);
};

const takeLoanEvent = (course: Course, cause: string, event: LoanFact, reopens: boolean, overtaken: boolean): void => {
  if (overtaken) return state(course, cause, { type: 'input-noted', kind: event.type, ignored: 'not-current' });
  state(course, cause, { type: 'input-noted', kind: event.type });
  const { endsAs } = course.kase;
  if (reopens && endsAs) state(course, cause, { type: 'loan-reopened', ending: endsAs });
  if (event.type === 'loan-taken-on') takeHistoryOn(course, cause, event);
  noteContract(course, cause, event);
  hearOfLoan(course, cause);
  if (event.type === 'person-protected' && event.reason === 'dispute') raiseWritten(course, cause, event.occurredAt);
  if (event.type === 'dispute-raised') raiseMatter(course, cause, { ...event, kind: 'dispute' }, true);
  if (event.type === 'complaint-raised') raiseComplaint(course, cause, event);
  if (event.type === 'loan-closed') state(course, cause, { type: 'loan-ended', ending: event.reason });
};

const takeUnanswered = (course: Course, cause: string, planId: string, begun: boolean): void => {
  const { kase, seen, at } = course;
  if (readPlanId(planId).step === verifyStep)
    return takeVerification(course, cause, planId, { result: 'trouble', from: 'servicing', trouble: 'unanswered' });
  const tried = triedStep(kase, seen, planId);
  if (!tried.current || tried.progress?.awaiting) return;
  if (begun) {
    const until = minutesLater(at, seen.rules.strategy.receiptWithinDays * 1440);
    return state(course, cause, { type: 'act-awaited', planId, awaiting: 'receipt', until });
  }
  const until = minutesLater(at, troubleMinutes);
  const outcome = { planId, actId: planId, at, result: 'provider-unavailable' as const };
  state(course, cause, { type: 'contact-withheld', planId, outcome, until });
};

/** Takes one item of the inbox into the case. Total: an item that changes nothing leaves a trace that says so. */
export const takeInput = (course: Course, input: Input): void => {
  const cause = input.itemId;
  switch (input.kind) {
    case 'loan-event':
      return takeLoanEvent(course, cause, input.event, input.reopens ?? false, input.overtaken ?? false);
    case 'act-outcome':
    case 'task-answer':
      if (input.kind === 'task-answer' && readPlanId(input.taskId).step === verificationStep)
        return answerVerification(course, cause, input.taskId);
      if (input.kind === 'task-answer' && isSearch(input.taskId))
        return answerSearch(course, cause, input.taskId, input.searched);
      if (input.kind === 'task-answer' && isMatterTask(input.taskId))
        return answerMatterTask(course, cause, input.taskId);
      if (input.kind === 'task-answer' && isDiscrepancyTask(input.taskId))
        return answerDiscrepancy(course, cause, input.taskId);
      if (input.kind === 'task-answer' && isErrand(input.taskId)) {
        const isOpen = course.kase.openTasks.includes(input.taskId);
        answerErrand(course, cause, input.taskId);
        return isOpen ? endAssessedHolds(course, cause, input.taskId) : undefined;
      }
      return takeOutcome(course, cause, input.outcome, input.holds);
    case 'loan-verification':
      return takeVerification(course, cause, input.planId, input.verification);
    case 'act-unanswered':
      return takeUnanswered(course, cause, input.planId, input.begun);
    case 'partner-report': {
      const { placementId, report } = input.report;
      if (report === 'returned' && course.kase.handedTo?.id === placementId)
        return state(course, cause, { type: 'handed-back', placementId, because: 'returned' });
      return state(course, cause, {
        type: 'input-noted',
        kind: report,
        ...(report === 'returned' && { ignored: 'not-current' as const }),
      });
    }
    case 'breach-reported':
      return openBreach(course, cause, input.breach);
    case 'start-withheld':
      return state(course, cause, { type: 'start-withheld', by: input.by, outcome: input.outcome });
    case 'permit-withheld':
      return state(course, cause, { type: 'permit-withheld', ...input.withheld });
    case 'contact-not-joined':
      return state(course, cause, { type: 'contact-not-joined', ...input.notJoined });
    case 'credit-told':
      return takeCreditTold(course, cause, input.told);
    case 'wishes-told': {
      const { personId, actId, wishes } = input;
      return state(course, cause, { type: 'wishes-noted', personId, actId, wishes });
    }
    case 'command':
      switch (input.command.command) {
        case 'place-hold':
          return adoptHold(course, cause, input.command.hold);
        case 'end-hold':
          return endHoldByHand(course, cause, input.command.holdId);
        case 'review':
          return state(course, cause, { type: 'input-noted', kind: 'review' });
        case 'record-interruption':
        case 'record-suspension':
          return takeLimitationCommand(course, cause, input.command);
        case 'propose-write-off':
        case 'approve-write-off':
        case 'decline-write-off':
          return takeWriteOffCommand(course, cause, input.command, input.actor);
        case 'propose-arrangement':
        case 'approve-arrangement':
        case 'decline-arrangement':
        case 'accept-arrangement':
        case 'withdraw-arrangement':
          return takeArrangementCommand(course, cause, input.command, input.actor, input.at);
        case 'raise-matter':
        case 'extend-matter':
        case 'approve-extension':
        case 'decline-extension':
        case 'answer-matter':
        case 'release-matter':
          return takeMatterCommand(course, cause, input.command, input.actor);
        default:
          return input.command satisfies never;
      }
    case 'hold-reported':
      return adoptHold(course, cause, input.hold);
    case 'person-merged':
      return hearOfMerge(course, cause);
    case 'person-known':
      return knowPerson(course, cause, input.personId);
    case 'event-parked':
      return adoptHold(course, cause, unresolvedHold(course, input.parkedId));
    case 'unresolved-cleared':
      return endHold(course, cause, input.parkedId);
    default:
      return input satisfies never;
  }
};
