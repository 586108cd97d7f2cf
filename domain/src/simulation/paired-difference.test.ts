import { describe, expect, it } from 'vitest';
import { addDifferences, addPair, differenceIn, figuresOf, noDifference, type Figures } from './paired-difference.js';
import { emptyTally } from './tally.js';

const none = figuresOf(emptyTally(1));
const recovered = (amount: number): Figures => ({ ...none, recovered: amount });

describe('the difference between two strategies', () => {
  it('is the sum of the loans’, with 1.96 standard errors to each side', () => {
    const pairs = noDifference();
    for (const more of [10, 20, 30, 40]) addPair(pairs, recovered(100), recovered(100 + more));
    // Mean 25, standard deviation 12.91, error of the sum 25.82.
    expect(differenceIn(pairs, 'recovered')).toEqual({ total: 100, from: 49, to: 151 });
    expect(differenceIn(pairs, 'contacts')).toEqual({ total: 0, from: 0, to: 0 });
  });

  it('of one loan has no interval', () => {
    const pairs = noDifference();
    addPair(pairs, recovered(100), recovered(90));
    expect(differenceIn(pairs, 'recovered')).toEqual({ total: -10 });
  });

  it('comes to the same in whatever parts it is added up, also beyond what a number holds exactly', () => {
    const amounts = [1, 2 ** 50, -(2 ** 49), 7, 2 ** 51];
    const whole = noDifference();
    for (const amount of amounts) addPair(whole, none, recovered(amount));
    const parts = noDifference();
    for (const amount of amounts.toReversed()) {
      const part = noDifference();
      addPair(part, none, recovered(amount));
      addDifferences(parts, part);
    }
    expect(parts).toEqual(whole);
  });
});
