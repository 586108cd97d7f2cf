/** What nobody sees, with which a word could be cut in two; in Chinese spaces and marks do it too. */
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const marks = /[\s·.。,，、*_-]/g;

const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word);

/** The words of a list that a text has: Chinese ones wherever they stand and however they are spaced, others as whole words in any case. */
export const wordsIn = (text: string, words: readonly string[]): string[] => {
  const plain = text.normalize('NFKC').toLowerCase().replace(unseen, '');
  const dense = plain.replace(marks, '');
  const spaced = ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return words.filter((word) => {
    const sought = word.normalize('NFKC').toLowerCase();
    return isHan(sought)
      ? dense.includes(sought.replace(marks, ''))
      : spaced.includes(` ${sought.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `);
  });
};
