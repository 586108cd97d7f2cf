/** The languages people read us in. */
export const langs = ['en', 'zh'] as const;
export type Lang = (typeof langs)[number];

/** What is said in each language; a language without words does not compile. */
export type Words<T> = Record<Lang, T>;
