import { expect, test } from 'vitest';
import { bufferedOut } from './kafka-out.js';
import { sandboxHttp } from './http.js';
import type { AskedPermit, PermitClient } from './permit-client.js';
import { openSandbox } from './sandbox.js';
import type { OutgoingEvent } from './servicing-event.js';

const mobile = '+8613900000001';
const placement = 't/L1/1/1/place-1/1';
const placedAt = '2026-01-02T02:00:00.000Z';
/** Noon in Shanghai, two days after. */
const firstNoon = '2026-01-04T04:00:00.000Z';

type Answers = Partial<Record<'ask' | 'redeem', (nth: number) => object>>;

/** A loan placed with an agency, a lender that answers as told, and the borrower as scripted. */
async function placed(answers: Answers = {}, script: object = {}, seed = 'a') {
  const calls: [string, ...unknown[]][] = [];
  const counted = (what: string) => calls.filter(([call]) => call === what).length;
  const client: PermitClient = {
    async ask(permit: AskedPermit) {
      calls.push(['ask', permit]);
      return (answers.ask?.(counted('ask')) ?? { dials: [1, 2] }) as { dials: number[] };
    },
    async redeem(id, dial) {
      calls.push(['redeem', id, dial]);
      return (answers.redeem?.(counted('redeem')) ?? { attempt: `t/L1/1/0/${id}/${dial}` }) as { attempt: string };
    },
    async tell(...told) {
      calls.push(['tell', ...told]);
      return undefined;
    },
    async giveBack(id) {
      calls.push(['giveBack', id]);
      return undefined;
    },
  };
  const sent: OutgoingEvent[] = [];
  const out = bufferedOut({ send: async (events) => void sent.push(...events), close: async () => undefined });
  const http = sandboxHttp(openSandbox('test', out, (agency) => (agency === 'agency-1' ? client : undefined)));
  const post = (url: string, payload: object) => http.inject({ method: 'POST', url, payload });
  const play = (until: string) => post('/play', { until });
  const get = async (url: string) => JSON.parse((await http.inject({ method: 'GET', url })).body) as never;
  const terms = { currency: 'CNY', zone: 'Asia/Shanghai', debtors: [{ personId: 'P1', role: 'borrower' }] };
  const missed = {
    specversion: '1.0',
    id: 'e1',
    type: 'com.recourse.servicing.instalment-missed.v1',
    time: '2026-01-02T00:00:00.000Z',
    tenant: 't',
    loan: 'L1',
    data: { terms, instalment: { number: 1, dueOn: '2026-01-01', due: { principal: 1_000 } } },
  };
  const points = [{ pointId: 'P1-m', kind: 'mobile', value: mobile, source: 'test' }];
  const persons = [{ personId: 'P1', zone: 'Asia/Shanghai', language: 'zh', points }];
  await post('/portfolio/events', { tenant: 't', seed, events: [missed], persons });
  await play(placedAt);
  await post('/borrower/script', { loan: 'L1', ...script });
  const handed = {
    id: placement,
    loan: 'L1',
    person: 'P1',
    amount: 1_000,
    currency: 'CNY',
    notAfter: '2999-01-01T00:00:00.000Z',
  };
  await post('/agencies/agency-1/placements', handed);
  const contacts = () => sent.filter(({ type }) => type.includes('agency-contact-reported'));
  const log = async (): Promise<{ id: string; channel: string; at: string }[]> =>
    ((await get('/log/received')) as { id: string; channel: string; at: string }[]).filter(
      ({ channel }) => channel === 'call',
    );
  return { calls, sent, play, post, get, contacts, log };
}

test('an agency asks for a permit, dials by it and tells what came of each dial; the second only when the first reached nobody', async () => {
  const { calls, play, log, contacts } = await placed();

  await play(firstNoon);

  expect(calls.map(([what]) => what)).toEqual(['ask', 'redeem', 'tell', 'redeem', 'tell']);
  const [, permit] = calls[0] ?? [];
  expect(permit).toMatchObject({ person: 'P1', point: 'P1-m', loans: ['L1'], placement, channel: 'call', dials: 2 });
  expect(calls[2]?.[3]).toMatchObject({
    at: firstNoon,
    code: expect.stringMatching(/no-answer|busy|powered-off|voicemail/),
  });
  expect(await log()).toMatchObject([
    { at: firstNoon, id: expect.stringMatching(/\/1$/) },
    { id: expect.stringMatching(/\/2$/) },
  ]);
  expect(contacts()).toEqual([]);
});

