import type { RuleHead } from './rule-head.js';
import { dayAt, dayNumber, monthsOn } from '../late/day-number.js';

/** A period of law, as a pack has it. `restartsOn`: with any of these proofs; none: it takes no proof. */
export type LimitationRule = RuleHead & {
  clock: string;
  length: { count: number; unit: 'days' | 'months' | 'years' };
  startsOn: string;
  suspendsOn: string[];
  suspendsInLastMonths?: number | undefined;
  restartsOn: { event: string; proof: string[] }[];
};

/** Clocks after which nobody sues on the claim itself. */
export const clocksOfClaim: readonly string[] = ['limitation', 'limitation-long-stop'];

export type Restart = { ground: string; on: string; proof: readonly string[] };
/** From a day up to and without another; no `until`: it lasts. */
export type Standstill = { event: string; on: string; until?: string };
/** `oldest`: the day since when something is unpaid; `last`: the due day of the last instalment told of. */
export type ClaimHistory = { oldest: string; last: string; restarts: Restart[]; standstills: Standstill[] };
/** `endsOn`: the last day on which somebody may sue; absent while something keeps it standing still. */
export type EndOfClaim = { rule: string; citation: string; beganOn: string; endsOn?: string };

/** 民法典 art. 195 and 法释 诉讼时效 (2020-12-29) arts. 8-14; Limitation Act 1980 ss. 29-30. Money the bank took itself is no word of the debtor's. */
const inLaw: Record<string, readonly string[]> = {
  demand: ['demand'],
  'auto-debit': ['demand'],
  'part-payment': ['part-payment', 'debtor-agrees'],
  promise: ['debtor-agrees'],
  agreement: ['acknowledgement', 'debtor-agrees'],
  acknowledgement: ['acknowledgement', 'debtor-agrees'],
  suit: ['suit-or-arbitration'],
  arbitration: ['suit-or-arbitration'],
  'payment-order': ['payment-order-applied-for'],
  'pre-suit-preservation': ['pre-suit-preservation'],
};

type Still = { from: number; to?: number };

/** What keeps the clock standing still, as known on a day; what touches is one. */
const stillOf = ({ suspendsOn }: LimitationRule, told: readonly Standstill[], today: string): Still[] => {
  const all = told
    .filter(({ event, on }) => suspendsOn.includes(event) && on <= today)
    .map(({ on, until }): Still => ({
      from: dayNumber(on),
      ...(until !== undefined && until <= today && { to: dayNumber(until) }),
    }))
    .toSorted((a, b) => a.from - b.from);
  const joined: Still[] = [];
  for (const span of all) {
    const last = joined.at(-1);
    if (!last || (last.to ?? Infinity) < span.from) joined.push({ ...span });
    else if (span.to === undefined) delete last.to;
    else if (last.to !== undefined && last.to < span.to) last.to = span.to;
  }
  return joined;
};

/** The last day of a period whose first day, not counted (民法典 art. 201), is `start`. */
const lastDay = (rule: LimitationRule, start: number, stills: readonly Still[], today: number): number | undefined => {
  const { count, unit } = rule.length;
  const plain = unit === 'days' ? start + count : monthsOn(dayAt(start), unit === 'years' ? count * 12 : count);
  const months = rule.suspendsInLastMonths;
  if (months === undefined) {
    // Every day counts but those on which it stands still.
    let day = start;
    for (let left = plain - start; left > 0;) {
      day += 1;
      const still = stills.find(({ from, to = Infinity }) => from <= day && day < to);
      if (!still) left -= 1;
      else if (still.to === undefined) return undefined;
      else day = still.to - 1;
    }
    return day;
  }
  // 民法典 art. 194: an obstacle of the last six months; the period ends six months after it is gone.
  let end = plain;
  for (const { from, to } of stills) {
    const over = to !== undefined && to <= start;
    const reaches = to === undefined ? today : to - 1;
    if (over || from > end || reaches <= monthsOn(dayAt(end), -months)) continue;
    if (to === undefined) return undefined;
    end = monthsOn(dayAt(to), months);
  }
  return end;
};

const endBy = (rule: LimitationRule, history: ClaimHistory, today: string): EndOfClaim | undefined => {
  const first = {
    'last-instalment-due': history.last,
    'debt-due': history.last,
    breach: history.oldest,
    'cause-of-action': history.oldest,
  }[rule.startsOn];
  if (first === undefined) return undefined;
  const now = dayNumber(today);
  const stills = stillOf(rule, history.standstills, today);
  const anew = history.restarts
    .filter(({ on }) => on <= today)
    .filter(({ ground, proof }) =>
      rule.restartsOn.some(
        (each) =>
          (inLaw[ground] ?? []).includes(each.event) &&
          (each.proof.length === 0 || each.proof.some((one) => proof.includes(one))),
      ),
    )
    .map(({ on }) => dayNumber(on))
    .toSorted((a, b) => a - b);
  let start = dayNumber(first);
  for (const on of anew) if (on > start && on <= (lastDay(rule, start, stills, now) ?? Infinity)) start = on;
  const end = lastDay(rule, start, stills, now);
  const { id, citation } = rule;
  return { rule: id, citation, beganOn: dayAt(start), ...(end !== undefined && { endsOn: dayAt(end) }) };
};

export const isOver = ({ endsOn }: EndOfClaim, today: string): boolean => endsOn !== undefined && endsOn < today;

/** How the claim stands by the law of a place, as of a day: the clock that ends first. Undefined: no law of the place has one. */
export const endOfClaim = (
  rules: readonly LimitationRule[],
  { jurisdiction, product }: { jurisdiction: string; product: string },
  history: ClaimHistory,
  today: string,
): EndOfClaim | undefined =>
  rules
    .filter(
      (rule) =>
        (rule.jurisdiction === '*' ||
          jurisdiction === rule.jurisdiction ||
          jurisdiction.startsWith(`${rule.jurisdiction}-`)) &&
        rule.actor.includes('first-party') &&
        (rule.product === undefined || rule.product.includes(product)) &&
        rule.effectiveFrom <= today &&
        (rule.effectiveTo === undefined || today < rule.effectiveTo),
    )
    .flatMap((rule) => endBy(rule, history, today) ?? [])
    .toSorted((a, b) => ((a.endsOn ?? '~') < (b.endsOn ?? '~') ? -1 : 1))[0];
