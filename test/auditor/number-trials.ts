import type { AuditedStanding } from '../../services/auditor/src/audited-standing.js';
import type {
  CapRule,
  ContactRule,
  CooldownRule,
  EventRule,
  PartyRule,
  PermissionRule,
  Unit,
  WindowRule,
} from '../../services/auditor/src/law/contact-rule.js';
import { dayPlus } from '../../services/auditor/src/law/local-day.js';
import { must } from '../../services/auditor/src/testing/plant.js';
import { dayOf, localTime, type Known, type Meeting } from './world-of-rule.js';

/** Meetings under one rule as it ships, and whether its check must find it broken. */
export type Trial = { what: string; meetings: Meeting[]; known?: Known; isBroken: boolean };
type Of<K extends ContactRule['kind']> = Extract<ContactRule, { kind: K }>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** What came of a contact that is one of the unit. */
export const counting: Record<Unit, string> = {
  attempt: 'no-answer',
  connected: 'voicemail',
  conversation: 'refuses',
  communication: 'no-answer',
  visit: 'no-answer',
};

/** So many from ten o'clock on, an hour apart. */
const atTen = (day: string, times: number, code: string): Meeting[] =>
  Array.from({ length: times }, (_, nth) => ({ at: later(localTime(day, '10:00'), nth * hourMs), code }));

const windows = (rule: WindowRule): Trial[] =>
  rule.channels.flatMap((channel) =>
    rule.windows.flatMap(({ from, to }) => {
      const day = dayOf(rule);
      const opens = localTime(day, from);
      const shuts = to === '24:00' ? localTime(dayPlus(day, 1), '00:00') : localTime(day, to);
      const at = (what: string, instant: string, isBroken: boolean): Trial => ({
        what: `${channel} ${what}`,
        meetings: [{ at: instant, channel }],
        isBroken,
      });
      return [
        at('the minute before', later(opens, -minuteMs), from !== '00:00'),
        at('as it opens', opens, false),
        at('the last minute', later(shuts, -minuteMs), false),
        at('as it shuts', shuts, to !== '24:00'),
        ...(rule.personsTimes
          ? [{ ...at('in the person’s own bad hour', later(opens, hourMs), true), known: { standing: badHour(from) } }]
          : []),
      ];
    }),
  );
/** All week from an hour after that time until two hours after. */
const badHour = (from: string): AuditedStanding => {
  const hour = (plus: number): string => `${String(Number(from.slice(0, 2)) + plus).padStart(2, '0')}:00`;
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  return { inconvenientTimes: [{ days, from: hour(1), to: hour(2) }] };
};

const limit = (rule: CapRule): Trial[] => {
  const meetings = atTen(dayOf(rule), rule.limit + 1, counting[rule.unit]);
  return [
    { what: 'as many as the limit', meetings: meetings.slice(1), isBroken: false },
    { what: 'one more', meetings, isBroken: true },
  ];
};
const days = (rule: CapRule): Trial[] => {
  const full = atTen(dayOf(rule), rule.limit, counting[rule.unit]);
  const after = (count: number): Meeting => ({
    at: later(localTime(dayOf(rule), '10:00'), count * dayMs + rule.limit * hourMs),
    code: counting[rule.unit],
  });
  return [
    { what: 'one more on the last of the days', meetings: [...full, after(rule.days - 1)], isBroken: true },
    { what: 'one more on the day after', meetings: [...full, after(rule.days)], isBroken: false },
  ];
};
const consented = (rule: CapRule | CooldownRule, at: string): Known => ({
  standing: { consents: [{ to: 'more-calls', channel: usual(rule), basis: 'consent', at }] },
});
const usual = ({ channels }: ContactRule): string =>
  must(['call', ...channels].find((each) => channels.includes(each)));
const consentToCap = (rule: CapRule): Trial[] => {
  const last = dayPlus(dayOf(rule), must(rule.consentDays) - 1);
  const known = consented(rule, localTime(dayOf(rule), '09:00'));
  const on = (day: string): Meeting[] => atTen(day, rule.limit + 1, counting[rule.unit]);
  return [
    { what: 'one more on the last day of a consent', meetings: on(last), known, isBroken: false },
    { what: 'one more on the day after', meetings: on(dayPlus(last, 1)), known, isBroken: true },
  ];
};

/** The first day on which rest is over. */
const restEnds = (rule: CooldownRule): string =>
  dayPlus(dayOf(rule), rule.dayOneIsTriggerDay ? rule.days : rule.days + 1);
