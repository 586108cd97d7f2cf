import type { Law } from './law.js';
import type { Rule } from './rule.js';
import { holdsIn, type RulePack } from './rule-pack.js';

/** One thing wrong in one of several packs; `nth` is the pack's place among them. */
export type LawFault = { nth: number; path: string; reason: string };

/** The calendar a rule counts by: the one it names, or for business days that of its country. */
const calendarOf = (rule: Rule, { jurisdiction }: RulePack): [field: string, calendar: string] | undefined => {
  if (rule.kind === 'contact-window' && rule.closedOnHolidaysOf !== undefined)
    return ['closedOnHolidaysOf', rule.closedOnHolidaysOf];
  if (
    (rule.kind === 'notice-before-action' || rule.kind === 'response-deadline') &&
    rule.dayCalendar === 'business-days'
  )
    return ['dayCalendar', jurisdiction.slice(0, 2)];
  return undefined;
};

/**
 * What packs say wrongly of one another: a name or rule id twice, law of a part of a country (`US-MA`) without that of the country, days
 * counted by a calendar that is not there.
 */
export const lawFaults = (packs: readonly RulePack[], calendars: Law['calendars']): LawFault[] =>
  packs.flatMap((pack, nth): LawFault[] => {
    const before = packs.slice(0, nth);
    const country = pack.jurisdiction.slice(0, 2);
    const isOverlay = pack.jurisdiction !== '*' && pack.jurisdiction !== country;
    const twin = before.some((other) => other.pack === pack.pack);
    return [
      ...(twin ? [{ nth, path: 'pack', reason: `${pack.pack} is the name of another pack` }] : []),
      ...(isOverlay && !packs.some((other) => other.jurisdiction !== '*' && holdsIn(other, country))
        ? [
            {
              nth,
              path: 'jurisdiction',
              reason: `${pack.jurisdiction} is on top of ${country}, of which there is no pack`,
            },
          ]
        : []),
      ...pack.rules.flatMap((rule, place): LawFault[] => {
        const [field, calendar] = calendarOf(rule, pack) ?? [];
        const other = twin ? undefined : before.find(({ rules }) => rules.some(({ id }) => id === rule.id));
        return [
          ...(other ? [{ nth, path: `rules[${place}].id`, reason: `${rule.id} is also a rule of ${other.pack}` }] : []),
          ...(calendar !== undefined && calendars[calendar] === undefined
            ? [{ nth, path: `rules[${place}].${field}`, reason: `there is no calendar ${calendar} in calendars/` }]
            : []),
        ];
      }),
    ];
  });
