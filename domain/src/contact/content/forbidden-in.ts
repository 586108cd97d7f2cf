import type { RuleOf } from '../../law/rule.js';
import { wordsIn } from './plain-words.js';
import { allOf, type WordLists } from './word-lists.js';

/** The forbidden words of a text, each with the list or the rule of law that forbids it. */
export const forbiddenIn = (
  text: string,
  { forbidden }: WordLists,
  gates: readonly Pick<RuleOf<'content-gate'>, 'id' | 'forbidden'>[],
): string[] => [
  ...Object.entries(forbidden).flatMap(([why, list]) => wordsIn(text, allOf(list)).map((word) => `${word} (${why})`)),
  ...gates.flatMap((rule) => wordsIn(text, rule.forbidden).map((word) => `${word} (${rule.id})`)),
];
