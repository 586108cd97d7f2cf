import type { Rule } from './rule.js';

/**
 * The law of one jurisdiction as data, from `policies/rule-packs`. `jurisdiction`: an ISO 3166 code, `US-MA`, `US-NY-NYC`, or `*` for
 * everybody (the lender's own rules). A pack for `US` holds in `US-MA` too.
 */
export type RulePack = {
  pack: string;
  version: number;
  jurisdiction: string;
  title: string;
  rules: Rule[];
};

/** A pack as it is in force. `hash`: SHA-256 of its canonical JSON; `name`: what a trace carries, `cn@1#0123456789ab`. */
export type HashedPack = RulePack & { hash: string; name: string };

/** What a trace calls the pack, for ever. */
export const packName = ({ name }: HashedPack): string => name;

/** Whether the law of a pack holds in a place. */
export const holdsIn = ({ jurisdiction }: Pick<RulePack, 'jurisdiction'>, place: string): boolean =>
  jurisdiction === '*' || place === jurisdiction || place.startsWith(`${jurisdiction}-`);
