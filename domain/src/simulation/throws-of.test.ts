import { describe, expect, it } from 'vitest';
import { throwsOf } from './throws-of.js';

const many = 20_000;

describe('the throws of a subject', () => {
  it('depend on seed, subject, question and number alone', () => {
    const [one, again] = [throwsOf('s', 'L1'), throwsOf('s', 'L1')];
    again('other', 7);
    expect(again('pays', 3)).toBe(one('pays', 3));
    expect(throwsOf('t', 'L1')('pays', 3)).not.toBe(one('pays', 3));
    expect(throwsOf('s', 'L2')('pays', 3)).not.toBe(one('pays', 3));
    expect(one('pays', 4)).not.toBe(one('pays', 3));
    expect(one('keeps', 3)).not.toBe(one('pays', 3));
  });

  it.each([
    ['of one loan over the days', (nth: number) => throwsOf('s', 'L1')('pays', nth)],
    ['of one day over the loans', (nth: number) => throwsOf('s', `L${nth}`)('pays', 20_454)],
    ['of one loan over the seeds', (nth: number) => throwsOf(`${nth}`, 'L1')('pays', 20_454)],
  ])('are spread evenly %s', (_, thrown) => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let nth = 0; nth < many; nth += 1) tenths[Math.floor(thrown(nth) * 10)]! += 1;
    // Five standard deviations of a tenth of 20,000 throws.
    for (const tenth of tenths) expect(Math.abs(tenth - many / 10)).toBeLessThan(5 * Math.sqrt(many * 0.1 * 0.9));
  });

  it('do not follow one another: above the middle is followed by above the middle half the time', () => {
    const throws = throwsOf('s', 'L1');
    let both = 0;
    for (let nth = 0; nth < many; nth += 1) if (throws('pays', nth) > 0.5 && throws('pays', nth + 1) > 0.5) both += 1;
    expect(Math.abs(both - many / 4)).toBeLessThan(5 * Math.sqrt(many * 0.25 * 0.75));
  });
});
