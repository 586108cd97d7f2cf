/** What a terminal obeys or hides instead of showing it: control characters but line feed and tab, line separators, signs that turn writing round. */
const obeyed = /(?![\n\t])[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]/gu;

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text as a terminal may show it: what came from outside cannot write over what stands there. In JSON it stays the same value. */
export const printable = (text: string): string => text.replace(obeyed, escaped);

/** The same of one cell of a table: a line feed would forge a row. */
export const printableCell = (text: string): string =>
  printable(text).replaceAll('\n', '\\u000a').replaceAll('\t', ' ');
