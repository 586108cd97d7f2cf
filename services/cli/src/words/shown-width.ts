const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** How many columns of a terminal a text takes: Chinese characters and the like take two. */
export function shownWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

/** The beginning of a text that fits into so many columns. */
export function cutToWidth(text: string, columns: number): string {
  let width = 0;
  let cut = '';
  for (const character of text) {
    width += wide.test(character) ? 2 : 1;
    if (width > columns) return cut;
    cut += character;
  }
  return cut;
}
