import { addDays } from '../calendar/day-arithmetic.js';
import type { Instant } from '../calendar/instant.js';
import type { OutcomeHold } from '../contact/outcome-table.js';
import type { Law } from '../law/law.js';
import { placesMeant } from '../law/places-meant.js';
import { rulesOf } from '../law/rules-of.js';
import type { HoldOnEvent } from '../law/shapes/hold-on-event-shape.js';

/**
 * Where the event happened: places of the loans and the person, products of the loans, and of an event of two sorts which it was.
 * Unknown places: every pack is asked; an unknown sort: the rules of both. `agency`: an agency told of it or has the loan, and its law speaks too.
 */
export type HoldBearing = {
  law: Law;
  places: readonly string[];
  products: readonly string[];
  at: Instant;
  agency?: boolean;
  circumstance?: NonNullable<HoldOnEvent['circumstance']>;
};

/** What an event stops by itself. `lastsByLaw`: as long as the packs of the place say and no longer; where they give no days, until somebody ends it. */
export type StandardHold = OutcomeHold & { lastsByLaw?: true };

/** Somebody's day, wherever they are: the UTC day and its neighbours. */
const daysAround = (at: Instant): string[] => [-1, 0, 1].map((n) => addDays(at.slice(0, 10), n));

const rulesFor = ({ law, places, products, at, agency = false }: HoldBearing): HoldOnEvent[] => {
  const everywhere = law.packs.flatMap(({ jurisdiction }) => (jurisdiction === '*' ? [] : [jurisdiction]));
  const bearing = {
    places: places.length > 0 ? placesMeant(law, places) : everywhere,
    days: daysAround(at),
  };
  const asked = products.length > 0 ? products : ['unknown'];
  const actors = agency ? (['first-party', 'agency'] as const) : (['first-party'] as const);
  const rules = asked.flatMap((product) =>
    actors.flatMap((actor) => rulesOf(law, 'hold-on-event', { ...bearing, actor, product })),
  );
  return [...new Set(rules.map(({ rule }) => rule))];
};

/**
 * The hold an event places, widened by every pack that holds there: all that any of them stops, as long as the longest, as far as the widest
 * (a person's loans beyond a loan). A hold on a number stays there: whoever spoke at it need not be the debtor of whom the law speaks.
 */
export const widenedHold = ({ reason, ...standard }: StandardHold, bearing: HoldBearing): OutcomeHold => {
  const rules = rulesFor(bearing).filter(
    ({ event, circumstance }) =>
      event === reason &&
      (circumstance === undefined || bearing.circumstance === undefined || circumstance === bearing.circumstance),
  );
  const stops = [...new Set([...standard.stops, ...rules.flatMap((rule) => rule.stops)])];
  const bounds = standard.lastsByLaw && rules.length > 0 ? rules : [standard, ...rules];
  const days = Math.max(...bounds.map((each) => each.days ?? Infinity));
  const isWider = standard.scope !== 'point' && rules.some(({ scope }) => scope === 'person');
  return { reason, scope: isWider ? 'person' : standard.scope, stops, ...(Number.isFinite(days) && { days }) };
};
