import { addDays } from '../calendar/day-arithmetic.js';
import type { Instant } from '../calendar/instant.js';
import { localDay, minutesLater, startOfDay } from '../calendar/local-time.js';
import { holdEnd, openHolds, stopsNow } from '../holds/held-days.js';
import type { HoldStop } from '../holds/hold.js';
import { allocationOf } from '../money/allocation-of.js';
import { amountsOn } from '../money/arrears.js';
import { isWatched } from './arrangements-of-case.js';
import { debitWake } from './ask-for-debit.js';
import { arrangementWakes } from './arrangement-wakes.js';
import { buildRecall } from './build-act.js';
import { planIdOf } from './case-id.js';
import type { Course } from './course.js';
import { ladderEndsAt } from './end-ladder.js';
import { evaluateAll } from './evaluate-condition.js';
import { isCollectedByAnother } from './is-collected-by-another.js';
import { hasOpenMatter, matterWakes } from './matters-of-case.js';
import { creditAnswerWakes } from './see-to-credit-answers.js';
import { stepKey } from './step-key.js';
import { holdsOfCase } from './holds-of-case.js';
import { searchDue } from './locate-borrower.js';
import { lastMoment } from './last-moment.js';
import { isTimeBarred } from './limitation-of-case.js';
import { limitationWake } from './watch-limitation.js';
import { monitoringOver, waitsForReturn } from './move-stage.js';
import { mustComeBack } from './must-come-back.js';
import { isOverdue } from './note-position.js';
import { graceEnd, isInGrace } from './open-case.js';
import type { Plan, PlannedNext } from './plan.js';
import { planRepresentative, planStep } from './plan-step.js';
import { asksForBorrower, awaitsVerification, planVerification } from './plan-verification.js';
import type { Ending } from './stage.js';
import { recallStep, reviewStep } from './step-of-plan.js';

/** Days after which a case with nothing to wait for is looked at again. */
const reviewEveryDays = 30;
const climbing = 'the next stage may begin';
const answerAwaited = 'an answer is owed';
const possibleStep = 'a step becomes possible';
const nearingEnd = 'the claim nears its limitation';
const debitAgain = 'a debit may be tried again';
const ladderOver = 'the ladder has ended';
const barredByTime = 'taken back: the claim is over in law';
/** Minutes between two tries to take a placement back. */
const recallPauseMinutes = 60;

const review = ({ kase, seen }: Course, dueAt: Instant, because: string): PlannedNext => ({
  id: planIdOf(kase.caseId, kase.round, reviewStep, 1),
  readPosition: seen.position.version,
  dueAt,
  because,
  ...(kase.stage && { stage: kase.stage }),
});

const latest = (instants: [Instant, ...Instant[]]): Instant => instants.reduce((a, b) => (a > b ? a : b));

const takenBack = 'taken back';

const recall = (course: Course, because: string): PlannedNext | undefined => {
  const { kase, seen, at } = course;
  const act = buildRecall(course);
  if (!act || !kase.handedTo) return undefined;
  const step = kase.steps[stepKey(kase.round, recallStep)];
  const attempt = (step?.tries ?? 0) + 1;
  const id = planIdOf(kase.caseId, kase.round, recallStep, attempt);
  // A recall is due at once and until it has gone through; after trouble it waits a little.
  const planned = 'ending' in kase.plan || kase.plan.id !== id || kase.plan.awaiting ? at : kase.plan.dueAt;
  // Tries of the round before this handover took something else back.
  const triedAt =
    step?.tries && kase.lastActedAt && kase.lastActedAt > kase.handedTo.since ? kase.lastActedAt : undefined;
  const paused = triedAt ? minutesLater(triedAt, recallPauseMinutes) : planned;
  const dueAt =
    step?.awaiting && step.awaitingUntil
      ? step.awaitingUntil
      : latest([step?.deferredUntil ?? planned, paused, planned]);
  const plan = { id, readPosition: seen.position.version, dueAt, act };
  return {
    ...plan,
    because,
    ...(step?.awaiting && { awaiting: step.awaiting }),
    ...(kase.stage && { stage: kase.stage }),
  };
};

