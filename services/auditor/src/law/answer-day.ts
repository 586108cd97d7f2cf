import type { RuleHead } from './rule-head.js';
import { dayPlus, weekdayOf } from './local-day.js';
import type { Holidays } from './holidays.js';

/** A rule that says in how many days a dispute or complaint is answered, and what moves that. */
export type AnswerRule = RuleHead & {
  request: string;
  days: number;
  dayCalendar: string;
  extensions: { days: number; ground: string; approval: boolean }[];
};

/** More days that were taken: on which ground, on which day, and whether somebody gave leave. */
export type DaysTaken = { ground: string; on: string; approved: boolean };

type Raised = { kind: string; raisedOn: string; jurisdiction: string | undefined; product: string | undefined };

/** Where no law gives days: what the product says it keeps (docs/matters.md). */
const ownDays = 15;

const within = (outer: string, inner: string): boolean => outer === inner || inner.startsWith(`${outer}-`);

const binds = (rule: AnswerRule, { kind, raisedOn, jurisdiction, product }: Raised): boolean =>
  rule.request === kind &&
  rule.actor.includes('first-party') &&
  (jurisdiction === undefined || within(rule.jurisdiction, jurisdiction) || within(jurisdiction, rule.jurisdiction)) &&
  (product === undefined || rule.product === undefined || rule.product.includes(product)) &&
  rule.effectiveFrom <= raisedOn &&
  (rule.effectiveTo === undefined || raisedOn < rule.effectiveTo);

/** Weekends and holidays not counted; where we have no calendar of the day, it is counted, and the last day is an earlier one. */
const businessDays = (from: string, count: number, holidays: Holidays | undefined): string => {
  let day = from;
  for (let left = count; left > 0;) {
    day = dayPlus(day, 1);
    if (!holidays || day < holidays.coversFrom || day >= holidays.coversTo) return dayPlus(from, count);
    if (!['sat', 'sun'].includes(weekdayOf(day)) && !holidays.days.has(day)) left -= 1;
  }
  return day;
};

/** The last day on which an answer is in time: of the rules that bind the one that ends first, each moved by what it allows itself. */
export const answerDay = (
  raised: Raised,
  taken: readonly DaysTaken[],
  rules: readonly AnswerRule[],
  holidays: ReadonlyMap<string, Holidays>,
  whereSilent = ownDays,
): string => {
  const ends = rules
    .filter((rule) => binds(rule, raised))
    .map((rule) => {
      const calendar = holidays.get(rule.jurisdiction.slice(0, 2));
      const after = (days: number): string =>
        rule.dayCalendar === 'business-days'
          ? businessDays(raised.raisedOn, days, calendar)
          : dayPlus(raised.raisedOn, days);
      let days = rule.days;
      const left = [...rule.extensions];
      for (const { ground, on, approved } of taken) {
        const index = left.findIndex((each) => each.ground === ground && (approved || !each.approval));
        const [allowed] = index < 0 || on > after(days) ? [] : left.splice(index, 1);
        days += allowed?.days ?? 0;
      }
      return after(days);
    })
    .toSorted();
  return ends[0] ?? dayPlus(raised.raisedOn, whereSilent);
};
