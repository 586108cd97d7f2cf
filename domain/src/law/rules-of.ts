import type { Day } from '../calendar/day.js';
import type { Law } from './law.js';
import { holdsIn, packName } from './rule-pack.js';
import type { Rule, RuleKind, RuleOf } from './rule.js';
import type { Actor } from './shapes/rule-head.js';

/** Where, for whom, on what and when: `places` are every jurisdiction that may matter, `days` every day it may be there. */
export type RuleBearing = { places: readonly string[]; actor: Actor; product: string; days: readonly Day[] };

/** A rule with the pack it is from (`cn@1#0123456789ab`) and where that pack holds. */
export type RuleInForce<R extends Rule = Rule> = { rule: R; version: string; jurisdiction: string };

const inForce = ({ effectiveFrom, effectiveTo }: Rule, days: readonly Day[]): boolean =>
  days.some((day) => effectiveFrom <= day && (effectiveTo === undefined || day < effectiveTo));

/** The days on which some rule of a law begins or ends to be in force, in order. */
const turningDays = new WeakMap<Law, readonly Day[]>();

const turningDaysOf = (law: Law): readonly Day[] => {
  const known = turningDays.get(law);
  if (known) return known;
  const days = law.packs.flatMap(({ rules }) =>
    rules.flatMap(({ effectiveFrom, effectiveTo }) => [
      effectiveFrom,
      ...(effectiveTo === undefined ? [] : [effectiveTo]),
    ]),
  );
  const sorted = [...new Set(days)].toSorted();
  turningDays.set(law, sorted);
  return sorted;
};

/** Asked last: whoever asks of a day asks several times. */
let last: { law: Law; day: Day; turns: number } | undefined;

/** How many turning days have come: of two days with the same number the same rules are in force. */
const turnsUntil = (law: Law, day: Day): number => {
  if (last !== undefined && last.law === law && last.day === day) return last.turns;
  const days = turningDaysOf(law);
  let turns = 0;
  while (turns < days.length && (days[turns] ?? day) <= day) turns += 1;
  last = { law, day, turns };
  return turns;
};

/** Looked up before, by law and bearing: the law is immutable, and every contact asks the same few questions. */
const lookedUp = new WeakMap<Law, Map<string, readonly RuleInForce[]>>();
const mostKept = 1_000;

/** Every rule of every pack that holds in one of the places, binds the actor, speaks of the product and is in force on one of the days. */
export const rulesInForce = (law: Law, bearing: RuleBearing): readonly RuleInForce[] => {
  const { places, actor, product, days } = bearing;
  const turns = days.map((day) => turnsUntil(law, day));
  const key = `${places.join(' ')}|${actor}|${product}|${turns.join(' ')}`;
  const ofLaw = lookedUp.get(law) ?? new Map<string, readonly RuleInForce[]>();
  lookedUp.set(law, ofLaw);
  const before = ofLaw.get(key);
  if (before) return before;
  if (ofLaw.size >= mostKept) ofLaw.clear();
  const rules = lookUp(law, bearing);
  ofLaw.set(key, rules);
  return rules;
};

const lookUp = (law: Law, { places, actor, product, days }: RuleBearing): RuleInForce[] =>
  law.packs
    .filter((pack) => places.some((place) => holdsIn(pack, place)))
    .flatMap((pack) => {
      const version = packName(pack);
      return pack.rules
        .filter(
          (rule) => rule.actor.includes(actor) && (rule.product?.includes(product) ?? true) && inForce(rule, days),
        )
        .map((rule) => ({ rule, version, jurisdiction: pack.jurisdiction }));
    });

type OfKind<K extends RuleKind> = readonly RuleInForce<RuleOf<K>>[];

/** Parted by kind before: a place has a hundred rules, and most who ask want one kind of fourteen. */
const parted = new WeakMap<readonly RuleInForce[], Map<RuleKind, readonly RuleInForce[]>>();

/** Those of one kind. None is no permission: ask `placesWithoutLaw` first. */
export const rulesOf = <K extends RuleKind>(law: Law, kind: K, bearing: RuleBearing): OfKind<K> => {
  const inForce = rulesInForce(law, bearing);
  const kinds = parted.get(inForce) ?? new Map<RuleKind, readonly RuleInForce[]>();
  parted.set(inForce, kinds);
  const rules = kinds.get(kind) ?? inForce.filter(({ rule }) => rule.kind === kind);
  kinds.set(kind, rules);
  return rules as OfKind<K>;
};

/** Places that are none we know of, or for which there is no pack but the lender's own: there nothing may be done (requirements D3). */
export const placesWithoutLaw = ({ packs, places: known }: Law, places: readonly string[]): string[] =>
  places.filter(
    (place) => known?.has(place) === false || !packs.some((pack) => pack.jurisdiction !== '*' && holdsIn(pack, place)),
  );
