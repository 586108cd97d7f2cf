import { printableCell } from './printable.js';
import { shownWidth } from './shown-width.js';

/** Rows under their heads, aligned: numbers to the right, the rest to the left. */
export function textTable(heads: readonly string[], told: readonly (readonly (string | number)[])[]): string[] {
  const rows = told.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : printableCell(cell))));
  const widths = heads.map((head, column) =>
    Math.max(shownWidth(head), ...rows.map((row) => shownWidth(String(row[column] ?? '')))),
  );
  const line = (cells: readonly (string | number)[]): string =>
    cells
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - shownWidth(String(cell)));
        return typeof cell === 'number' ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return [line(heads), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)];
}
