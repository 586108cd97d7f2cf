import { daysBetween } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import type { SchemaFault } from '../policy/schema-faults.js';
import type { Law } from './law.js';
import type { RulePack } from './rule-pack.js';

/** Rules that are no longer in force on `today`, and no rule of their kind begins where they end: what came after them is missing, or they belong out of the pack. */
export const pastRules = ({ rules }: Pick<RulePack, 'rules'>, today: Day): SchemaFault[] =>
  rules.flatMap(({ id, kind, effectiveTo }, nth) =>
    effectiveTo !== undefined &&
    effectiveTo <= today &&
    !rules.some((next) => next.kind === kind && next.effectiveFrom === effectiveTo)
      ? [
          {
            path: `rules[${nth}].effectiveTo`,
            reason: `${id} ended on ${effectiveTo}: remove it, or say what holds now`,
          },
        ]
      : [],
  );

/** Calendars whose days run out within `days` of `today`, or have; `left` is negative then. */
export const calendarsEnding = (
  { calendars }: Pick<Law, 'calendars'>,
  today: Day,
  days: number,
): { calendar: string; coversTo: Day; left: number }[] =>
  Object.values(calendars)
    .map(({ calendar, coversTo }) => ({ calendar, coversTo, left: daysBetween(today, coversTo) }))
    .filter(({ left }) => left <= days);
