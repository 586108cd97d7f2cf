import type { Lang, Words } from './lang.js';
import { textTable } from './text-table.js';

const none: Words<string> = { en: 'none', zh: '无' };

/** A list for people: heads alone look as if something had been cut off. */
export const listTable = (
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  lang: Lang = 'en',
): string[] => (rows.length === 0 ? [none[lang]] : textTable(heads, rows));
