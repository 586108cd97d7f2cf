import { expect, it } from 'vitest';
import { isToldOtherwise } from './is-told-otherwise.js';

const [taken, late, wrong] = [{ taken: true }, { taken: false, code: 'E1' }, { taken: false, code: 'E2' }] as const;

it.each([
  [taken, taken, false],
  [late, late, false],
  [taken, late, true],
  [late, taken, true],
  [late, wrong, true],
] as const)('of a row that was told %o, %o is told otherwise: %s', (before, now, otherwise) => {
  expect(isToldOtherwise(before, now)).toBe(otherwise);
});
