/** `half-up`: half a minor unit goes away from zero; `half-even`: to the even neighbour; `down`: what is no whole unit is dropped. */
export const roundingModes = ['half-up', 'half-even', 'down'] as const;
export type RoundingMode = (typeof roundingModes)[number];

/** A ratio of non-negative numbers, `denominator` above zero, as a whole number. */
export const roundRatio = (numerator: bigint, denominator: bigint, mode: RoundingMode): bigint => {
  const whole = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  switch (mode) {
    case 'down':
      return whole;
    case 'half-up':
      return twice >= denominator ? whole + 1n : whole;
    case 'half-even':
      return twice > denominator || (twice === denominator && whole % 2n === 1n) ? whole + 1n : whole;
    default:
      return mode satisfies never;
  }
};
