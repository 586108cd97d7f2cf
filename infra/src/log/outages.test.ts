import { expect, test } from 'vitest';
import { outages } from './outages.js';
import { serviceLog } from './service-log.js';

test('an outage is told once, again when its reason changes, and when it is over', () => {
  const lines: string[] = [];
  const { trouble, works } = outages(serviceLog('worker', 'info', { write: (line) => void lines.push(line) }));

  works('servicing');
  trouble('servicing', 'answered 503');
  trouble('servicing', 'answered 503');
  trouble('servicing', 'answered 401', 'RECOURSE_SERVICING_TOKEN');
  works('servicing');
  works('servicing');
  trouble('servicing', 'answered 503');

  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { level: 40, of: 'servicing', reason: 'answered 503' },
    { level: 40, of: 'servicing', reason: 'answered 401', lookAt: 'RECOURSE_SERVICING_TOKEN' },
    { level: 30, msg: 'servicing works again' },
    { level: 40, of: 'servicing', reason: 'answered 503' },
  ]);
});
