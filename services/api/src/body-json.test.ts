import { expect, test } from 'vitest';
import { asked, start } from './testing/asked-api.js';

test.each([
  [
    'a person said twice, the second another',
    '/v1/permits',
    JSON.stringify(asked).replace('{', '{"person":"P2",'),
    'person',
    'is said twice',
  ],
  [
    'an amount said twice, deep inside',
    '/v1/permits/p-1/dials/1/outcome',
    '{"code":"promise","details":{"promise":{"amount":1,"by":"2026-03-05","amount":100}}}',
    'details.promise.amount',
    'is said twice',
  ],
  [
    'an object that would be a parent',
    '/v1/permits',
    JSON.stringify(asked).replace('{', '{"__proto__":{},'),
    'body',
    'has no field __proto__',
  ],
])('%s is refused by name, and nothing is asked', async (_what, url, payload, field, reason) => {
  const { ask, calls } = start();

  const { status, json } = await ask('POST', url, payload, { 'content-type': 'application/json' });

  expect(status).toBe(400);
  expect(json).toMatchObject({ code: 'bad-request', errors: [{ field, reason }] });
  expect(calls).toEqual([]);
});
