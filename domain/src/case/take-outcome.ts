import { addDays } from '../calendar/day-arithmetic.js';
import { instantAt, localDay, minutesLater } from '../calendar/local-time.js';
import type { Hold } from '../holds/hold.js';
import type { ActOutcome } from './act-outcome.js';
import { buildAct } from './build-act.js';
import { state, type Course } from './course.js';
import { endAskedHold } from './end-asked-hold.js';
import { finishTry } from './finish-try.js';
import { callInAlternative } from './call-in-alternative.js';
import { isBorrower, personOfTry, plannedAct, recallStep, triedStep, type TriedStep } from './step-of-plan.js';
import { stepZone } from './steps-to-do.js';
import { takeAnswer } from './take-answer.js';
import { borrowerOf } from './terms.js';
import { troubleMinutes } from './trouble-minutes.js';

/** Refusals that will not pass by waiting: the step gives way to its alternative. */
const lasting = new Set([
  'opted-out',
  'unknown-point',
  'point-invalid',
  'unknown-zone',
  'party-not-eligible',
  'refused-for-ever',
  'unknown-jurisdiction',
  'channel-not-permitted',
  'no-basis-for-channel',
  'inconvenient-place',
  'never-by-law',
  'visit-not-lawful',
  'unknown-person',
]);

const withhold = (course: Course, cause: string, outcome: ActOutcome, until?: string): void =>
  state(course, cause, { type: 'contact-withheld', planId: outcome.planId, outcome, ...(until && { until }) });

/** The step's own time of day tomorrow: never the middle of the night. */
const tomorrowAt = (course: Course, time: string): string => {
  const zone = stepZone(course);
  return instantAt(addDays(localDay(course.at, zone), 1), time, zone);
};

/** Who was told, the instalments a notice given now speaks of, and the day it is proved on. */
const noteNotice = (course: Course, cause: string, kind: string, toldTo: string | undefined): void => {
  const { kase, at } = course;
  const personId = toldTo ?? borrowerOf(kase.terms);
  const notice = {
    kind,
    instalments: kase.noted.unpaidInstalments,
    provedOn: localDay(at, kase.zone),
    ...(personId !== undefined && { personId }),
  };
  state(course, cause, { type: 'notice-given', notice });
};

/** Whatever the plan has become meanwhile: what an agency or firm took is with it until it is taken back. */
const handOver = (course: Course, cause: string, tried: TriedStep, planId: string): void => {
  const { handedTo, round } = course.kase;
  if (tried.step === recallStep && handedTo) {
    const because = handedTo.kind === 'agency' ? 'recalled' : 'withdrawn';
    return state(course, cause, { type: 'handed-back', placementId: handedTo.id, because });
  }
  const act = tried.rules && buildAct(course, tried.rules);
  const over = { id: planId, round, since: course.at };
  if (act?.kind === 'place-with-agency')
    state(course, cause, { type: 'handed-over', to: { kind: 'agency', partnerId: act.agencyId, ...over } });
  if (act?.kind === 'refer-to-legal')
    state(course, cause, { type: 'handed-over', to: { kind: 'law-firm', partnerId: act.firmId, ...over } });
};

/** Takes what an act came to. A try that is no longer the case's is recorded and counts, but its step is not done by it. */
export const takeOutcome = (course: Course, cause: string, outcome: ActOutcome, holds: readonly Hold[] = []): void => {
  const { kase, at, seen } = course;
  const tried = triedStep(kase, seen, outcome.planId);
  const act = plannedAct(kase, outcome.planId);
  const reached = personOfTry(kase, tried, outcome.planId) ?? outcome.reached;
  const concluded = (): void => {
    state(course, cause, {
      type: 'contact-concluded',
      planId: outcome.planId,
      outcome,
      consumesTry: tried.current,
      ...(act && { act }),
    });
    if (kase.openTasks.includes(outcome.planId))
      state(course, cause, { type: 'task-closed', taskId: outcome.planId, because: 'answered' });
  };
  switch (outcome.result) {
    case 'offered':
      if (!tried.current || tried.progress?.awaiting)
        return state(course, cause, { type: 'input-noted', kind: 'offered', ignored: 'not-current' });
      state(course, cause, { type: 'act-awaited', planId: outcome.planId, awaiting: 'task', until: outcome.deadline });
      return state(course, cause, {
        type: 'task-opened',
        taskId: outcome.planId,
        to: outcome.to,
        deadline: outcome.deadline,
      });
    case 'deferred':
      return withhold(course, cause, outcome, tried.current ? outcome.until : undefined);
    case 'refused':
      if (!tried.current) return withhold(course, cause, outcome);
      if (!lasting.has(outcome.reason))
        return withhold(course, cause, outcome, tomorrowAt(course, tried.rules?.at ?? '10:00'));
      withhold(course, cause, outcome);
      state(course, cause, { type: 'step-lapsed', round: tried.round, step: tried.step, because: 'refused' });
      return callInAlternative(course, cause, tried);
    case 'superseded':
      return withhold(course, cause, outcome);
    case 'covered':
      withhold(course, cause, outcome);
      if (!tried.current) return;
      return state(course, cause, {
        type: 'act-awaited',
        planId: outcome.planId,
        awaiting: 'receipt',
        until: minutesLater(at, seen.rules.strategy.receiptWithinDays * 1440),
      });
    case 'provider-unavailable':
      return withhold(course, cause, outcome, tried.current ? minutesLater(at, troubleMinutes) : undefined);
    case 'delivered':
    case 'failed':
    case 'done':
    case 'unknown':
      concluded();
      if (outcome.result === 'done' && kase.openTasks.includes(outcome.planId))
        endAskedHold(course, cause, outcome.planId);
      // A notice that was delivered was given, even when the plan has moved on meanwhile.
      if (tried.rules?.notice && (outcome.result === 'delivered' || outcome.result === 'done'))
        noteNotice(course, cause, tried.rules.notice, reached);
      if (outcome.result === 'done') handOver(course, cause, tried, outcome.planId);
      if (outcome.result === 'failed' && tried.rules?.act === 'place-call' && isBorrower(kase, reached))
        state(course, cause, { type: 'failed-call-noted', on: localDay(outcome.at, kase.zone) });
      return tried.current ? finishTry(course, cause, tried, outcome.result) : undefined;
    case 'answered':
      concluded();
      return takeAnswer(course, cause, tried, outcome, holds, reached);
    default:
      return outcome satisfies never;
  }
};
