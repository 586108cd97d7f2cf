import { minutesLater } from '../calendar/local-time.js';
import type { Hold } from '../holds/hold.js';
import { readPlanId } from './case-id.js';
import type { Input } from './case-inputs.js';
import { state, type Course } from './course.js';
import type { LoanFact } from './loan-fact.js';
import { triedStep } from './step-of-plan.js';
import { takeOutcome } from './take-outcome.js';

const troubleMinutes = 30;

/** Adopts a hold once, whoever reported it. */
export const adoptHold = (course: Course, cause: string, hold: Hold): void => {
  const known = course.kase.holds.some(({ id }) => id === hold.id);
  if (known) return state(course, cause, { type: 'input-noted', kind: 'hold-reported', ignored: 'already-known' });
  state(course, cause, { type: 'hold-placed', hold });
};

/** Ends a hold that is open; the id of an unresolved event's hold is the parked event's. */
export const endHold = (course: Course, cause: string, holdId: string): void => {
  const open = course.kase.holds.some(({ id, endedAt }) => id === holdId && endedAt === undefined);
  if (open) return state(course, cause, { type: 'hold-ended', holdId });
  state(course, cause, { type: 'input-noted', kind: 'end-hold', ignored: 'unknown-hold' });
};

const takeLoanEvent = (course: Course, cause: string, event: LoanFact, reopens: boolean): void => {
  state(course, cause, { type: 'input-noted', kind: event.type });
  const { endsAs } = course.kase;
  if (reopens && endsAs) state(course, cause, { type: 'loan-reopened', ending: endsAs });
  if (event.type === 'loan-closed') state(course, cause, { type: 'loan-ended', ending: event.reason });
};

const takeUnanswered = (course: Course, cause: string, planId: string, begun: boolean): void => {
  const { kase, seen, at } = course;
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

/** The hold kept while a debtor is not known: no stage and no contact. */
export const verificationHoldId = (personId: string): string => `verification/${personId}`;

const takePersonKnown = (course: Course, cause: string, personId: string): void => {
  endHold(course, cause, verificationHoldId(personId));
  const taskId = course.kase.openTasks.find((id) => readPlanId(id).step === `verify-${personId}`);
  if (taskId) state(course, cause, { type: 'task-closed', taskId, because: 'answered' });
};

/** Takes one item of the inbox into the case. Total: an item that changes nothing leaves a trace that says so. */
export const takeInput = (course: Course, input: Input): void => {
  const cause = input.itemId;
  switch (input.kind) {
    case 'loan-event':
      return takeLoanEvent(course, cause, input.event, input.reopens ?? false);
    case 'act-outcome':
    case 'task-answer':
      return takeOutcome(course, cause, input.outcome);
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
    case 'command':
      switch (input.command.command) {
        case 'place-hold':
          return adoptHold(course, cause, input.command.hold);
        case 'end-hold':
          return endHold(course, cause, input.command.holdId);
        case 'review':
          return state(course, cause, { type: 'input-noted', kind: 'review' });
        default:
          return input.command satisfies never;
      }
    case 'hold-reported':
      return adoptHold(course, cause, input.hold);
    case 'person-known':
      return takePersonKnown(course, cause, input.personId);
    case 'event-parked': {
      const { loanId } = course.kase;
      return adoptHold(course, cause, {
        id: input.parkedId,
        reason: 'unresolved-event',
        scope: { loan: loanId },
        stops: ['contact', 'escalation'],
        from: course.at,
      });
    }
    case 'unresolved-cleared':
      return endHold(course, cause, input.parkedId);
    default:
      return input satisfies never;
  }
};
