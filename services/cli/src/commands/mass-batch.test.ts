import { expect, it } from 'vitest';
import { massBatch } from './mass-batch.js';

const flood = { reason: 'disaster', named: ['L2', 'L1'], place: 'CN-GD', until: '2026-02-19' } as const;

it('is the same when the same is said again on that day, so that what broke off goes on and holds nobody twice', () => {
  expect(massBatch('demo', flood, '2026-01-10')).toBe(
    massBatch('demo', { ...flood, named: ['L1', 'L2'] }, '2026-01-10'),
  );
  expect(massBatch('demo', { ...flood, named: ['L1', 'L2', 'L1'] }, '2026-01-10')).toBe(
    massBatch('demo', flood, '2026-01-10'),
  );
  expect(massBatch('demo', flood, '2026-01-10')).toMatch(/^mass\/[0-9a-f]{16}$/);
});

it('is another on another day, of another tenant, or when anything else is said', () => {
  const { until: _open, ...forever } = flood;
  const others = [
    massBatch('demo', flood, '2026-01-10'),
    massBatch('demo', flood, '2026-01-11'),
    massBatch('other', flood, '2026-01-10'),
    massBatch('demo', { ...flood, reason: 'command' }, '2026-01-10'),
    massBatch('demo', { ...flood, named: ['L1'] }, '2026-01-10'),
    massBatch('demo', { ...flood, place: 'CN' }, '2026-01-10'),
    massBatch('demo', { ...flood, until: '2026-02-20' }, '2026-01-10'),
    massBatch('demo', forever, '2026-01-10'),
  ];
  expect(new Set(others).size).toBe(others.length);
});