test('without leave nothing is dialled: not when the permit is refused, not when the dial is', async () => {
  const refused = await placed({ ask: () => ({ refused: 'held' }) });
  const revoked = await placed({ redeem: () => ({ refused: 'permit-revoked' }) });

  for (const { play } of [refused, revoked]) await play(firstNoon);

  expect(await refused.log()).toEqual([]);
  expect(await revoked.log()).toEqual([]);
  expect(revoked.calls.map(([what]) => what)).toEqual(['ask', 'redeem']);
});

test('whom the law protects now is asked for again when it no longer does, and at the third no is left alone', async () => {
  const until = '2026-01-05T00:10:00.000Z';
  const { calls, play } = await placed({ ask: () => ({ refused: 'put-off-by-law', until }) });

  await play(firstNoon);
  expect(calls).toHaveLength(1);
  await play('2026-01-05T00:00:00.000Z');
  expect(calls).toHaveLength(1);
  await play('2026-01-05T00:30:00.000Z');
  await play('2026-01-06T00:00:00.000Z');

  expect(calls.map(([what]) => what)).toEqual(['ask', 'ask', 'ask']);
  expect(new Set(calls.map(([, permit]) => (permit as AskedPermit).id)).size).toBe(3);
});

test('nobody is dialled for a placement that has been called back', async () => {
  const { calls, play, post } = await placed();
  await post(`/agencies/agency-1/placements/${encodeURIComponent(placement)}/recall`, { id: 'r1', reason: 'cured' });

  await play('2026-03-01T00:00:00.000Z');

  expect(calls).toEqual([]);
});

test('a borrower may pay while the agency’s telephone rings: the money is on Kafka before the outcome is told', async () => {
  const { sent, play, get, calls } = await placed({}, { paysAtAgencyDial: 1 });

  await play(firstNoon);

  expect(sent.filter(({ type }) => type.includes('payment-received'))).toHaveLength(1);
  expect(calls.map(([what]) => what)).toContain('tell');
  const deeds = (await get('/portfolio/deeds')) as { deed: string; times: number }[];
  // Given events are nobody's portfolio: nothing is counted of them.
  expect(deeds).toEqual([]);
});

test('what it dials without asking it tells of at once, by the name its telephone has logged', async () => {
  const { calls, play, log, contacts } = await placed({}, { agencyDialsUnasked: 1 });

  await play(firstNoon);

  expect(calls).toEqual([]);
  const [event] = contacts();
  expect(event).toMatchObject({ source: '/sandbox/agency-1', key: `t|${placement}` });
  expect(JSON.parse(event?.body ?? '')).toMatchObject({
    placement,
    person: 'P1',
    point: 'P1-m',
    channel: 'call',
    at: firstNoon,
  });
  expect(JSON.parse(event?.body ?? '')).not.toHaveProperty('permit');
  expect(await log()).toMatchObject([{ id: `${event?.source}/${event?.id}`, at: firstNoon }]);
});

test('what it tells late comes by Kafka the next day, with the permit and the dial, and is not told before', async () => {
  const { calls, play, contacts } = await placed({}, {}, 'late-2');

  await play(firstNoon);
  expect(calls.map(([what]) => what)).toEqual(['ask', 'redeem']);
  expect(contacts()).toEqual([]);
  await play('2026-01-05T04:00:00.000Z');

  const [[, asked] = []] = calls;
  const { id } = asked as AskedPermit;
  expect(contacts().map(({ body }) => JSON.parse(body))).toMatchObject([{ at: firstNoon, permit: { id, dial: 1 } }]);
});

test('an agency that has no key dials nobody', async () => {
  const { calls, play, post } = await placed();
  const handed = {
    id: 't/L1/1/1/place-2/1',
    loan: 'L1',
    person: 'P1',
    amount: 1,
    currency: 'CNY',
    notAfter: '2999-01-01T00:00:00.000Z',
  };
  await post(`/agencies/agency-1/placements/${encodeURIComponent(placement)}/recall`, { id: 'r1', reason: 'cured' });
  await post('/agencies/agency-2/placements', handed);

  await play('2026-03-01T00:00:00.000Z');

  expect(calls).toEqual([]);
});

test('a lender that cannot be reached keeps an agency from dialling, and nothing else from happening', async () => {
  const { play, log } = await placed({
    ask: () => {
      throw new Error('connection refused');
    },
  });

  const { statusCode } = await play(firstNoon);

  expect(statusCode).toBe(200);
  expect(await log()).toEqual([]);
});
