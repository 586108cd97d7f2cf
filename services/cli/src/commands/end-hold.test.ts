import { expect, it } from 'vitest';
import { holdNotEnded } from './end-hold.js';

it.each([
  ['en', 'not done [kept-by-the-case] the case keeps this hold itself, and ends it when its reason is gone'],
  ['zh', '未办理 [kept-by-the-case] 由案件自行维持，事由消除后自动解除'],
] as const)('a hold that is not ended is said to be so in words, not only by a code: %s', (lang, words) => {
  expect(holdNotEnded('kept-by-the-case', lang)).toBe(words);
});
