/** Zones by the first characters of an E.164 number (`+86`, `+1212`), from `policies/zones/number-prefixes.yaml`. */
export type NumberPrefixes = Readonly<Record<string, readonly string[]>>;

/** The zones a number may be of, by the longest prefix that is known; none of a country we have no table of. */
export const zonesOfNumber = (prefixes: NumberPrefixes, e164: string): readonly string[] => {
  for (let length = e164.length; length > 1; length -= 1) {
    const zones = prefixes[e164.slice(0, length)];
    if (zones) return zones;
  }
  return [];
};
