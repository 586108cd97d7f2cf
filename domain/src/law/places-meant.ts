import type { Law } from './law.js';

/**
 * The places told, and every part of them that has a pack of its own: whoever is somewhere in `US` may be in `US-MA`. What is told less
 * exactly is bound by more law, never by less.
 */
export const placesMeant = ({ packs }: Law, told: readonly string[]): string[] => [
  ...new Set([
    ...told,
    ...packs.flatMap(({ jurisdiction }) =>
      told.some((place) => jurisdiction.startsWith(`${place}-`)) ? [jurisdiction] : [],
    ),
  ]),
];
