import { expect, test } from 'vitest';
import { sandboxHttp } from './http.js';
import { bufferedOut } from './kafka-out.js';
import { openSandbox } from './sandbox.js';
import type { OutgoingEvent } from './servicing-event.js';

const notAfter = '2999-01-01T00:00:00.000Z';
const mobile = '+8613900000001';
const persons = [
  {
    personId: 'P1',
    zone: 'Asia/Shanghai',
    language: 'zh',
    points: [{ pointId: 'P1-m', kind: 'mobile', value: mobile, source: 'test' }],
  },
];
const missed = {
  specversion: '1.0',
  id: 'e1',
  type: 'com.recourse.servicing.instalment-missed.v1',
  time: '2026-01-02T00:00:00.000Z',
  tenant: 't',
  loan: 'L1',
  data: {
    terms: { currency: 'CNY', zone: 'Asia/Shanghai', debtors: [{ personId: 'P1', role: 'borrower' }] },
    instalment: { number: 1, dueOn: '2026-01-01', due: { principal: 1_000 } },
  },
};

function start(clock: 'test' | 'real' = 'test') {
  const sent: OutgoingEvent[] = [];
  const out = bufferedOut({ send: async (events) => void sent.push(...events), close: async () => undefined });
  const http = sandboxHttp(openSandbox(clock, out));
  const post = async (url: string, payload: object) => {
    const { statusCode, body } = await http.inject({ method: 'POST', url, payload });
    return { statusCode, body: JSON.parse(body) as Record<string, unknown> };
  };
  const get = async (url: string) => {
    const { statusCode, body } = await http.inject({ method: 'GET', url });
    return { statusCode, body: JSON.parse(body) as never };
  };
  return { sent, http, post, get };
}

async function withOneLoanOverdue() {
  const sandbox = start();
  await sandbox.post('/portfolio/events', { tenant: 't', events: [missed], persons });
  await sandbox.post('/play', { until: '2026-01-02T02:00:00.000Z' });
  return sandbox;
}

const sms = (id: string) => ({ id, to: mobile, language: 'zh', text: 'CNY 10.00 / 10.00', notAfter });

test('an event is published when its time comes, not before, and the agenda says when that is', async () => {
  const { post, get, sent } = start();
  await post('/portfolio/events', { tenant: 't', events: [missed], persons });

  expect((await get('/agenda?now=2026-01-01T00:00:00Z')).body).toEqual({ next: missed.time });
  expect((await post('/play', { until: '2026-01-01T23:30:00.000Z' })).body).toEqual({ played: 0, published: 0 });
  expect((await post('/play', { until: '2026-01-02T00:30:00.000Z' })).body).toEqual({ played: 1, published: 1 });
  expect(sent.map(({ id, key }) => [id, key])).toEqual([['e1', 't|L1']]);
  expect((await get('/log/events')).body).toEqual([
    {
      id: 'e1',
      type: missed.type,
      loan: 'L1',
      time: missed.time,
      publishedAt: missed.time,
      poison: false,
      duplicate: false,
    },
  ]);
});

test('the same message id is sent once, answered alike, and its receipt comes with the next half hour', async () => {
  const { post, get, sent } = await withOneLoanOverdue();
  await post('/borrower/script', { loan: 'L1' });

  const first = await post('/channels/sms/messages', sms('t/L1/1/1/sms-1/1'));
  const again = await post('/channels/sms/messages', sms('t/L1/1/1/sms-1/1'));

  expect([first.statusCode, again.statusCode]).toEqual([202, 200]);
  expect(again.body).toEqual(first.body);
  expect((await get('/log/received')).body).toEqual([
    { id: 't/L1/1/1/sms-1/1', channel: 'sms', to: mobile, at: '2026-01-02T02:00:00.000Z', amounts: [1_000] },
  ]);
  await post('/play', { until: '2026-01-02T02:30:00.000Z' });
  const receipt = sent.at(-1);
  expect(receipt).toMatchObject({
    key: 't|t/L1/1/1/sms-1/1',
    extension: { attempt: 't/L1/1/1/sms-1/1' },
    time: '2026-01-02T02:30:00.000Z',
  });
  expect(JSON.parse(receipt?.body ?? '')).toMatchObject({ attempt: 't/L1/1/1/sms-1/1', status: 'delivered' });
  expect((await get(`/channels/sms/messages/${encodeURIComponent('t/L1/1/1/sms-1/1')}`)).body).toEqual({
    status: 'delivered',
  });
});

