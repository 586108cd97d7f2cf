/** An exact number, always in lowest terms; for the reference only, which may be slow. */
export type Fraction = { n: bigint; d: bigint };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export const fraction = (n: number | bigint, d: number | bigint = 1): Fraction => {
  const common = gcd(BigInt(n), BigInt(d));
  return { n: BigInt(n) / common, d: BigInt(d) / common };
};
export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const times = (...all: readonly Fraction[]): Fraction =>
  all.reduce((a, b) => fraction(a.n * b.n, a.d * b.d), fraction(1));
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, fraction(0));
export const isSame = (a: Fraction, b: Fraction): boolean => a.n === b.n && a.d === b.d;

/** The whole number below, for none below zero. */
export const floor = ({ n, d }: Fraction): bigint => n / d;

export const rounded = (exact: Fraction, mode: 'half-up' | 'half-even' | 'down'): bigint => {
  const below = floor(exact);
  if (mode === 'down') return below;
  const rest = fraction(exact.n - below * exact.d, exact.d);
  const half = fraction(1, 2);
  if (isSame(rest, half)) return mode === 'half-up' || below % 2n === 1n ? below + 1n : below;
  return rest.n * 2n > rest.d ? below + 1n : below;
};
