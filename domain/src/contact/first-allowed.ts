import type { Instant } from '../calendar/instant.js';
import { addDays } from '../calendar/day-arithmetic.js';
import { localDay, minutesLater, startOfDay } from '../calendar/local-time.js';
import { allAnswers, baseVersion } from './all-answers.js';
import { openHoldsOn } from './base/hold-rule.js';
import type { GateAsk, RuleAnswer } from './gate-ask.js';
import type { RefusalReason } from './refusal.js';
import { rulesBearing } from './rules-bearing.js';

/**
 * `never`: no instant of the year from there on is allowed, or from some instant on a rule refuses and nothing we know of ends that. `by`: the rules
 * that refuse then.
 */
export type FirstAllowed = { until: Instant } | { never: RefusalReason; by: string[] };

/** A year has every weekday, every holiday and both changes of clocks. */
const horizonMinutes = 366 * 1_440;

const untilOf = (answers: readonly RuleAnswer[]): Instant | undefined =>
  answers.reduce<Instant | undefined>(
    (last, answer) => (answer.verdict === 'defer' && (last === undefined || answer.until > last) ? answer.until : last),
    undefined,
  );

/** Until when the first of some rules that defers does: what all of them say is asked once they are through. */
const pushedBy = (ask: GateAsk, waiting: ReadonlySet<string>): Instant | undefined => {
  const held = openHoldsOn(ask);
  for (const { rule, find } of rulesBearing(ask)) {
    const found = waiting.has(rule) ? find(ask, held) : undefined;
    if (found?.verdict === 'defer') return found.until;
  }
  return undefined;
};

/**
 * The next instant after `at` at which a refusal may end: a hold does, a consent begins, or, of a rule of a pack, a day begins where the person
 * may be: what a law counts by days (contacts, notice, its own validity) turns at midnight.
 */
const nextTurn = ({ person, point, loanHolds }: GateAsk, at: Instant, refusal: RuleAnswer): Instant | undefined => {
  const holds = [...person.holds, ...loanHolds, ...(point?.holds ?? [])];
  const turns = [
    ...holds.flatMap(({ until, endedAt }) => [until ?? [], endedAt ?? []].flat()),
    ...person.standing.consents.map((consent) => consent.at),
    ...(refusal.version === baseVersion
      ? []
      : person.zones.map((zone) => startOfDay(addDays(localDay(at, zone), 1), zone))),
  ];
  return turns.reduce<Instant | undefined>(
    (next, turn) => (turn > at && (next === undefined || turn < next) ? turn : next),
    undefined,
  );
};

/**
 * The first instant from `from` on at which no rule says no. Each rule names its own first instant, and rules and zones push one another on;
 * those known to (`waiting`) are asked until they agree, and then all.
 */
export const firstAllowed = (ask: GateAsk, from: Instant, waiting: readonly string[]): FirstAllowed => {
  const asked = new Set(waiting);
  const end = minutesLater(from, horizonMinutes);
  let at = from;
  let refused: { never: RefusalReason; by: string[] } = { never: 'never-by-law', by: [] };
  while (at <= end) {
    const then = { ...ask, attempt: { ...ask.attempt, at } };
    const pushed = pushedBy(then, asked);
    if (pushed !== undefined) {
      at = pushed;
      continue;
    }
    const answers = allAnswers(then);
    const later = untilOf(answers);
    if (later !== undefined) {
      for (const { rule, verdict } of answers) if (verdict === 'defer') asked.add(rule);
      at = later;
      // The refusal before it is over.
      refused = { never: 'never-by-law', by: [] };
      continue;
    }
    const refusals = answers.filter((answer) => answer.verdict === 'refuse');
    const [refusal] = refusals;
    if (!refusal) return { until: at };
    refused = { never: refusal.reason, by: refusals.map(({ rule }) => rule) };
    const turn = nextTurn(ask, at, refusal);
    if (turn === undefined) return refused;
    at = turn;
  }
  return refused;
};
