import { expect, test } from 'vitest';
import { isStopWord } from './stop-word.js';

test.each([
  'stop',
  'STOP',
  ' Stop. ',
  'ＳＴＯＰ',
  'STOP ALL',
  'opt-out',
  'unsubscribe',
  '退订',
  ' 退 订！',
  'TD',
  'td',
  'T',
  '拒收',
])('an answer that says %s and nothing beside asks us to stop', (text) => {
  expect(isStopWord(text)).toBe(true);
});

test.each(['', '?', 'please do not stop', 'I will stop by tomorrow', '我已退订流量包', '还了', 'yes'])(
  'an answer that says %j is for somebody to read',
  (text) => {
    expect(isStopWord(text)).toBe(false);
  },
);
