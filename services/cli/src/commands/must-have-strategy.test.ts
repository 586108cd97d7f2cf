import { expect, test } from 'vitest';
import { Mistake } from '../words/mistake.js';
import { mustHaveStrategy } from './must-have-strategy.js';

test('a strategy that is not there is refused, with those that are', () => {
  expect(() => mustHaveStrategy('consumer-cn')).not.toThrow();
  expect(() => mustHaveStrategy('nosuch', 'tenant t: ')).toThrow(Mistake);
  expect(() => mustHaveStrategy('nosuch', 'tenant t: ')).toThrow(
    'tenant t: there is no strategy nosuch; policies/strategies has consumer-cn',
  );
});
