import { expect, it } from 'vitest';
import { printable } from './printable.js';
import { textTable } from './text-table.js';

it('what a terminal would obey is shown as its number', () => {
  expect(printable('a\u001b[2Jb\u0000\u009b\u202e\r\u007f')).toBe(
    String.raw`a\u001b[2Jb\u0000\u009b\u202e\u000d\u007f`,
  );
});

it('lines, tabs and any writing stay', () => {
  const text = 'a\tb\n还款 é 😀 ↑';
  expect(printable(text)).toBe(text);
});

it('JSON with such signs in it is the same value', () => {
  const value = { id: 'a\u009b\u2028\u007f' };
  const shown = printable(JSON.stringify(value));
  expect(shown).not.toMatch(/[\u007f-\u009f\u2028]/u);
  expect(JSON.parse(shown)).toEqual(value);
});

it('a cell with a line feed makes no row, and columns stay aligned', () => {
  expect(
    textTable(
      ['id', 'of'],
      [
        ['a\nallow', 1],
        ['b', 1],
      ],
    ),
  ).toEqual([String.raw`id            of`, '------------  --', String.raw`a\u000aallow   1`, 'b              1']);
});
