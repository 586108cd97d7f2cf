import { expect, test } from 'vitest';
import { chance } from './chance.js';
import { dailyChance } from './daily-chance.js';
import { pick } from './pick.js';

test('the same throw gives the same number whatever was thrown before; others are spread evenly', () => {
  const throws = Array.from({ length: 2_000 }, (_, nth) => chance('seed', 'subject', nth));

  expect(chance('seed', 'subject', 7)).toBe(throws[7]);
  expect(chance('seed', 'subjec', 't7')).not.toBe(throws[7]);
  expect(throws.every((each) => each >= 0 && each < 1)).toBe(true);
  expect(throws.reduce((sum, each) => sum + each, 0) / 2_000).toBeCloseTo(0.5, 1);
});

test('a table of shares is picked from in proportion', () => {
  expect(
    pick(
      [
        [93, 'a'],
        [7, 'b'],
      ],
      0.929,
    ),
  ).toBe('a');
  expect(
    pick(
      [
        [93, 'a'],
        [7, 'b'],
      ],
      0.93,
    ),
  ).toBe('b');
  expect(() => pick([], 0.5)).toThrow('nothing to pick from');
});

test('the daily chance falls with age, rises for two days after a talk and on paydays, and sinks at Spring Festival', () => {
  expect(dailyChance('2026-01-05', 2)).toBe(0.18);
  expect(dailyChance('2026-01-05', 20)).toBe(0.025);
  expect(dailyChance('2026-01-05', 20, '2026-01-03')).toBe(0.05);
  expect(dailyChance('2026-01-05', 20, '2026-01-02')).toBe(0.025);
  expect(dailyChance('2026-01-10', 20)).toBeCloseTo(0.075);
  expect(dailyChance('2026-02-16', 20)).toBeCloseTo(0.0075);
});
