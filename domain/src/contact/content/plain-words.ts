import { foldLetters } from './fold-letters.js';

const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word);

/** Figures and signs that are read as letters: `p0lice`. `i`, `l` and `1` are one, so both sides are folded. */
const asRead: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '!': 'l',
  '|': 'l',
  i: 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};
const read = (folded: string): string => folded.replace(/[01345!|@$i]/g, (each) => asRead[each] ?? each);

const tokens = (folded: string): string[] => folded.match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? [];

/** A word that was cut up (`p.o.l.i.c.e`, `p o l i c e`, `po-lice`) put together again. */
const joined = (folded: string): string =>
  folded
    .replace(/(?<=\p{L})[.·'’_*~+/-]+(?=\p{L})/gu, '')
    .replace(/(?<!\p{L})\p{L}(?:[^\p{L}\p{N}]+\p{L}(?!\p{L})){2,}/gu, (run) => run.replace(/[^\p{L}]+/gu, ''));

const endings = ['s', 'es', 'd', 'ed', 'ing', 'er', 'ers', 'or', 'ors'];

/** An English word in its plurals, its verb forms and as who does it; one of one or two letters has none. */
const formsOf = (word: string): ReadonlySet<string> => {
  if (word.length < 3) return new Set([word]);
  const last = word.slice(-1);
  const short = word.slice(0, -1);
  return new Set([
    word,
    ...endings.map((ending) => word + ending),
    ...(last === 'e' ? ['ing', 'or', 'ors'].map((ending) => short + ending) : []),
    ...(last === 'y' ? ['ies', 'ied', 'ier', 'iers'].map((ending) => short + ending) : []),
    ...(/[bdfgklmnprtz]/.test(last) ? ['ed', 'ing', 'er', 'ers'].map((ending) => word + last + ending) : []),
  ]);
};

const follow = (said: readonly string[], sought: readonly ReadonlySet<string>[]): boolean =>
  said.some((_, from) => sought.every((forms, nth) => forms.has(said[from + nth] ?? '')));

/**
 * The words of a list that a text has. Chinese ones wherever they stand and however they are spaced; others as whole words, in any case and
 * form, whatever letters that look alike they are written in, and with dots between the letters. A list is no judge: other words say the same.
 */
export const wordsIn = (text: string, words: readonly string[]): string[] => {
  const plain = foldLetters(text);
  const dense = plain.replace(/[^\p{L}\p{N}]+/gu, '');
  const said = [plain, joined(plain), read(plain), joined(read(plain))].map(tokens);
  return words.filter((word) => {
    const sought = foldLetters(word);
    if (isHan(sought)) return dense.includes(sought.replace(/[^\p{L}\p{N}]+/gu, ''));
    const asIs = tokens(sought).map(formsOf);
    const asRead = asIs.map((forms) => new Set([...forms].map(read)));
    return said.some((each, nth) => follow(each, nth < 2 ? asIs : asRead));
  });
};
