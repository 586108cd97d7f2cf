/**
 * Whether a clock is kept where somebody is said to be. `parts`: the parts of a country that keep it, of some clocks nobody knows any; what a
 * state keeps its cities keep.
 */
export const isKeptWhereTold = (parts: readonly string[], told: readonly string[]): boolean =>
  told.some((place) => parts.includes(place) || parts.some((part) => place.startsWith(`${part}-`)));
