import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import type { PlaceType } from '@recourse/domain/contact/ledger-entry';
import type { ContactWindow } from '@recourse/domain/law/shapes/contact-window-shape';
import { inScope } from './in-scope.js';
import type { Severity } from './reference-answer.js';
import { dayWritten, minuteWritten, wallMinute } from './wall-clock.js';

const msPerMinute = 60_000;
const msPerQuarter = 900_000;
/** Monday is 0; 1970-01-01 was a Thursday. */
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const weekdayNamed = (day: number) => weekdays[(((day + 3) % 7) + 7) % 7] ?? 'mon';

type DayState = 'unknown' | 'shut' | 'by-the-clock';

function stateOf(day: number, rule: ContactWindow, { law }: GateAsk): DayState {
  if (rule.closedOnHolidaysOf === undefined) return 'by-the-clock';
  const calendar = law.calendars[rule.closedOnHolidaysOf];
  if (!calendar || day < dayWritten(calendar.coversFrom) || day >= dayWritten(calendar.coversTo)) return 'unknown';
  return calendar.holidays.some((holiday) => dayWritten(holiday.day) === day) ? 'shut' : 'by-the-clock';
}

const covers = ({ from, to }: { from: string; to: string }, minute: number): boolean =>
  minuteWritten(from) <= minute && minute < minuteWritten(to);

const isUnwanted = (day: number, minute: number, { standing }: GateAsk['person']): boolean =>
  standing.inconvenientTimes.some((time) => time.days.includes(weekdayNamed(day)) && covers(time, minute));

function openByClock(day: number, minute: number, rule: ContactWindow, { person }: GateAsk): boolean {
  const weekday = weekdayNamed(day);
  const isOpen = rule.windows.some((window) => window.days.includes(weekday) && covers(window, minute));
  return isOpen && !(rule.personsTimes && isUnwanted(day, minute, person));
}

/** Four hours of a day are the most that is believed (ADR 0027): of more none is, by whatever medium. */
const mostAgreedMinutes = 240;

function isTooMuchAgreed(day: number, person: GateAsk['person']): boolean {
  const ofDay = person.standing.agreedTimes.filter(
    ({ fromDay, untilDay }) => dayWritten(fromDay) <= day && day <= dayWritten(untilDay),
  );
  let minutes = 0;
  for (let minute = 0; minute < 1_440; minute += 1) if (ofDay.some((time) => covers(time, minute))) minutes += 1;
  return minutes > mostAgreedMinutes;
}

function agreedAt(day: number, minute: number, rule: ContactWindow, { attempt, person }: GateAsk): boolean {
  // 双方另有约定 is an agreement of both: at a minute one of them says is inconvenient there is none.
  if (!rule.override?.includes('agreed-time') || isUnwanted(day, minute, person)) return false;
  const isAgreed = person.standing.agreedTimes.some(
    (time) =>
      dayWritten(time.fromDay) <= day &&
      day <= dayWritten(time.untilDay) &&
      (!time.channels || time.channels.includes(attempt.channel)) &&
      (!time.points || time.points.includes(attempt.pointId)) &&
      covers(time, minute),
  );
  return isAgreed && !isTooMuchAgreed(day, person);
}

/** Walks the clock of one zone minute by minute until it is open; a quarter at a time through days that are shut as a whole. */
function zoneSays(rule: ContactWindow, ask: GateAsk, zone: string, now: number, ahead: boolean): Severity {
  const lastDay = Math.floor(wallMinute(zone, now) / 1_440) + 366;
  for (let at = now; ;) {
    const wall = wallMinute(zone, at);
    const day = Math.floor(wall / 1_440);
    const minute = wall - day * 1_440;
    if (day > lastDay) return 'refuse';
    const state = stateOf(day, rule, ask);
    const agreed = agreedAt(day, minute, rule, ask);
    if (state === 'unknown') return at === now && agreed ? 'allow' : 'refuse';
    if (agreed || (state === 'by-the-clock' && openByClock(day, minute, rule, ask)))
      return at === now ? 'allow' : 'defer';
    if (!ahead) return 'defer';
    const isShutAllDay = state === 'shut' || !rule.windows.some(({ days }) => days.includes(weekdayNamed(day)));
    const mayBeAgreed = rule.override !== undefined && ask.person.standing.agreedTimes.length > 0;
    const step = isShutAllDay && !mayBeAgreed ? msPerQuarter : msPerMinute;
    at = (Math.floor(at / step) + 1) * step;
  }
}

/** A telephone carried about and a mailbox are nowhere else than where we were told they are (comment 6(b)(1)(ii)-1.i); a door is somewhere. */
function mayBeThere(place: PlaceType, point: GateAsk['point']): boolean {
  if (point?.placeType !== undefined) return point.placeType === place;
  if (point === undefined) return true;
  return place === 'mobile' ? point.kind === 'mobile' : point.kind === 'address';
}

/** `ahead: false`: only whether it is open now; a refusal because it never opens is then told as a deferral. */
export function windowSays(rule: ContactWindow, ask: GateAsk, now: number, ahead: boolean): Severity | undefined {
  const { attempt, person, point } = ask;
  if (!inScope(rule, { ...attempt, party: person.party })) return undefined;
  if (rule.personsTimes && person.standing.inconvenientPlaces.some((place) => mayBeThere(place, point)))
    return 'refuse';
  if (person.zones.length === 0) return 'refuse';
  let worst: Severity = 'allow';
  for (const { zone } of person.zones) {
    const says = zoneSays(rule, ask, zone, now, ahead);
    if (says === 'refuse') return 'refuse';
    if (says === 'defer') worst = 'defer';
  }
  return worst;
}
