/** Picks by a throw in [0, 1) from what has shares, in the order they stand in; the last when they do not fill the whole. */
export const pickShare = <T extends string>(
  shares: readonly (readonly [T, number])[],
  thrown: number,
): T | undefined => {
  const whole = shares.reduce((sum, [, share]) => sum + share, 0);
  let left = thrown * whole;
  for (const [name, share] of shares) {
    left -= share;
    if (left < 0) return name;
  }
  return shares.at(-1)?.[0];
};
