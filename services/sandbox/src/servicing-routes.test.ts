import { expect, test } from 'vitest';
import { sandboxHttp } from './http.js';
import { bufferedOut } from './kafka-out.js';
import { openSandbox } from './sandbox.js';

const missedEvent = (number: number, dueOn: string, time: string) => ({
  specversion: '1.0',
  id: `e${number}`,
  type: 'com.recourse.servicing.instalment-missed.v1',
  time,
  tenant: 't',
  loan: 'L1',
  data: {
    terms: { currency: 'CNY', zone: 'Asia/Shanghai', debtors: [{ personId: 'P1', role: 'borrower' }] },
    instalment: { number, dueOn, due: { principal: 1_000 } },
  },
});
const point = (pointId: string, value: string) => ({ pointId, kind: 'mobile', value, source: 'application' });
const persons = [
  {
    personId: 'P1',
    zone: 'Asia/Shanghai',
    language: 'zh',
    points: [{ ...point('m', '+8613900000001'), verifiedOn: '2025-12-20' }, point('n', '+8613900000002')],
  },
];

async function played() {
  const out = bufferedOut({ send: async () => undefined, close: async () => undefined });
  const http = sandboxHttp(openSandbox('test', out));
  const post = async (url: string, payload: object) => http.inject({ method: 'POST', url, payload });
  const get = async (url: string) => {
    const { statusCode, body } = await http.inject({ method: 'GET', url });
    return { statusCode, body: JSON.parse(body) as unknown };
  };
  const events = [
    missedEvent(1, '2026-01-01', '2026-01-02T00:00:00.000Z'),
    missedEvent(2, '2026-02-01', '2026-02-02T00:00:00.000Z'),
  ];
  await post('/portfolio/events', { tenant: 't', events, persons });
  await post('/play', { until: '2026-02-02T02:00:00.000Z' });
  return { post, get };
}

test('servicing shows what is left of each instalment that fell due, as its events told', async () => {
  const { post, get } = await played();
  await post('/borrower/pay', { loan: 'L1', amount: 1_300 });

  expect(await get('/servicing/loans/L1?tenant=t')).toEqual({
    statusCode: 200,
    body: {
      loanId: 'L1',
      currency: 'CNY',
      debtors: [{ personId: 'P1', role: 'borrower' }],
      unpaid: [{ number: 2, dueOn: '2026-02-01', components: { principal: 700 } }],
      overdue: true,
    },
  });
  await post('/borrower/pay', { loan: 'L1' });
  expect((await get('/servicing/loans/L1?tenant=t')).body).toMatchObject({ unpaid: [], overdue: false });
});

test('the directory shows each point with its source, its day and whether it was verified', async () => {
  const { get } = await played();
  expect((await get('/directory/persons/P1?tenant=t')).body).toEqual({
    personId: 'P1',
    zone: 'Asia/Shanghai',
    language: 'zh',
    points: [
      { ...point('m', '+8613900000001'), date: '2025-12-20', verified: true },
      { ...point('n', '+8613900000002'), date: '2026-01-02', verified: false },
    ],
  });
});

test('a loan or person it does not know, and those of another tenant, are not found', async () => {
  const { get } = await played();
  const unknown = (what: string) => ({ statusCode: 404, body: expect.objectContaining({ error: what }) });
  expect(await get('/servicing/loans/L9?tenant=t')).toEqual(unknown('unknown-loan'));
  expect(await get('/servicing/loans/L1?tenant=other')).toEqual(unknown('unknown-loan'));
  expect(await get('/directory/persons/P9?tenant=t')).toEqual(unknown('unknown-person'));
});

test('hazards make both systems fail, talk nonsense, and servicing miscount by one, as often as was ordered', async () => {
  const { post, get } = await played();
  for (const kind of ['down', 'nonsense', 'wrong-sum']) await post('/hazards', { channel: 'servicing', kind });
  await post('/hazards', { channel: 'directory', kind: 'down' });

  expect((await get('/servicing/loans/L1?tenant=t')).statusCode).toBe(503);
  expect((await get('/servicing/loans/L1?tenant=t')).body).toMatchObject({ currency: 'money' });
  expect((await get('/servicing/loans/L1?tenant=t')).body).toMatchObject({
    unpaid: [{ components: { principal: 1_001 } }, { components: { principal: 1_000 } }],
  });
  expect((await get('/servicing/loans/L1?tenant=t')).body).toMatchObject({ currency: 'CNY' });
  expect((await get('/directory/persons/P1?tenant=t')).statusCode).toBe(503);
  expect((await get('/directory/persons/P1?tenant=t')).statusCode).toBe(200);
});

test('a search tells of each source that was asked; of somebody it does not know it tells nothing', async () => {
  const { post } = await played();
  const searched = await post('/searches', { person: 'P1' });

  expect([searched.statusCode, JSON.parse(searched.body)]).toEqual([
    200,
    {
      searched: [
        { source: 'own-records', found: 'known-already' },
        { source: 'public-register', found: 'nothing-found' },
        { source: 'other-product', found: 'nothing-found' },
      ],
    },
  ]);
  expect((await post('/searches', { person: 'P9' })).statusCode).toBe(404);
  expect((await post('/searches', {})).statusCode).toBe(400);
});
