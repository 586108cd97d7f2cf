import { addDays, daysBetween } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import { localDay, startOfDay } from '../calendar/local-time.js';
import type { HoldStop } from '../holds/hold.js';
import { rulesOf } from '../law/rules-of.js';
import type { Interruption } from '../limitation/interruption.js';
import type { LimitationState } from '../limitation/limitation-fact.js';
import type { Limitation } from '../limitation/limitation-of.js';
import type { Input } from './case-inputs.js';
import { clock, state, type Course } from './course.js';
import { guaranteeWake } from './guarantee-of-case.js';
import { interruptionsOfTurn } from './interruptions-of-turn.js';
import {
  isEndingSoon,
  isTimeBarred,
  isYoung,
  limitationHold,
  limitationOfCase,
  limitationWarnDays,
} from './limitation-of-case.js';

/**
 * Far from the end a demand is recorded only when it gains so many days: a period known a little too short does no harm. After a payment all are
 * recorded: what was dropped would be missed when it is taken back.
 */
const worthDays = 180;

const noteInterruptions = (course: Course, cause: string, found: readonly Interruption[], today: Day): void => {
  for (const each of found) {
    const { kase, seen } = course;
    const stands = limitationOfCase(kase, seen, today);
    if (!stands?.beganOn || each.on <= stands.beganOn || each.on > today) continue;
    const near = stands.endsOn !== undefined && daysBetween(today, stands.endsOn) <= worthDays;
    const mayBeTakenBack = stands.by?.by.what === 'payment';
    if (!near && !mayBeTakenBack && daysBetween(stands.beganOn, each.on) < worthDays) continue;
    const known = {
      ...kase,
      limitation: { ...kase.limitation, interruptions: [each, ...(kase.limitation?.interruptions ?? [])] },
    };
    // What does not count in law, for want of proof or because the period was over, is not worth a word.
    if (limitationOfCase(known, seen, today)?.beganOn === stands.beganOn) continue;
    state(course, cause, { type: 'limitation-interrupted', ...each });
  }
};

const stateOf = (limitation: Limitation, today: Day): LimitationState | undefined => {
  switch (limitation.state) {
    case 'running':
      return isEndingSoon(limitation, today) ? 'ending' : 'running';
    case 'suspended':
    case 'expired':
      return limitation.state;
    case 'unknown':
      return undefined;
    default:
      return limitation.state satisfies never;
  }
};

/** Said when it nears its end, and whenever it moves after that. */
const note = (course: Course, limitation: Limitation, today: Day): void => {
  const { rule, version, beganOn, endsOn } = limitation;
  const said = course.kase.limitation?.noted;
  const found = stateOf(limitation, today);
  if (found === undefined || beganOn === undefined) return;
  if (said ? said.state === found && said.endsOn === endsOn : found === 'running' || found === 'suspended') return;
  const ends = endsOn === undefined ? {} : { endsOn };
  state(course, clock, { type: 'limitation-noted', state: found, rule, version, beganOn, ...ends });
};

/** What the place's law says a time-barred debt stops; suing always. */
const stopsByLaw = ({ kase, seen }: Course, today: Day): HoldStop[] => {
  const { jurisdiction, product } = kase.terms;
  const bearing = { places: [jurisdiction], actor: 'first-party' as const, product, days: [today] };
  const rules = rulesOf(seen.rules.law, 'hold-on-event', bearing).filter(({ rule }) => rule.event === 'time-barred');
  return [...new Set<HoldStop>(['legal', ...rules.flatMap(({ rule }) => rule.stops)])];
};

/** Placed when the period is over; taken away when something told late shows that it was not. */
const bar = (course: Course, expired: boolean, today: Day): void => {
  const { kase, at } = course;
  if (expired) {
    if (isTimeBarred(course)) return;
    const id = `${limitationHold}${kase.caseId}/${today}`;
    const how = { reason: 'time-barred' as const, scope: { loan: kase.loanId }, stops: stopsByLaw(course, today) };
    return state(course, clock, { type: 'hold-placed', hold: { id, ...how, from: at } });
  }
  for (const hold of kase.holds)
    if (hold.id.startsWith(limitationHold) && hold.endedAt === undefined)
      state(course, clock, { type: 'hold-ended', holdId: hold.id });
};

/** Keeps the limitation of the claim: what lets it begin anew, that its end is near, and what is over when it ends (requirements A6, CN-LIM). */
export const watchLimitation = (course: Course, inputs: readonly Input[]): void => {
  if (isYoung(course)) return;
  const { kase, seen, at } = course;
  const today = localDay(at, kase.zone);
  noteInterruptions(course, inputs[0]?.itemId ?? clock, interruptionsOfTurn(course, inputs), today);
  const limitation = limitationOfCase(course.kase, seen, today);
  if (!limitation) return;
  note(course, limitation, today);
  bar(course, limitation.state === 'expired', today);
};

/** The next instant at which the limitation, or what a guarantor owes, asks for something: a warning, or that the claim is over. */
export const limitationWake = (course: Course): Instant | undefined => {
  const [claim, guarantee] = [claimWake(course), guaranteeWake(course)];
  if (claim === undefined || guarantee === undefined) return claim ?? guarantee;
  return claim < guarantee ? claim : guarantee;
};

const claimWake = (course: Course): Instant | undefined => {
  if (isYoung(course)) return undefined;
  const { kase, seen, at } = course;
  const limitation = limitationOfCase(kase, seen, localDay(at, kase.zone));
  if (limitation?.state !== 'running' || limitation.endsOn === undefined) return undefined;
  return [addDays(limitation.endsOn, -limitationWarnDays), addDays(limitation.endsOn, 1)]
    .map((day) => startOfDay(day, kase.zone))
    .find((instant) => instant > at);
};
