import { expect, test } from 'vitest';
import { readCaseName, readDay, readInstant, readReason, readSeed } from './arguments.js';

test.each(['2026-02-30', '2026-13-01', '2025-02-29'])('%s is told to be no day that exists', (text) => {
  expect(() => readDay(text)).toThrow('is not a day that exists');
  expect(() => readInstant(text)).toThrow('is not a day that exists');
});

test('an instant on a day that does not exist is refused, rather than taken for a later one', () => {
  expect(() => readInstant('2026-02-30T00:00:00Z')).toThrow('is not a day that exists');
  expect(readInstant('2026-02-28T08:00:00+08:00')).toBe('2026-02-28T00:00:00.000Z');
});

test('a reason says something', () => {
  expect(readReason(' a drill ')).toBe('a drill');
  for (const blank of ['', '  ', '\n']) expect(() => readReason(blank)).toThrow('must say why');
});

test('a seed is something, before anything is started', () => {
  expect(readSeed('2026-a')).toBe('2026-a');
  for (const bad of ['', ' ']) expect(() => readSeed(bad)).toThrow('must not be empty');
});

test('a case to go on after is a loan, or one episode of it', () => {
  expect(readCaseName('L-1/2')).toEqual({ loanId: 'L-1', episode: 2 });
  expect(readCaseName('L-1').episode).toBeGreaterThan(1_000_000);
  for (const bad of ['', 'demo/L-1/2', 'L 1']) expect(() => readCaseName(bad)).toThrow('must be LOAN/EPISODE');
});
