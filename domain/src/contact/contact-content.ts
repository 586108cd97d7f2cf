import type { Saying } from './content/sayings.js';

/**
 * What a contact will say: `says` of what the law names, `languages` it can be said in (ISO 639-1; of a message the one it is written in).
 * `firstContact`: it was approved as the first a person gets from its sender.
 */
export type ContactContent = { says: readonly Saying[]; firstContact: boolean; languages: readonly string[] };

/** The line or account a contact goes out by. `officialAccount`: the institution's own, nobody's private one. */
export type ContactLine = { recorded: boolean; officialAccount: boolean };

/** `en` of `en-GB`. */
export const primaryLanguage = (language: string): string => language.toLowerCase().split('-')[0] ?? '';