test('hazards: unavailable takes nothing, a time-out takes it and ends the connection, a failure is told by receipt', async () => {
  const { post, get, http } = await withOneLoanOverdue();
  await post('/hazards', { channel: 'sms', kind: 'unavailable', times: 1 });
  await post('/hazards', { channel: 'sms', kind: 'timeout-after-send', times: 1 });
  await post('/hazards', { channel: 'sms', kind: 'fail', times: 1 });

  expect((await post('/channels/sms/messages', sms('a'))).statusCode).toBe(503);
  expect((await get('/channels/sms/messages/a')).statusCode).toBe(404);
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  await expect(
    fetch(`${url}/channels/sms/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sms('b')),
    }),
  ).rejects.toThrow('fetch failed');
  expect((await get('/channels/sms/messages/b')).body).toEqual({ status: 'accepted' });
  await post('/channels/sms/messages', sms('c'));
  await post('/play', { until: '2026-01-02T02:30:00.000Z' });
  expect((await get('/channels/sms/messages/c')).body).toEqual({ status: 'failed' });
  await http.close();
});

test('a payment in the second of a send is on Kafka before the sender is answered', async () => {
  const { post, sent } = await withOneLoanOverdue();
  await post('/hazards', { channel: 'sms', kind: 'pay-at-send', times: 1 });

  expect((await post('/channels/sms/messages', sms('a'))).statusCode).toBe(202);

  expect(JSON.parse(sent.at(-1)?.body ?? '')).toMatchObject({
    paymentId: 'L1-p1',
    amount: 1_000,
    receivedAt: '2026-01-02T02:00:00.000Z',
  });
});

test('somebody who says "I pay now" has paid half an hour later; the same call told twice is one call', async () => {
  const { post, sent, get } = await withOneLoanOverdue();
  await post('/borrower/script', { loan: 'L1', calls: [{ code: 'pays-now' }] });

  const said = await post('/dial', { id: 'c1', to: mobile });
  expect(said.body).toMatchObject({ code: 'pays-now' });
  expect((await post('/dial', { id: 'c1', to: mobile })).body).toEqual(said.body);
  await post('/play', { until: '2026-01-02T02:30:00.000Z' });

  expect(JSON.parse(sent.at(-1)?.body ?? '')).toMatchObject({ amount: 1_000 });
  expect((await post('/dial', { id: 'c2', to: mobile })).body).toEqual({ code: 'already-paid' });
  expect((await post('/dial', { id: 'c3', to: '+860000' })).body).toEqual({ code: 'invalid-number' });
  expect((await get('/log/received')).body).toHaveLength(3);
});

test('a placement is taken once, told of, and acknowledged when recalled; then the agency falls silent', async () => {
  const { post, get, sent } = await withOneLoanOverdue();
  const placement = 't/L1/1/1/place-1/1';
  const handed = { id: placement, loan: 'L1', person: 'P1', amount: 1_000, currency: 'CNY', creditor: 'amc', notAfter };

  expect((await post('/agencies/agency-1/placements', handed)).statusCode).toBe(202);
  expect((await post('/agencies/agency-1/placements', handed)).statusCode).toBe(200);
  const recall = `/agencies/agency-1/placements/${encodeURIComponent(placement)}/recall`;
  expect((await post(recall, { id: 'r1', reason: 'cured' })).statusCode).toBe(202);
  expect((await post('/agencies/agency-1/placements/nothing/recall', { id: 'r2', reason: 'cured' })).statusCode).toBe(
    422,
  );
  expect((await get('/log/received')).body).toContainEqual(
    expect.objectContaining({ id: placement, channel: 'agency', creditors: ['amc'] }),
  );
  expect((await get('/agencies/agency-1/requests/r1')).statusCode).toBe(200);
  expect((await get('/law-firms/agency-1/requests/r1')).statusCode).toBe(404);
  await post('/play', { until: '2026-03-01T00:00:00.000Z' });

  const reports = sent.filter(({ type }) => type.includes('partner-reported')).map(({ body }) => JSON.parse(body));
  expect(reports).toEqual([
    { placement, report: 'recall-acknowledged', reason: 'cured', at: '2026-01-02T02:30:00.000Z' },
  ]);
});

test('on the real clock nobody may play the sandbox', async () => {
  const { post } = start('real');

  expect(await post('/play', { until: '2026-01-02T02:30:00.000Z' })).toMatchObject({
    statusCode: 409,
    body: { error: 'real-clock' },
  });
});

test('a person whose zone nobody knows is taken as such', async () => {
  const { post } = start();
  const [{ zone: _, ...nowhere }] = persons as [(typeof persons)[0]];

  const { statusCode } = await post('/portfolio/events', { tenant: 't', events: [], persons: [nowhere] });

  expect(statusCode).toBe(200);
});

test.each([
  ['/play', { until: 'tomorrow' }, 'until'],
  ['/play', {}, 'until'],
  ['/portfolio', { tenant: 'a b', from: '2025-12-01', until: '2026-05-30' }, 'tenant'],
  ['/portfolio', { tenant: 't', from: '2025-02-30', until: '2026-05-30' }, 'from'],
  ['/portfolio', { tenant: 't', from: '2025-12-01', until: '2025-12-01' }, 'until'],
  ['/portfolio', { tenant: 't', from: '2025-12-01', until: '2026-05-30', loans: 10, persons: 20 }, 'persons'],
  ['/portfolio/events', { tenant: 't', persons, events: [{ ...missed, time: 'soon' }] }, 'events.0.time'],
  ['/portfolio/events', { tenant: 'other', persons, events: [missed] }, 'events.0.tenant'],
  ['/portfolio/events', { tenant: 't', events: [], persons: [{ ...persons[0], zone: 'Mars/Base' }] }, 'persons.0.zone'],
  ['/hazards', { channel: 'sms', kind: 'explode', times: 1 }, 'kind'],
  ['/hazards', { channel: 'pigeon', kind: 'fail', times: 1 }, 'channel'],
  ['/borrower/pay', { loan: 'L1', amount: -1 }, 'amount'],
  ['/borrower/script', { loan: 'L1', calls: [{ code: 'sings' }] }, 'calls.0.code'],
  ['/channels/sms/messages', { ...sms('a'), notAfter: 'never' }, 'notAfter'],
  ['/channels/pigeon/messages', sms('a'), 'channel'],
  ['/dial', { id: 'a' }, 'to'],
  ['/visit', { to: 'b' }, 'id'],
  ['/agencies/a/placements', { id: 'x', loan: 'L1', person: 'P1', amount: 1.5, currency: 'CNY', notAfter }, 'amount'],
  ['/law-firms/f/referrals', { id: 'x', loan: 'L1', person: 'P1', amount: 1, currency: 'yuan', notAfter }, 'currency'],
  ['/law-firms/f/referrals/x/withdraw', { id: 'x' }, 'reason'],
])('POST %s with something wrong is refused with the field and why (%#)', async (url, payload, field) => {
  const { post } = await withOneLoanOverdue();

  const refused = await post(url, payload);

  expect(refused).toMatchObject({ statusCode: 400, body: { error: 'bad-request', field } });
  expect(refused.body['reason']).toMatch(/must|expected/i);
});

test('a body that is no JSON, an unknown loan and an unknown number are refused too', async () => {
  const { http, post, get } = await withOneLoanOverdue();

  const garbled = await http.inject({
    method: 'POST',
    url: '/play',
    headers: { 'content-type': 'application/json' },
    payload: '{"until',
  });
  expect([garbled.statusCode, JSON.parse(garbled.body)]).toMatchObject([400, { field: 'body' }]);
  expect(await post('/borrower/pay', { loan: 'L9' })).toMatchObject({
    statusCode: 404,
    body: { error: 'unknown-loan' },
  });
  expect(await post('/channels/sms/messages', { ...sms('a'), to: '+86000' })).toMatchObject({
    statusCode: 422,
    body: { reason: 'unknown-address' },
  });
  expect(await post('/channels/sms/messages', { ...sms('a'), notAfter: '2020-01-01T00:00:00Z' })).toMatchObject({
    statusCode: 422,
    body: { reason: 'past-not-after' },
  });
  expect((await get('/agenda')).statusCode).toBe(400);
});
