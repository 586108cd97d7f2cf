import { expect, test } from 'vitest';
import { readNumberPrefixes } from './read-number-prefixes.js';

const read = (...zonesOfNumbers: unknown[]) =>
  readNumberPrefixes({ zonesOfNumbers }, 'f', (zone) => zone === 'Asia/Shanghai' || zone === 'Europe/London');
const reasons = (answer: ReturnType<typeof read>): string[] =>
  'faults' in answer ? answer.faults.map(({ path, reason }) => `${path}: ${reason}`) : [];

test('the zones stand by prefix', () => {
  expect(read({ zones: ['Asia/Shanghai'], prefixes: ['+86', '+8521'] })).toEqual({
    prefixes: { '+86': ['Asia/Shanghai'], '+8521': ['Asia/Shanghai'] },
  });
});

test.each([
  ['a prefix that stands twice', { zones: ['Europe/London'], prefixes: ['+44', '+44'] }, '.prefixes: +44 stands twice'],
  ['a zone we have no rules of', { zones: ['Moon/Base'], prefixes: ['+44'] }, '.zones: Moon/Base is not in zones.json'],
  ['a prefix without a plus', { zones: ['Europe/London'], prefixes: ['44'] }, '.prefixes[0]: must be the start of'],
  ['a row without zones', { zones: [], prefixes: ['+44'] }, '.zones: '],
])('%s is named', (_, row, fault) => {
  expect(reasons(read(row))).toEqual([expect.stringContaining(`zonesOfNumbers[0]${fault}`)]);
});
