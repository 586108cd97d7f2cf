import { addMonths } from '../../calendar/add-months.js';
import { addDays, daysBetween } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import type { RuleInputs } from '../../contact/gate-ask.js';
import type { LegalClock } from '../shapes/legal-clock-shape.js';

/** What happened to a clock. A suspension lasts from `on` up to, not including, `until` (absent: it lasts still); a restart is on `on`. */
export type ClockEvent = { event: string; on: Day; until?: Day; proof?: readonly string[] };

/** `startedOn`: the day of the rule's `startsOn`; absent: nobody knows it. */
export type ClockAsk = { startedOn?: Day; today: Day; events: readonly ClockEvent[] };

type Barred = LegalClock['afterExpiry'][number];

/** `expiresOn`: the last day of the period. While something suspends it, none is known. Of an unknown clock the worst is taken. */
export type ClockFinding = {
  inputs: RuleInputs;
  state: 'running' | 'suspended' | 'expired' | 'unknown';
  expiresOn?: Day;
  barred: Barred[];
};

type Span = { from: Day; to: Day | undefined };
/** Sorts after every day. */
const never = '\uffff';
const lengthened = (from: Day, { count, unit }: LegalClock['length']): Day => {
  switch (unit) {
    case 'days':
      return addDays(from, count);
    case 'months':
      return addMonths(from, count);
    case 'years':
      return addMonths(from, count * 12);
    default:
      return unit satisfies never;
  }
};

/** Overlapping and touching spans become one: time is suspended once. */
const merged = (spans: readonly Span[]): Span[] =>
  spans
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .reduce<Span[]>((all, span) => {
      const last = all.at(-1);
      if (!last || (last.to ?? never) < span.from) return [...all, span];
      const to = (last.to ?? never) >= (span.to ?? never) ? last.to : span.to;
      return [...all.slice(0, -1), { from: last.from, to }];
    }, []);

/** The last day of the period that began on `start`; the first day is not counted (民法典 art. 201). Undefined: suspended without an end yet. */
const expiryFrom = (rule: LegalClock, start: Day, suspensions: readonly Span[], today: Day): Day | undefined => {
  const months = rule.suspendsInLastMonths;
  let expiry = lengthened(start, rule.length);
  for (const { from, to } of suspensions) {
    if (from > expiry || (to !== undefined && to <= start)) continue;
    if (months !== undefined) {
      // 民法典 art. 194: only an obstacle in the last months counts, and the period ends that many months after it is gone.
      const last = to === undefined ? today : addDays(to, -1);
      if (last <= addMonths(expiry, -months)) continue;
      if (to === undefined) return undefined;
      expiry = addMonths(to, months);
      continue;
    }
    if (to === undefined) return undefined;
    const first = from > start ? from : addDays(start, 1);
    expiry = addDays(expiry, Math.max(0, daysBetween(first, to)));
  }
  return expiry;
};

const proved = ({ proof }: { proof: readonly string[] }, given: readonly string[]): boolean =>
  proof.length === 0 || proof.some((each) => given.includes(each));

/** Whether a period of law has run out on `today`, and what is barred then. A restart needs its proof, and a period that has run out starts no more. */
export const legalClock = (rule: LegalClock, { startedOn, today, events }: ClockAsk): ClockFinding => {
  const { clock } = rule;
  // Nothing is deleted because we do not know when.
  if (startedOn === undefined)
    return {
      inputs: { clock, startedOn: 'unknown', events: events.length },
      state: 'unknown',
      barred: rule.afterExpiry.filter((each) => each !== 'deletes-record'),
    };
  const known = events.filter(({ on }) => on <= today);
  const suspensions = merged(
    known
      .filter(({ event }) => rule.suspendsOn.includes(event))
      .map(({ on, until }) => ({ from: on, to: until !== undefined && until <= today ? until : undefined })),
  );
  const restarts = known
    .filter(({ event, proof = [] }) => rule.restartsOn.some((each) => each.event === event && proved(each, proof)))
    .map(({ on }) => on)
    .toSorted();
  let start = startedOn;
  for (const on of restarts) if (on > start && on <= (expiryFrom(rule, start, suspensions, today) ?? never)) start = on;
  const expiresOn = expiryFrom(rule, start, suspensions, today);
  const inputs = { clock, startedOn, events: events.length, start };
  if (expiresOn === undefined) return { inputs, state: 'suspended', barred: [] };
  const expired = today > expiresOn;
  return {
    inputs,
    state: expired ? 'expired' : 'running',
    expiresOn,
    barred: expired ? rule.afterExpiry : [],
  };
};
