import { expect, test } from 'vitest';
import { serviceLog } from './service-log.js';

test.each(['err', 'error'])('an error under %s is written with its name and message', (field) => {
  const lines: string[] = [];
  const log = serviceLog('worker', 'info', { write: (line) => void lines.push(line) });

  log.warn({ [field]: new TypeError('no message template reminder-frist') }, 'Activity failed');

  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'Activity failed',
    [field]: { type: 'TypeError', message: 'no message template reminder-frist' },
  });
});
