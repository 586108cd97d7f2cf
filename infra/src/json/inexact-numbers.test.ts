import { expect, it } from 'vitest';
import { inexactNumbers } from './inexact-numbers.js';

it.each(['120000.00000000000000001', '9007199254740993', '1e400', '1e-400', '0.12345678901234567890'])(
  'finds %s, which reading would change, by its place',
  (number) => {
    expect(inexactNumbers(`{"a": [1, {"b": ${number}}]}`)).toEqual([
      { path: ['a', 1, 'b'], reason: 'has more digits than a number holds' },
    ]);
  },
);

it.each([
  '0',
  '-0',
  '1',
  '-12',
  '1.50',
  '0.1',
  '1e3',
  '1E+3',
  '120000.000',
  '9007199254740991',
  '1.7976931348623157e308',
])('leaves %s, however it is written', (number) =>
  expect(inexactNumbers(`[${number}, "120000.00000000000000001", null]`)).toEqual([]),
);
