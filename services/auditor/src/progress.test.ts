import { afterEach, expect, test, vi } from 'vitest';
import { progressOn } from './progress.js';

afterEach(() => vi.useRealTimers());

test('elsewhere than on a terminal whoever waits long is told how far reading is', () => {
  vi.useFakeTimers();
  const lines: string[] = [];
  const { progress } = progressOn({ isTTY: false, write: (line: string) => lines.push(line) } as never);

  progress('Kafka: 1');
  vi.advanceTimersByTime(5_000);
  progress('Kafka: 2');
  progress('Kafka: 3');

  expect(lines).toEqual(['Kafka: 2\n']);
});
