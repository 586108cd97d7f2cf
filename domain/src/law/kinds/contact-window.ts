import { addDays } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import { dayKind, type HolidayCalendar } from '../../calendar/holiday-calendar.js';
import type { Instant } from '../../calendar/instant.js';
import { localDay, localTime, nextShown } from '../../calendar/local-time.js';
import { weekdayOf } from '../../calendar/weekday.js';
import type { ZoneSlice } from '../../calendar/zone.js';
import type { Finding, GateAsk } from '../../contact/gate-ask.js';
import { minutesTogether } from '../../contact/minutes-together.js';
import { mostAgreedHours } from '../../contact/standing-shapes.js';
import type { StandingOfPerson } from '../../contact/standing-of-person.js';
import { bearsOn, contactAsked } from '../bears-on.js';
import { placesOfPoint } from '../places-of-point.js';
import type { ContactWindow } from '../shapes/contact-window-shape.js';

/** A window further off than this is none. */
const horizonDays = 366;

type Span = { from: string; to: string };

/** The spans of a day in which contact is open; undefined where the holiday calendar does not reach. */
type SpansOf = (day: Day) => readonly Span[] | undefined;

/** Spans that are open less one that is inconvenient. */
const without = (spans: readonly Span[], cut: Span): Span[] =>
  spans.flatMap(({ from, to }) => {
    if (cut.to <= from || to <= cut.from) return [{ from, to }];
    return [...(from < cut.from ? [{ from, to: cut.from }] : []), ...(cut.to < to ? [{ from: cut.to, to }] : [])];
  });

const spansBy =
  (rule: ContactWindow, calendar: HolidayCalendar | undefined, standing: StandingOfPerson): SpansOf =>
  (day) => {
    if (rule.closedOnHolidaysOf !== undefined) {
      const kind = calendar ? dayKind(day, calendar) : 'unknown';
      if (kind === 'unknown') return undefined;
      if (kind === 'holiday') return [];
    }
    const weekday = weekdayOf(day);
    const open = rule.windows.filter(({ days }) => days.includes(weekday)).map(({ from, to }) => ({ from, to }));
    const cuts = rule.personsTimes ? standing.inconvenientTimes.filter(({ days }) => days.includes(weekday)) : [];
    return cuts.reduce<Span[]>(without, open);
  };

const isIn = (time: string, { from, to }: Span): boolean => from <= time && time < to;

/** The first instant from `at` at which the clock in `zone` shows an open time; undefined: none is known. */
const firstOpen = (spansOf: SpansOf, agreed: AgreedOn, at: Instant, zone: ZoneSlice): Instant | undefined => {
  const today = localDay(at, zone);
  const time = localTime(at, zone);
  for (let ahead = 0; ahead <= horizonDays; ahead += 1) {
    const day = addDays(today, ahead);
    const spans = spansOf(day);
    if (spans === undefined) return undefined;
    if (ahead === 0 && spans.some((span) => isIn(time, span))) return at;
    const openings = [...spans, ...agreed(day)]
      .map((span) => nextShown(at, day, span, zone))
      .filter((opens) => opens !== undefined)
      .toSorted();
    if (openings[0] !== undefined) return openings[0];
  }
  return undefined;
};

/**
 * What the two agreed on for a day, where the rule gives way to that, less what the person says is inconvenient: who takes a right back wins,
 * whichever was said later. Where all that was agreed for the day, on whatever channel and inconvenient or not, comes to more than anybody
 * agrees to, none of it counts.
 */
type AgreedOn = (day: Day) => readonly Span[];

const agreedBy =
  (rule: ContactWindow, { attempt, person: { standing } }: GateAsk): AgreedOn =>
  (day) => {
    if (!rule.override?.includes('agreed-time') || standing.agreedTimes.length === 0) return [];
    const weekday = weekdayOf(day);
    const cuts = standing.inconvenientTimes.filter(({ days }) => days.includes(weekday));
    const kept = (agreed: readonly Span[]): readonly Span[] => cuts.reduce<readonly Span[]>(without, agreed);
    const ofDay = standing.agreedTimes.filter(({ fromDay, untilDay }) => fromDay <= day && day <= untilDay);
    if (minutesTogether(ofDay) > mostAgreedHours * 60) return [];
    return kept(
      ofDay.filter(
        ({ channels, points }) =>
          (channels?.includes(attempt.channel) ?? true) && (points?.includes(attempt.pointId) ?? true),
      ),
    );
  };

/**
 * Hours of contact, half-open, in every zone the person may be in; a deferral names the first instant at which all of them are open.
 * Where the calendar the rule rests on has no data, nobody is contacted.
 */
export const contactWindow = (rule: ContactWindow, ask: GateAsk): Finding | undefined => {
  const { attempt, person, point, law } = ask;
  if (!bearsOn(rule, contactAsked(ask))) return undefined;
  const shunned = rule.personsTimes ? person.standing.inconvenientPlaces : [];
  if (placesOfPoint(point).some((place) => shunned.includes(place)))
    return { inputs: { placeType: point?.placeType ?? 'unknown' }, verdict: 'refuse', reason: 'inconvenient-place' };
  if (person.zones.length === 0) return { inputs: {}, verdict: 'refuse', reason: 'unknown-zone' };
  const calendar = rule.closedOnHolidaysOf === undefined ? undefined : law.calendars[rule.closedOnHolidaysOf];
  const spansOf = spansBy(rule, calendar, person.standing);
  const agreed = agreedBy(rule, ask);
  const closed = person.zones.filter(
    (zone) => !agreed(localDay(attempt.at, zone)).some((span) => isIn(localTime(attempt.at, zone), span)),
  );
  const inputs = {
    zones: person.zones.map(({ zone }) => zone).join(' '),
    localTime: person.zones.map((zone) => localTime(attempt.at, zone)).join(' '),
    windows: rule.windows.map(({ from, to }) => `${from}-${to}`).join(' '),
    agreedTime: closed.length < person.zones.length,
  };
  const openings = closed.map((zone) => firstOpen(spansOf, agreed, attempt.at, zone));
  if (openings.includes(undefined))
    return {
      inputs,
      verdict: 'refuse',
      reason: rule.closedOnHolidaysOf === undefined ? 'never-by-law' : 'calendar-not-covered',
    };
  const until = openings.filter((each) => each !== undefined).reduce((a, b) => (a > b ? a : b), attempt.at);
  return until <= attempt.at ? { inputs, verdict: 'allow' } : { inputs, verdict: 'defer', until };
};
