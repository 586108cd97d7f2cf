import { partsPerMinor } from './parts.js';
import { roundRatio, type RoundingMode } from './round-ratio.js';

/** Parts of the next line in, its minor units out. */
export type LineRounder = (parts: bigint) => bigint;

/** Every line is rounded by itself. */
export const eachLine =
  (mode: RoundingMode): LineRounder =>
  (parts) =>
    roundRatio(parts, partsPerMinor, mode);

/**
 * The exact sum of all lines is rounded once: a line is the rounded sum up to it less what the lines before it have said already,
 * so that whole units always add up to it. No line is more than one unit off its own exact amount.
 */
export const runningSum = (mode: RoundingMode): LineRounder => {
  let exact = 0n;
  let said = 0n;
  return (parts) => {
    exact += parts;
    const all = roundRatio(exact, partsPerMinor, mode);
    const amount = all - said;
    said = all;
    return amount;
  };
};