/** Paid by the last day of grace, by value date; money that came later, though before we did anything, is a cure. */
const endedAtIntake = ({ kase, seen }: Course): Ending => {
  const lastDayOfGrace = localDay(minutesLater(kase.graceEndsAt, -1), kase.zone);
  const { arrears } = amountsOn(seen.position, lastDayOfGrace, allocationOf(seen.terms));
  return arrears <= kase.terms.tolerance ? 'paid-in-grace' : 'cured';
};

const endingDue = (course: Course): Ending | undefined => {
  const { kase, at } = course;
  if (kase.handedTo || kase.status === 'closed' || hasOpenMatter(kase)) return undefined;
  if (kase.endsAs) return kase.endsAs;
  if (isOverdue(course) || isWatched(course)) return undefined;
  if (kase.status === 'intake')
    return kase.noted.arrears === 0 || at >= kase.graceEndsAt ? endedAtIntake(course) : undefined;
  return monitoringOver(course) ? 'cured' : undefined;
};

type Wake = { at: Instant; because: string };

/** When time alone lets the case climb: out of its stage, or into the next. */
const climbs = (course: Course): (Instant | undefined)[] => {
  const { kase, seen, at } = course;
  if (isInGrace(course)) return [];
  const { stages } = seen.rules.strategy;
  const here = stages.findIndex(({ stage }) => stage === kase.stage);
  const rules = stages[here];
  if (!rules || rules.leave.length === 0) return [];
  const leave = evaluateAll(rules.leave, kase, seen, at);
  const next = leave.held ? stages.find(({ stage }, nth) => nth > here && !kase.passedOver.includes(stage)) : undefined;
  const entry = next && evaluateAll(next.enter, kase, seen, at);
  // One stage up a turn: the next of a case that is far behind is looked at the day after.
  const tomorrow = entry?.held ? startOfDay(addDays(localDay(at, kase.zone), 1), kase.zone) : undefined;
  return [tomorrow, leave.trueFrom, entry?.trueFrom];
};

/** Instants at which time alone changes what the case should do, each with what it is that changes. */
const wakes = (course: Course): Wake[] => {
  const { kase, at } = course;
  const all: { at: Instant | undefined; because: string }[] = [{ at: kase.graceEndsAt, because: 'in grace' }];
  for (const hold of openHolds(holdsOfCase(kase), at))
    all.push({ at: holdEnd(hold), because: `a hold ends: ${hold.reason}` });
  for (const promise of kase.promises)
    if (promise.state === 'open') all.push({ at: lastMoment(course, promise), because: 'a promise is judged' });
  for (const { because, when } of [...arrangementWakes(course), ...matterWakes(course), ...creditAnswerWakes(course)])
    all.push({ at: when, because });
  all.push({ at: searchDue(course), because: 'a search begins or ends' });
  for (const when of climbs(course)) all.push({ at: when, because: climbing });
  return all.filter((wake): wake is Wake => wake.at !== undefined && wake.at > at);
};

/** What is looked at when nothing else is sooner: no case waits for these alone beyond its next review. */
const farWakes = (course: Course, before: Instant): Wake[] => {
  const [limitation, ended, debit] = [limitationWake(course), ladderEndsAt(course), debitWake(course)];
  return [
    ...(limitation === undefined ? [] : [{ at: limitation, because: nearingEnd }]),
    ...(ended === undefined || ended <= course.at ? [] : [{ at: ended, because: ladderOver }]),
    ...(debit === undefined ? [] : [{ at: debit, because: debitAgain }]),
  ].filter((each) => each.at < before);
};

/** What keeps the case from what it would do next, when a hold does: the day a review falls on is then not the reason to wait. */
const heldBy = ({ kase, at }: Course, stop: HoldStop): string | undefined => {
  const holds = stopsNow(holdsOfCase(kase), stop, at).filter(({ scope }) => !('point' in scope));
  return holds[0] && `on hold: ${holds[0].reason}`;
};

/** A review whose day is only "some time from now": it keeps the day it was given, however often the bell rings. */
const laterReview = (course: Course, dueAt: Instant, because: string): PlannedNext => {
  const { plan } = course.kase;
  const kept =
    !('ending' in plan) &&
    plan.because === because &&
    plan.dueAt > course.at &&
    plan.id === review(course, dueAt, because).id;
  return review(course, kept ? plan.dueAt : dueAt, because);
};

