import type { Instant } from '@recourse/domain/calendar/instant';
import type { AgreedTime, Consent, OptOut, StandingOfPerson } from '@recourse/domain/contact/standing-of-person';
import type { Hold, HoldStop } from '@recourse/domain/holds/hold';
import { holdReasons } from '@recourse/domain/holds/hold-reasons';
import { partyGround } from '@recourse/domain/law/shapes/gate-words';
import type { Chance } from './chance.js';
import { drawInstant, laterBy } from './draw-instant.js';
import { drawnChannels, drawnPlaces } from './draw-rule.js';

const spans = [
  { from: '00:00', to: '08:00' },
  { from: '01:30', to: '02:30' },
  { from: '07:00', to: '24:00' },
  { from: '15:00', to: '17:00' },
  { from: '22:00', to: '23:00' },
];

/** Times agreed on, of at most four hours; two of them may be too much. */
const agreedSpans = [
  { from: '00:00', to: '04:00' },
  { from: '01:30', to: '02:30' },
  { from: '20:00', to: '24:00' },
  { from: '15:00', to: '17:00' },
  { from: '22:00', to: '23:00' },
];

const msPerDay = 86_400_000;

export const holdStops: readonly HoldStop[] = ['contact', 'escalation', 'timers', 'interest', 'legal', 'furnishing'];

/** Nothing the person said is dated later than `at`: it would not be known yet. */
const past = (chance: Chance, at: Instant): Instant => {
  const drawn = drawInstant(chance, at.slice(0, 10));
  return drawn > at ? at : drawn;
};

const consent = (chance: Chance, at: Instant): Consent => {
  const { of, onceIn } = chance;
  const given = past(chance, at);
  return {
    to: of(['medium', 'more-calls', 'more-calls']),
    channel: onceIn(2) ? 'call' : of(drawnChannels),
    basis: of(['consent', 'creditor-handover', 'inbound', 'reassigned-check']),
    at: given,
    ...(onceIn(3) && { pointId: 'm1' }),
    ...(onceIn(3) && { until: laterBy(given, of([1, 3, 7]) * msPerDay) }),
  };
};

const optOut = (chance: Chance, at: Instant): OptOut => {
  const { of, onceIn } = chance;
  return {
    at: past(chance, at),
    ...(onceIn(2) && { channel: of(drawnChannels) }),
    ...(onceIn(2) && { pointId: 'm2' }),
  };
};

const agreedTime = (chance: Chance, at: Instant): AgreedTime => {
  const { of, onceIn } = chance;
  const off = of([-1, 0, 1]);
  return {
    ...of(agreedSpans),
    fromDay: laterBy(at, off * msPerDay).slice(0, 10),
    untilDay: laterBy(at, (off + 1) * msPerDay).slice(0, 10),
    ...(onceIn(3) && { channels: ['call'] }),
    ...(onceIn(3) && { points: [of(['m1', 'm2'])] }),
  };
};

/** What the person said and agreed to. */
export const drawStanding = (chance: Chance, at: Instant): StandingOfPerson => {
  const { of, onceIn, someOf, times } = chance;
  const seldom = <T>(n: number, draw: () => T): T[] => (onceIn(n) ? [draw(), ...times(1, draw)] : []);
  return {
    places: of<string[]>([
      ...[[], [], [], [], []],
      ['US'],
      ['CN-GD'],
      [of(['US-MA', 'US-NY', 'US-NY-NYC', 'US-OH'])],
      onceIn(3) ? [of(['FR', 'US-AM'])] : [],
    ]),
    consents: seldom(3, () => consent(chance, at)),
    optOuts: seldom(8, () => optOut(chance, at)),
    agreedTimes: seldom(4, () => agreedTime(chance, at)),
    inconvenientTimes: seldom(4, () => ({ ...of(spans), days: someOf(['mon', 'wed', 'sat', 'sun'] as const) })),
    inconvenientPlaces: seldom(8, () => of(drawnPlaces)),
    grounds: seldom(2, () => of(partyGround.options)),
    refusedForEver: onceIn(6),
  };
};

/** Holds around `at`, some beginning or ending in that very millisecond. */
export const drawHolds = (chance: Chance, at: Instant, scope: Hold['scope']): Hold[] => {
  const { of, onceIn, someOf } = chance;
  if (!onceIn(6)) return [];
  return [
    {
      id: 'h',
      scope,
      reason: of(holdReasons),
      stops: onceIn(3) ? someOf(holdStops) : ['contact'],
      from: of([laterBy(at, -msPerDay), at, laterBy(at, 1)]),
      ...(onceIn(2) && { until: of([at, laterBy(at, 1), laterBy(at, msPerDay)]) }),
      ...(onceIn(3) && { endedAt: of([at, laterBy(at, 1)]) }),
    },
  ];
};
