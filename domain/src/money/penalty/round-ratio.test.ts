import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachLine, runningSum } from './line-rounder.js';
import { partsPerMinor } from './parts.js';
import { roundRatio, roundingModes, type RoundingMode } from './round-ratio.js';

describe('rounding', () => {
  it.each<[RoundingMode, bigint[]]>([
    ['half-up', [0n, 1n, 1n, 1n, 2n, 2n]],
    ['half-even', [0n, 0n, 1n, 1n, 2n, 2n]],
    ['down', [0n, 0n, 0n, 1n, 1n, 1n]],
  ])('%s', (mode, expected) => {
    // 0.25, 0.5, 0.75, 1.25, 1.5, 1.75
    expect([1n, 2n, 3n, 5n, 6n, 7n].map((quarters) => roundRatio(quarters, 4n, mode))).toEqual(expected);
  });

  it('at the end lets whole lines sum to the rounded exact sum, none more than one unit off its own', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...roundingModes),
        fc.array(fc.bigInt({ min: 0n, max: partsPerMinor * 1_000n }), { maxLength: 40 }),
        (mode, parts) => {
          const round = runningSum(mode);
          const lines = parts.map(round);
          const exact = parts.reduce((sum, each) => sum + each, 0n);
          expect(lines.reduce((sum, each) => sum + each, 0n)).toBe(roundRatio(exact, partsPerMinor, mode));
          lines.forEach((line, nth) => {
            const off = line * partsPerMinor - (parts[nth] ?? 0n);
            expect(off < partsPerMinor && off > -partsPerMinor).toBe(true);
          });
        },
      ),
    );
  });

  it('line by line forgets what was dropped', () => {
    const half = partsPerMinor / 2n;
    expect([half, half].map(eachLine('down'))).toEqual([0n, 0n]);
    expect([half, half].map(runningSum('down'))).toEqual([0n, 1n]);
  });
});
