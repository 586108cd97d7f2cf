import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Prints for ever into a pipe whose reader leaves at once, and tells how it ended. */
function printUnread(before: string): string {
  const code = `
    import { leaveWhenUnread } from '${import.meta.dirname}/leave-when-unread.ts';
    ${before}
    setInterval(() => console.log('one more line'), 1);
    setTimeout(() => process.exit(99), 20_000);`;
  const shell = '( "$@"; echo "ended with $?" >&2 ) | true';
  const node = ['--import', 'tsx', '--input-type=module', '-e', code];
  return spawnSync('/bin/sh', ['-c', shell, 'sh', process.execPath, ...node], { encoding: 'utf8' }).stderr;
}

test('a command whose reader has enough ends without a word, with the exit code so far', () => {
  expect(printUnread('leaveWhenUnread(process.stdout);')).toBe('ended with 0\n');
  expect(printUnread('leaveWhenUnread(process.stdout); process.exitCode = 1;')).toBe('ended with 1\n');
});

test('without that it would end with a stack trace', () => {
  expect(printUnread('')).toContain('EPIPE');
});
