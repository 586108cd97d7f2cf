import { addDays, daysBetween } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import { localDay } from '../calendar/local-time.js';
import { holdEnd } from '../holds/held-days.js';
import type { Suspension } from '../limitation/interruption.js';
import { limitationOf, type Limitation, type LimitationHistory } from '../limitation/limitation-of.js';
import { accelerationOn } from '../money/billed-until.js';
import { moneyThatStays } from '../money/money-that-stays.js';
import type { CollectionCase } from './collection-case.js';
import type { Course } from './course.js';
import { holdsOfCase } from './holds-of-case.js';
import type { Seen } from './seen.js';

/** Of a case, all that its limitation hangs on. */
const limitationParts = ['anchorOn', 'limitation', 'holds', 'formerDebtors', 'terms', 'zone'] as const;
type LimitationCase = Pick<CollectionCase, (typeof limitationParts)[number]>;

/** Days before the end of a period on which somebody is asked to have it begin anew. */
export const limitationWarnDays = 90;

/** A moratorium extends the time (UK SI 2020/1311 regs 8, 9). No other hold proves an obstacle: those are recorded by a person. */
const spaces = (kase: Pick<CollectionCase, 'holds' | 'formerDebtors' | 'zone'>): Suspension[] =>
  holdsOfCase(kase)
    .filter(({ reason }) => reason === 'breathing-space')
    .map((hold) => {
      const end = holdEnd(hold);
      const span = { event: 'breathing-space', on: localDay(hold.from, kase.zone) };
      const by = { what: 'document' as const, id: hold.id };
      return { ...span, by, ...(end !== undefined && { until: localDay(end, kase.zone) }) };
    });

/** The obstacles that the next episode must know of. A hold may last on: it knows that itself, and of this one only the days that were. */
export const suspensionsToCarry = (kase: CollectionCase, today: Day): Suspension[] => {
  const ended = (until: Day | undefined): Day => (until !== undefined && until < today ? until : today);
  return [
    ...(kase.limitation?.suspensions ?? []),
    ...spaces(kase)
      .map((space) => ({ ...space, until: ended(space.until) }))
      .filter(({ on, until }) => on < until),
  ];
};

/** A payment that was taken back, by reversal or to the last unit by chargebacks, paid nothing, and proves nothing; what stays of one is part of a payment still. */
export const limitationHistory = (
  kase: LimitationCase,
  { position }: Pick<Seen, 'position'>,
  today: Day,
): LimitationHistory => {
  const { interruptions = [], suspensions = [] } = kase.limitation ?? {};
  const paid = new Set(moneyThatStays(position).map(({ paymentId }) => paymentId));
  return {
    oldestUnpaidDueOn: kase.anchorOn,
    // What falls due at once falls due on the day of it.
    lastDueOn: [...position.instalments.map(({ dueOn }) => dueOn), accelerationOn(position, today)?.on ?? ''].reduce(
      (last, day) => (day > last ? day : last),
      kase.anchorOn,
    ),
    interruptions: interruptions.filter(({ by }) => by.what !== 'payment' || paid.has(by.id)),
    suspensions: [...suspensions, ...spaces(kase)],
  };
};

/** How the limitation of the case's claim stands on a day; undefined where no law of the contract's place has one. */
export const limitationOfCase = (
  kase: LimitationCase,
  seen: Pick<Seen, 'position' | 'rules'>,
  today: Day,
): Limitation | undefined => {
  const { position, rules } = seen;
  if (
    last?.today === today &&
    last.position === position &&
    last.rules === rules &&
    limitationParts.every((part) => last?.kase[part] === kase[part])
  )
    return last.found;
  const { jurisdiction, product } = kase.terms;
  const found = limitationOf(limitationHistory(kase, seen, today), { law: rules.law, jurisdiction, product }, today);
  last = { kase, position, rules, today, found };
  return found;
};

/** Asked last, with all it hangs on: a turn asks three times, and few facts come between that change any of it. */
let last:
  | (Pick<Seen, 'position' | 'rules'> & { kase: LimitationCase; today: Day; found: Limitation | undefined })
  | undefined;

/** How the id of each hold begins that the case places when the claim is over. */
export const limitationHold = 'limitation/';

/** Claims younger than this are far from any end that a pack knows: turns need not ask. */
const youngDays = 180;

/** One that was over before it became young again is asked until that is taken back. */
export const isYoung = ({ kase, at }: Course): boolean =>
  daysBetween(kase.anchorOn, localDay(at, kase.zone)) < youngDays &&
  kase.limitation?.noted?.state !== 'expired' &&
  !kase.holds.some(({ id, endedAt }) => id.startsWith(limitationHold) && endedAt === undefined);

export const isEndingSoon = ({ state, endsOn }: Limitation, today: Day): boolean =>
  state === 'running' && endsOn !== undefined && addDays(endsOn, -limitationWarnDays) <= today;

/** The claim is over in law: nobody sues on it or threatens to. */
export const isTimeBarred = ({ kase }: Pick<Course, 'kase'>): boolean =>
  kase.holds.some(({ reason, endedAt }) => reason === 'time-barred' && endedAt === undefined);
