import fc from 'fast-check';
import { expect, test } from 'vitest';
import { houseOf, type Step } from '../builders/telephone-house.js';
import { rungTogether } from '../law/reference/rung-together.js';

const longest = 30;
const ring = fc.record({ by: fc.constantFrom('desk', 'voice-bot', 'permit'), telephone: fc.nat({ max: 3 }) });
const what = fc.constantFrom('no-answer', 'failed', 'unknown', 'never-sent');
const told = fc.record({ by: fc.constant('told'), nth: fc.nat({ max: 5 }), what });
const pass = fc.record({ by: fc.constant('minutes'), pass: fc.constantFrom(1, 5, 29, 30, 31) });
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: ring },
    { weight: 2, arbitrary: told },
    { weight: 2, arbitrary: pass },
  ) as fc.Arbitrary<Step>,
  { minLength: 2, maxLength: 30 },
);

test('collectors, machines and permits that ring a couple and a neighbour in any order: never two at once, and nobody is kept from a telephone that is free', () => {
  const tried = { rang: 0, heldBack: 0 };
  fc.assert(
    fc.property(steps, (order) => {
      const house = houseOf({ longestCallMinutes: longest });
      for (const step of order) {
        const before = [...house.rung()];
        const attempt = house.play(step);
        if (!attempt) continue;
        const inTheWay = rungTogether([...before, attempt.call], longest).filter(([, later]) => later === attempt.call);
        expect(attempt.rang).toBe(inTheWay.length === 0);
        tried[attempt.rang ? 'rang' : 'heldBack'] += 1;
      }
      expect(rungTogether(house.rung(), longest)).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(tried.rang).toBeGreaterThan(500);
  expect(tried.heldBack).toBeGreaterThan(500);
});