const trigger = (rule: CooldownRule): Meeting => ({
  at: localTime(dayOf(rule), '08:30'),
  code: counting[rule.trigger],
});
const rests = (rule: CooldownRule): Trial[] => {
  const ends = localTime(restEnds(rule), '00:00');
  const again = (at: string): Meeting[] => [trigger(rule), { at, code: 'no-answer' }];
  return [
    { what: 'the next minute', meetings: again(later(trigger(rule).at, minuteMs)), isBroken: true },
    { what: 'the last minute of the rest', meetings: again(later(ends, -minuteMs)), isBroken: true },
    { what: 'as it ends', meetings: again(ends), isBroken: false },
  ];
};
/** A consent that a talk has not used up is younger than the talk, so it outlives the rest: only its first day can be tried as the rule ships. */
const consentToRest = (rule: CooldownRule): Trial[] => {
  const last = localTime(dayPlus(restEnds(rule), -1), '20:00');
  const meetings = [trigger(rule), { at: last, code: 'no-answer' }];
  const day = dayPlus(dayOf(rule), rule.days - must(rule.consentDays));
  return [
    {
      what: 'on the last day of a consent given after the talk',
      meetings,
      known: consented(rule, localTime(day, '09:00')),
      isBroken: false,
    },
    {
      what: 'with a consent the talk has used up',
      meetings,
      known: consented(rule, localTime(day, '08:00')),
      isBroken: true,
    },
  ];
};

const maxContacts = (rule: PartyRule): Trial[] => {
  const meetings = atTen(dayOf(rule), must(rule.maxContacts) + 1, 'no-answer');
  return [
    { what: 'as many as may be', meetings: meetings.slice(1), isBroken: false },
    { what: 'one more', meetings, isBroken: true },
  ];
};

const grounded = (
  rule: PermissionRule,
  basis: string,
  at: string,
  instants: [what: string, at: string, isBroken: boolean][],
): Trial[] =>
  instants.map(([what, instant, isBroken]) => ({
    what,
    meetings: [{ at: instant }],
    known: { standing: { consents: rule.channels.map((channel) => ({ to: 'medium', channel, basis, at })) } },
    isBroken,
  }));
const basisDays = (rule: PermissionRule): Trial[] => {
  const given = localTime(dayOf(rule), '10:00');
  const lapses = later(given, must(rule.basisDays) * dayMs);
  return must(rule.basis).flatMap((basis) =>
    grounded(rule, basis, given, [
      [`${basis}, as it is given`, given, false],
      [`${basis}, its last minute`, later(lapses, -minuteMs), false],
      [`${basis}, as it lapses`, lapses, true],
    ]),
  );
};
const handoverDays = (rule: PermissionRule): Trial[] => {
  const told = localTime(dayOf(rule), '10:00');
  const over = localTime(dayPlus(dayOf(rule), must(rule.handoverNoticeDays) + 1), '00:00');
  return grounded(rule, 'creditor-handover', told, [
    ['the minute before the last day is over', later(over, -minuteMs), true],
    ['as it is over', over, false],
  ]);
};

const holdDays = (rule: EventRule): Trial[] => {
  const from = localTime(dayOf(rule), '10:00');
  const ends = later(from, must(rule.days) * dayMs);
  const short = {
    id: 'h',
    reason: rule.event,
    scope: { person: 'A' },
    stops: ['contact'],
    from,
    until: later(from, hourMs),
  };
  return (
    [
      ['the minute before the event', later(from, -minuteMs), false],
      ['two hours after it', later(from, 2 * hourMs), true],
      ['the last minute', later(ends, -minuteMs), true],
      ['as it ends', ends, false],
    ] as const
  ).map(([what, at, isBroken]) => ({ what, meetings: [{ at }], known: { holds: [short] }, isBroken }));
};

type Trials = { [K in ContactRule['kind']]?: Record<string, (rule: Of<K>) => Trial[]> };

/** How each number of a rule is tried, by the rule's kind and the field the number stands in. */
const trials: Trials = {
  'contact-window': { windows },
  'frequency-cap': { limit, days, consentDays: consentToCap },
  cooldown: { days: rests, consentDays: consentToRest },
  'party-eligibility': { maxContacts },
  'channel-permission': { basisDays, handoverNoticeDays: handoverDays },
  'hold-on-event': { days: holdDays },
};

/** What to try a number of a rule with. @throws when nobody has said how */
export const trialsOf = (rule: ContactRule, field: string): Trial[] => {
  const how = (trials as Record<string, Record<string, (rule: ContactRule) => Trial[]> | undefined>)[rule.kind]?.[
    field
  ];
  return must(how)(rule);
};
