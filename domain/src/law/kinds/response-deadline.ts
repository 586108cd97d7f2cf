import { addBusinessDays } from '../../calendar/business-day.js';
import { addDays } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import type { HolidayCalendar } from '../../calendar/holiday-calendar.js';
import type { RuleInputs } from '../../contact/gate-ask.js';
import type { ResponseDeadline } from '../shapes/response-deadline-shape.js';

/** More days taken for an answer. `ground` is one the rule names; `approved`: by whom the law asks. */
export type ExtensionGranted = { ground: string; grantedOn: Day; approved: boolean };

/** A request that came in on `startedOn`, seen on `today`; all days are those of the place where it is answered. */
export type DeadlineAsk = {
  request: ResponseDeadline['request'];
  startedOn: Day;
  today: Day;
  extensions: readonly ExtensionGranted[];
  answeredOn?: Day;
  calendar?: HolidayCalendar | undefined;
};

/** Why an extension did not count. Closed. */
export type ExtensionFault = 'unknown-ground' | 'used-already' | 'not-approved' | 'granted-too-late';

/** `dueOn`: the last day on which an answer is in time. */
export type DeadlineFinding = {
  inputs: RuleInputs;
  dueOn: Day;
  overdue: boolean;
  onMiss: string;
  notCounted: { ground: string; because: ExtensionFault }[];
};

/**
 * When an answer is due: the day of the request is not counted. Where the holiday calendar does not reach, calendar days: they end sooner.
 * An extension counts once, on its ground, approved where that is asked, and granted before the day it extends was over.
 * Undefined: the rule is about another request.
 */
export const responseDeadline = (rule: ResponseDeadline, ask: DeadlineAsk): DeadlineFinding | undefined => {
  if (rule.request !== ask.request) return undefined;
  const plus = (day: Day, days: number): Day =>
    (rule.dayCalendar === 'business-days' ? addBusinessDays(day, days, ask.calendar) : undefined) ?? addDays(day, days);
  const used: ResponseDeadline['extensions'] = [];
  const notCounted: DeadlineFinding['notCounted'] = [];
  let days = rule.days;
  for (const { ground, grantedOn, approved } of ask.extensions.toSorted((a, b) =>
    a.grantedOn < b.grantedOn ? -1 : 1,
  )) {
    const fault = (because: ExtensionFault): void => void notCounted.push({ ground, because });
    if (grantedOn > ask.today) continue;
    const offered = rule.extensions.filter((each) => each.ground === ground);
    const next = offered.find((each) => !used.includes(each));
    if (offered.length === 0) fault('unknown-ground');
    else if (!next) fault('used-already');
    else if (next.approval && !approved) fault('not-approved');
    else if (grantedOn > plus(ask.startedOn, days)) fault('granted-too-late');
    else {
      used.push(next);
      days += next.days;
    }
  }
  const dueOn = plus(ask.startedOn, days);
  const inputs = { request: rule.request, startedOn: ask.startedOn, days, answeredOn: ask.answeredOn ?? 'not yet' };
  return { inputs, dueOn, overdue: (ask.answeredOn ?? ask.today) > dueOn, onMiss: rule.onMiss, notCounted };
};
