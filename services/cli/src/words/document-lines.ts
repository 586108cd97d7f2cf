import type { DocumentText } from './agreement-words.js';
import { textTable } from './text-table.js';

/** A document as it is shown at a terminal. */
export const documentLines = ({ title, sections }: DocumentText): string[] => [
  title,
  ...sections.flatMap((section) => [
    '',
    section.title,
    ...section.lines.map((line) => `  ${line}`),
    ...(section.heads && section.rows ? textTable(section.heads, section.rows).map((line) => `  ${line}`) : []),
  ]),
];
