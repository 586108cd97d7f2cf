import { expect, test } from 'vitest';
import { sandboxHttp } from './http.js';
import { bufferedOut } from './kafka-out.js';
import { openSandbox } from './sandbox.js';
import type { OutgoingEvent } from './servicing-event.js';

const hash = 'a'.repeat(64);
const missed = (nth: number, dueOn: string) => ({
  specversion: '1.0',
  id: `e${nth}`,
  type: 'com.recourse.servicing.instalment-missed.v1',
  time: `${dueOn.slice(0, 8)}02T00:00:00.000Z`,
  tenant: 't',
  loan: 'L1',
  data: {
    terms: { currency: 'CNY', zone: 'Asia/Shanghai', debtors: [{ personId: 'P1', role: 'borrower' }] },
    instalment: { number: nth, dueOn, due: { principal: 1_000 } },
  },
});

/** Two instalments, the second falling due while an agreement about the first is kept. */
async function withAnAsker(breaks: { breaksAfter?: number; paysLaterDays?: number } = {}, kind = 'repayment-plan') {
  const sent: OutgoingEvent[] = [];
  const out = bufferedOut({ send: async (events) => void sent.push(...events), close: async () => undefined });
  const http = sandboxHttp(openSandbox('test', out));
  const post = async (url: string, payload: object) => http.inject({ method: 'POST', url, payload });
  const letters = async () => JSON.parse((await http.inject({ method: 'GET', url: '/letters' })).body) as object[];
  const play = (until: string) => post('/play', { until });
  await post('/portfolio/events', {
    tenant: 't',
    events: [missed(1, '2026-01-01'), missed(2, '2026-02-01')],
    persons: [],
  });
  await play('2026-01-05T02:00:00.000Z');
  await post('/borrower/asks', { loan: 'L1', asks: { kind, parts: 2, firstInDays: 5 }, ...breaks });
  const payments = () =>
    sent.flatMap(({ type, body, time }) =>
      type.includes('payment-received') ? [[time, (JSON.parse(body) as { amount: number }).amount]] : [],
    );
  const closed = () => sent.filter(({ type }) => type.includes('loan-closed')).map(({ time, body }) => [time, body]);
  const offer = (schedule: object[]) => post('/agreements', { id: 'A1', loan: 'L1', hash, kind, schedule });
  return { post, letters, play, payments, closed, offer };
}

const schedule = [
  { dueOn: '2026-01-10', amount: 600 },
  { dueOn: '2026-02-10', amount: 400 },
];

test('who asks in writing signs what stands on the paper, with the next half hour', async () => {
  const { letters, offer, play } = await withAnAsker();
  await offer(schedule);
  await play('2026-01-05T02:30:00.000Z');

  expect(await letters()).toEqual([
    expect.objectContaining({ number: 1, loan: 'L1', person: 'P1', says: 'asks' }),
    expect.objectContaining({ number: 2, says: 'signed', agreement: 'A1', hash, on: '2026-01-05' }),
  ]);
});

test('who keeps an agreement pays each part on its day, and what the contract asks meanwhile', async () => {
  const { payments, offer, play } = await withAnAsker();
  await offer(schedule);
  await play('2026-04-01T00:00:00.000Z');

  expect(payments()).toEqual([
    ['2026-01-10T04:00:00.000Z', 600],
    ['2026-02-02T04:00:00.000Z', 1_000],
    ['2026-02-10T04:00:00.000Z', 400],
  ]);
});

test('who breaks it pays what is overdue long after the part that is left out', async () => {
  const { payments, offer, play } = await withAnAsker({ breaksAfter: 1, paysLaterDays: 20 });
  await offer(schedule);
  await play('2026-04-01T00:00:00.000Z');

  expect(payments()).toEqual([
    ['2026-01-10T04:00:00.000Z', 600],
    ['2026-02-02T04:00:00.000Z', 1_000],
    ['2026-03-02T04:00:00.000Z', 400],
  ]);
});

test('a settlement takes the contract’s place, and servicing closes the loan the day after its money', async () => {
  const { payments, closed, offer, play } = await withAnAsker({}, 'settlement');
  await offer([{ dueOn: '2026-02-10', amount: 700 }]);
  await play('2026-04-01T00:00:00.000Z');

  expect(payments()).toEqual([['2026-02-10T04:00:00.000Z', 700]]);
  expect(closed()).toEqual([['2026-02-11T04:00:00.000Z', '{"reason":"settled"}']]);
});

test('the same paper again is signed once, and a letter about an unknown loan is refused', async () => {
  const { post, letters, offer, play } = await withAnAsker();
  await offer(schedule);
  await offer(schedule);
  await play('2026-01-05T03:00:00.000Z');
  const asks = { kind: 'deferral', parts: 1, firstInDays: 5 };

  expect(await letters()).toHaveLength(2);
  expect((await post('/borrower/asks', { loan: 'L9', asks })).json()).toMatchObject({ error: 'unknown-loan' });
});
