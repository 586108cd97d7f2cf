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

/** Every rule of every pack that holds in one of the places, binds the actor, speaks of the product and is in force on one of the days. */
export const rulesInForce = (law: Law, { places, actor, product, days }: RuleBearing): RuleInForce[] =>
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

/** Those of one kind. None is no permission: ask `placesWithoutLaw` first. */
export const rulesOf = <K extends RuleKind>(law: Law, kind: K, bearing: RuleBearing): RuleInForce<RuleOf<K>>[] =>
  rulesInForce(law, bearing).filter((each): each is RuleInForce<RuleOf<K>> => each.rule.kind === kind);

/** Places that are none we know of, or for which there is no pack but the lender's own: there nothing may be done (requirements D3). */
export const placesWithoutLaw = ({ packs, places: known }: Law, places: readonly string[]): string[] =>
  places.filter(
    (place) => known?.has(place) === false || !packs.some((pack) => pack.jurisdiction !== '*' && holdsIn(pack, place)),
  );
