import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { localDay, localTime } from '@recourse/domain/calendar/local-time';
import { weekdayOf } from '@recourse/domain/calendar/weekday';
import { contactGate } from '@recourse/domain/contact/contact-gate';
import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import type { AgreedTime, InconvenientTime } from '@recourse/domain/contact/standing-of-person';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gateAsk, shanghai } from '../builders/ask-gate.js';
import { lawOf, ruleOf } from '../builders/law-of.js';
import { shippedZone } from './drawn/draw-zones.js';
import { agreesWithReference, deferralIsExact } from './gate-laws.js';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const quarter = fc
  .integer({ min: 0, max: 96 })
  .map((nth) => [Math.floor(nth / 4), (nth % 4) * 15].map((part) => String(part).padStart(2, '0')).join(':'));
const span = fc
  .tuple(quarter, quarter)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

/** Of at most three hours: so two may be agreed on for a day and three be too much. */
const shortSpan = fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 12 })).map(([nth, quarters]) => {
  const time = (of: number): string =>
    [Math.floor(of / 4), (of % 4) * 15].map((part) => String(part).padStart(2, '0')).join(':');
  return { from: time(nth), to: time(Math.min(96, nth + quarters)) };
});

/** The clocks of New York change on the Sunday before. */
const monday = '2026-03-09';
const agreedTime: fc.Arbitrary<AgreedTime> = fc
  .tuple(shortSpan, fc.integer({ min: -2, max: 0 }), fc.integer({ min: 1, max: 3 }))
  .map(([times, from, days]) => ({
    ...times,
    fromDay: addDays(monday, from),
    untilDay: addDays(monday, from + days),
  }));
const inconvenientTime: fc.Arbitrary<InconvenientTime> = fc
  .tuple(span, fc.subarray([...weekdays], { minLength: 1 }))
  .map(([times, days]) => ({ ...times, days }));

const asked: fc.Arbitrary<GateAsk> = fc
  .record({
    zone: fc.constantFrom(shanghai, shippedZone('America/New_York')),
    minute: fc.integer({ min: -2 * 1_440, max: 2 * 1_440 }),
    agreedTimes: fc.array(agreedTime, { minLength: 1, maxLength: 3 }),
    inconvenientTimes: fc.array(inconvenientTime, { minLength: 1, maxLength: 3 }),
    personsTimes: fc.boolean(),
  })
  .map(({ zone, minute, agreedTimes, inconvenientTimes, personsTimes }) =>
    gateAsk({
      law: lawOf(
        ruleOf('contact-window', {
          windows: [{ from: '08:00', to: '21:00' }],
          override: ['agreed-time'],
          ...(personsTimes && { personsTimes }),
        }),
      ),
      attempt: { at: new Date(Date.parse(`${monday}T12:00:00Z`) + minute * 60_000).toISOString() },
      person: { zones: [zone] },
      standing: { agreedTimes, inconvenientTimes },
    }),
  );

const isIn = (time: string, { from, to }: { from: string; to: string }): boolean => from <= time && time < to;
const isInconvenient = ({ attempt, person }: GateAsk): boolean =>
  person.zones.some((zone) =>
    person.standing.inconvenientTimes.some(
      (time) => time.days.includes(weekdayOf(localDay(attempt.at, zone))) && isIn(localTime(attempt.at, zone), time),
    ),
  );
const without = (ask: GateAsk): GateAsk => ({
  ...ask,
  person: { ...ask.person, standing: { ...ask.person.standing, agreedTimes: [] } },
});

test('an agreed time opens no minute that the person says is inconvenient', () => {
  let opened = 0;
  let kept = 0;
  fc.assert(
    fc.property(asked, (ask) => {
      const isOpenAnyway = contactGate(without(ask)).verdict === 'allow';
      const isAllowed = contactGate(ask).verdict === 'allow';
      if (isInconvenient(ask)) expect(isAllowed).toBe(isOpenAnyway);
      if (isAllowed && !isOpenAnyway) opened += 1;
      if (isInconvenient(ask) && !isOpenAnyway) kept += 1;
    }),
    { numRuns: 4_000 },
  );
  expect(Math.min(opened, kept)).toBeGreaterThan(50);
});

test('a deferral past what is agreed and inconvenient is exact, and the reference checker says the same', () => {
  fc.assert(
    fc.property(asked, (ask) => {
      const verdict = contactGate(ask);
      expect(agreesWithReference(ask, verdict) ?? deferralIsExact(ask, verdict, 900_000)).toBeUndefined();
    }),
    { numRuns: 150 },
  );
});

test('on a day for which more than four hours are agreed on, none of them opens anything', () => {
  let shut = 0;
  fc.assert(
    fc.property(asked, (ask) => {
      const [zone] = ask.person.zones;
      const day = zone ? localDay(ask.attempt.at, zone) : '';
      const { agreedTimes } = ask.person.standing;
      const ofDay = agreedTimes.filter(({ fromDay, untilDay }) => fromDay <= day && day <= untilDay);
      const quarters = Array.from({ length: 96 }, (_, nth) =>
        [Math.floor(nth / 4), (nth % 4) * 15].map((part) => String(part).padStart(2, '0')).join(':'),
      ).filter((time) => ofDay.some((span) => isIn(time, span)));
      if (quarters.length <= 16) return;
      const isOpenAnyway = contactGate(without(ask)).verdict === 'allow';
      expect(contactGate(ask).verdict === 'allow').toBe(isOpenAnyway);
      if (!isOpenAnyway) shut += 1;
    }),
    { numRuns: 3_000 },
  );
  expect(shut).toBeGreaterThan(20);
});

test('one more inconvenient time never turns a no into an allow', () => {
  let stayedShut = 0;
  fc.assert(
    fc.property(asked, inconvenientTime, (ask, more) => {
      if (contactGate(ask).verdict === 'allow') return;
      const { standing } = ask.person;
      const inconvenientTimes = [...standing.inconvenientTimes, more];
      const then = { ...ask, person: { ...ask.person, standing: { ...standing, inconvenientTimes } } };
      expect(contactGate(then).verdict).not.toBe('allow');
      stayedShut += 1;
    }),
    { numRuns: 4_000 },
  );
  expect(stayedShut).toBeGreaterThan(500);
});

test('what was agreed for a day and is too much stays so, however much of it is inconvenient', () => {
  const of = { fromDay: monday, untilDay: monday };
  const agreedTimes = [
    { from: '06:00', to: '08:00', ...of },
    { from: '20:00', to: '24:00', ...of },
  ];
  const at = (inconvenientTimes: InconvenientTime[]) =>
    contactGate(
      gateAsk({
        law: lawOf(ruleOf('contact-window', { windows: [{ from: '09:00', to: '19:00' }], override: ['agreed-time'] })),
        attempt: { at: `${addDays(monday, -1)}T22:30:00.000Z` },
        person: { zones: [shanghai] },
        standing: { agreedTimes, inconvenientTimes },
      }),
    );
  const opens = { verdict: 'defer', until: `${monday}T01:00:00.000Z` };
  expect(at([])).toMatchObject(opens);
  expect(at([{ days: ['mon'], from: '20:00', to: '24:00' }])).toMatchObject(opens);
});
