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

/** A pack with the SHA-256 of its canonical JSON: the name a trace carries. */
export type HashedPack = { pack: RulePack; hash: string };

export const packName = ({ pack, version }: RulePack): string => `${pack}@${version}`;

/** Whether the law of a pack holds in a place. */
export const holdsIn = ({ jurisdiction }: RulePack, place: string): boolean =>
  jurisdiction === '*' || place === jurisdiction || place.startsWith(`${jurisdiction}-`);
