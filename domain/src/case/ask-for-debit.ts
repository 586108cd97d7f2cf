import { addBusinessDays } from '../calendar/business-day.js';
import type { Instant } from '../calendar/instant.js';
import { startOfDay } from '../calendar/local-time.js';
import { stopsNow } from '../holds/held-days.js';
import { stillPending } from '../money/fold-pending.js';
import type { FailedPayment } from '../money/pending-payment.js';
import type { Position } from '../money/position.js';
import { clock, state, type Course } from './course.js';
import { holdsOfCase } from './holds-of-case.js';
import { isCollectedByAnother } from './is-collected-by-another.js';
import { isOverdue } from './note-position.js';
import { isInGrace } from './open-case.js';

type FailedDebit = FailedPayment & { attempt: number };

const lastFailed = ({ failed = [] }: Position): FailedDebit | undefined =>
  failed
    .filter((each): each is FailedDebit => each.attempt !== undefined)
    .reduce<FailedDebit | undefined>(
      (last, each) =>
        last === undefined ||
        each.failedOn > last.failedOn ||
        (each.failedOn === last.failedOn && each.attempt > last.attempt)
          ? each
          : last,
      undefined,
    );

type Due = { failed: FailedDebit; at: Instant };

/**
 * When servicing is asked for another try of the debit that failed last, and which that was. Undefined: never. For want of money alone: who has no mandate, no such
 * account or refuses is not debited. A calendar that does not reach that far knows of no business day.
 */
const debitDue = ({ kase, seen }: Course): Due | undefined => {
  const { debit } = seen.rules.strategy;
  const failed = debit && lastFailed(seen.position);
  if (!debit || !failed || failed.reason !== 'insufficient-funds') return undefined;
  const tries = (seen.position.failed ?? []).filter(
    ({ attempt, failedOn }) => attempt !== undefined && failedOn >= kase.anchorOn,
  ).length;
  if (failed.failedOn < kase.anchorOn || Math.max(tries, failed.attempt) >= debit.tries) return undefined;
  if (kase.debitAskedAfter === failed.paymentId) return undefined;
  const { jurisdiction } = kase.terms;
  const calendar = seen.rules.law.calendars[jurisdiction.split('-')[0] ?? jurisdiction];
  const day = addBusinessDays(failed.failedOn, debit.businessDays, calendar);
  return day === undefined ? undefined : { failed, at: startOfDay(day, kase.zone) };
};

/** Whatever keeps anybody from pressing for the money keeps us from taking it. */
const mayAsk = (course: Course): boolean => {
  const { kase, seen, at } = course;
  if (kase.status !== 'open' || kase.endsAs || kase.handedTo || isCollectedByAnother(course)) return false;
  if (!isOverdue(course) || isInGrace(course) || seen.unresolved.length > 0) return false;
  if (stillPending(seen.position).length > 0) return false;
  const holds = holdsOfCase(kase);
  return (['contact', 'escalation'] as const).every((stop) => stopsNow(holds, stop, at).length === 0);
};

/** Asks servicing, once for each try that failed, for another of all that is overdue. What becomes of it is told by servicing, as of any debit. */
export const askForDebit = (course: Course): void => {
  const due = debitDue(course);
  if (!due || due.at > course.at || !mayAsk(course)) return;
  const { paymentId: after, attempt } = due.failed;
  const { arrears: amount, currency } = course.kase.noted;
  state(course, clock, { type: 'debit-requested', after, attempt: attempt + 1, amount, currency });
};

/** When a case that waits for nothing sooner is looked at for that. */
export const debitWake = (course: Course): Instant | undefined => {
  const due = debitDue(course);
  return due && due.at > course.at ? due.at : undefined;
};
