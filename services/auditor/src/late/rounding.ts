/** Of numbers that are not negative. `half-up`, `half-even`, `down`. */
export const whole = (numerator: bigint, denominator: bigint, mode: string): bigint => {
  const down = numerator / denominator;
  if (mode === 'down') return down;
  const twice = (numerator % denominator) * 2n;
  const up =
    mode === 'half-up' ? twice >= denominator : twice > denominator || (twice === denominator && down % 2n === 1n);
  return up ? down + 1n : down;
};

/** What the next line comes to, exact parts in, minor units out. */
export type Rounded = (parts: bigint) => bigint;

/** One for each instalment: lines by themselves, the instalment's sum, or, at the end, the sum of all there is. */
export const roundingOf = (
  { mode, point }: { mode: string; point: string },
  unit: bigint,
): { ofOne: () => Rounded; ofAmount: (numerator: bigint, denominator: bigint) => bigint } => {
  const running = (): Rounded => {
    let exact = 0n;
    let said = 0n;
    return (parts) => {
      exact += parts;
      const line = whole(exact, unit, mode) - said;
      said += line;
      return line;
    };
  };
  const end = running();
  const ofOne = (): Rounded => {
    if (point === 'line') return (parts) => whole(parts, unit, mode);
    return point === 'instalment' ? running() : end;
  };
  return { ofOne, ofAmount: (numerator, denominator) => whole(numerator, denominator, mode) };
};
