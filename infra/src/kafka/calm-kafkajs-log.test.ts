import { logLevel } from 'kafkajs';
import { expect, test } from 'vitest';
import { calmKafkajsLog } from './calm-kafkajs-log.js';

function logged(entries: readonly { level: logLevel; message: string; error?: string; at?: number }[]): string[] {
  const lines: string[] = [];
  let at = 0;
  const write = calmKafkajsLog(
    (level, message) => lines.push(`${level} ${message}`),
    () => at,
  )(logLevel.INFO);
  for (const { level, message, error, at: when = 0 } of entries) {
    at = when;
    write({
      namespace: 'Connection',
      level,
      label: '',
      log: { timestamp: '', message, ...(error === undefined ? {} : { error }) },
    });
  }
  return lines;
}

test('what kafkajs calls an error and retries is a warning, never an error', () => {
  expect(logged([{ level: logLevel.ERROR, message: 'Connection error: connect ECONNREFUSED' }])).toEqual([
    'warn kafkajs: Connection error: connect ECONNREFUSED',
  ]);
});

test('the first join of a group, a rebalance and ordinary chatter are not worth a warning', () => {
  const ordinary = [
    {
      level: logLevel.ERROR,
      message: 'Response GroupCoordinator(key: 10, version: 2)',
      error: 'The group coordinator is not available',
    },
    { level: logLevel.WARN, message: 'The group is rebalancing, re-joining' },
    { level: logLevel.INFO, message: 'Consumer has joined the group' },
  ];
  expect(logged(ordinary).map((line) => line.split(' ')[0])).toEqual(['debug', 'debug', 'debug']);
});

test('the same warning comes through once in ten seconds', () => {
  const storm = [0, 100, 9_999, 10_000].map((at) => ({ level: logLevel.ERROR, message: 'Crash', at }));
  expect(logged(storm).map((line) => line.split(' ')[0])).toEqual(['warn', 'debug', 'debug', 'warn']);
});