const earliest = (wakings: readonly Wake[]): Wake | undefined =>
  wakings.reduce<Wake | undefined>((a, b) => (a === undefined || b.at < a.at ? b : a), undefined);

const planMonitoring = (course: Course): PlannedNext => {
  const { kase, seen, at } = course;
  const since = localDay(kase.stageEnteredAt ?? at, kase.zone);
  const end = startOfDay(addDays(since, seen.rules.strategy.monitoring.days), kase.zone);
  const grace = graceEnd(kase.anchorOn, kase.terms, kase.zone);
  const held = earliest(wakes(course));
  if (!isOverdue(course)) {
    const [watched] = [...arrangementWakes(course), ...matterWakes(course), ...creditAnswerWakes(course)].toSorted(
      (a, b) => (a.when < b.when ? -1 : 1),
    );
    if (watched && (watched.when < end || end <= at)) return review(course, watched.when, watched.because);
    if (end <= at && hasOpenMatter(kase)) return laterReview(course, minutesLater(at, 1440), answerAwaited);
    return review(course, end, 'watching the next instalments');
  }
  if (grace > at) return review(course, grace, 'overdue again, in grace');
  const { plan } = planRepresentative(course);
  if (plan) return plan;
  return held
    ? review(course, held.at, 'overdue again, held')
    : laterReview(course, minutesLater(at, 1440), 'overdue again, held');
};

/** The one thing the open case does next; it states lapses on the way. Never at or before now what was just done. */
export const planNext = (course: Course): Plan => {
  const { kase, seen, at } = course;
  const ending = endingDue(course);
  if (ending) return { ending };
  if ('ending' in kase.plan && kase.status === 'closed') return kase.plan;
  const isOver = kase.endsAs !== undefined || (kase.status === 'open' && !isOverdue(course)) || waitsForReturn(course);
  const protectedBy = mustComeBack(course);
  const why = isOver
    ? takenBack
    : protectedBy
      ? `${takenBack}: ${protectedBy}`
      : isCollectedByAnother(course)
        ? `${takenBack}: collected by another party`
        : kase.handedTo?.kind === 'law-firm' && isTimeBarred(course)
          ? barredByTime
          : undefined;
  const takeBack = why === undefined ? undefined : recall(course, why);
  if (takeBack) return takeBack;
  const wake = earliest(wakes(course));
  // Over, but for the answer that somebody is owed: nothing else is done meanwhile.
  if (kase.endsAs && !kase.handedTo) {
    const due = earliest(matterWakes(course).map(({ when, because }) => ({ at: when, because })));
    return due ? review(course, due.at, answerAwaited) : laterReview(course, minutesLater(at, 1440), answerAwaited);
  }
  if (kase.status === 'intake') {
    if (awaitsVerification(course) || asksForBorrower(course)) return planVerification(course);
    if (at < kase.graceEndsAt) return review(course, kase.graceEndsAt, 'in grace');
    return wake
      ? review(course, wake.at, 'held at intake')
      : laterReview(course, minutesLater(at, 1440), 'held at intake');
  }
  if (kase.stage === 'monitoring') return planMonitoring(course);
  const stage = seen.rules.strategy.stages.find((candidate) => candidate.stage === kase.stage);
  const { plan, lookAgainAt } = stage ? planStep(course, stage) : {};
  const possible = lookAgainAt ? [{ at: lookAgainAt, because: possibleStep }] : [];
  const known = earliest([...(wake ? [wake] : []), ...possible]);
  const watchedOn = startOfDay(addDays(localDay(at, kase.zone), reviewEveryDays), kase.zone);
  const look = earliest([...(known ? [known] : []), ...farWakes(course, known?.at ?? plan?.dueAt ?? watchedOn)]);
  if (plan?.awaiting) return look !== undefined && look.at < plan.dueAt ? { ...plan, dueAt: look.at } : plan;
  if (plan && (look === undefined || plan.dueAt <= look.at)) return plan;
  if (look !== undefined) {
    const stop = look.because === climbing ? 'escalation' : look.because === possibleStep ? 'contact' : undefined;
    return review(course, look.at, (stop && heldBy(course, stop)) ?? look.because);
  }
  return laterReview(course, watchedOn, heldBy(course, 'contact') ?? 'nothing to do but watch');
};
