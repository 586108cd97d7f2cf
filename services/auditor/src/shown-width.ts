/** Columns a text takes on a terminal: Chinese characters and their punctuation take two. */
export const shownWidth = (text: string): number =>
  Array.from(text).reduce(
    (sum, letter) =>
      sum + (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(letter) ? 2 : 1),
    0,
  );

export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - shownWidth(text)));
