import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { httpDirectory } from '@recourse/infra/servicing/http-directory';
import { httpServicing } from '@recourse/infra/servicing/http-servicing';
import { sandboxHttp } from '../../services/sandbox/src/http.js';
import { bufferedOut } from '../../services/sandbox/src/kafka-out.js';
import { openSandbox } from '../../services/sandbox/src/sandbox.js';
import { servicingContract } from '../contracts/servicing.contract.js';
import { memoryServicing } from '../fakes/memory-servicing.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

const point = { pointId: 'm', kind: 'mobile' as const, value: '+8613900000001', source: 'application' };
const person = { personId: 'P1', zone: 'Asia/Shanghai', language: 'zh' };
const debtors = [{ personId: 'P1', role: 'borrower' as const }];
const isKnownZone = (zone: string): boolean => zone === 'Asia/Shanghai';

servicingContract('the fake', async () => {
  const { servicing, directory, loans, persons, troubles } = memoryServicing();
  const unpaid = [{ number: 1, dueOn: '2026-01-01', components: { principal: 1_000 } }];
  loans.set('t/L1', { loanId: 'L1', currency: 'CNY', debtors, unpaid, overdue: true });
  const dated = { ...point, recordedOn: '2025-12-20', verifiedOn: '2025-12-20' };
  persons.set('t/P1', { ...person, points: [dated] });
  return { servicing, directory, order: async (trouble) => void troubles.push(trouble) };
});

servicingContract('HTTP with the sandbox', async () => {
  const out = bufferedOut({ send: async () => undefined, close: async () => undefined });
  const http = sandboxHttp(openSandbox('test', out));
  closing.push(() => http.close());
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  const post = (path: string, payload: object) => http.inject({ method: 'POST', url: path, payload });
  const event = {
    specversion: '1.0',
    id: 'e1',
    type: 'com.recourse.servicing.instalment-missed.v1',
    time: '2026-01-02T00:00:00.000Z',
    tenant: 't',
    loan: 'L1',
    data: {
      terms: { currency: 'CNY', zone: 'Asia/Shanghai', debtors },
      instalment: { number: 1, dueOn: '2026-01-01', due: { principal: 1_000 } },
    },
  };
  const persons = [{ ...person, points: [{ ...point, verifiedOn: '2025-12-20' }] }];
  await post('/portfolio/events', { tenant: 't', events: [event], persons });
  await post('/play', { until: '2026-01-02T02:00:00.000Z' });
  return {
    servicing: httpServicing({ url: `${url}/servicing` }),
    directory: httpDirectory({ url: `${url}/directory` }, isKnownZone),
    order: async ({ from, trouble }) => void (await post('/hazards', { channel: from, kind: trouble })),
  };
});

/** A system that always answers so; undefined: it says nothing. */
async function answering(status: number, body: string | undefined) {
  const heard: { url: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    heard.push({ url: request.url ?? '', authorization: request.headers.authorization });
    response.statusCode = status;
    if (body !== undefined) response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const loan = {
  loanId: 'L1',
  currency: 'CNY',
  debtors,
  unpaid: [{ number: 1, dueOn: '2026-01-01', components: { principal: 1 } }],
  overdue: true,
};

describe('a servicing system over HTTP', () => {
  it('is shown its token, and asked by tenant', async () => {
    const { url, heard } = await answering(200, JSON.stringify({ ...loan, branch: 'not read' }));
    expect(await httpServicing({ url, token: 'secret' }).loan('t', 'L1')).toEqual(loan);
    expect(heard).toEqual([{ url: '/loans/L1?tenant=t', authorization: 'Bearer secret' }]);
  });

  it.each<[string, unknown, string]>([
    ['a currency that is none', { ...loan, currency: 'yuan' }, 'currency'],
    [
      'money with a fraction',
      { ...loan, unpaid: [{ ...loan.unpaid[0], components: { principal: 0.5 } }] },
      'unpaid.0.components.principal',
    ],
    ['overdue without an instalment', { ...loan, unpaid: [] }, 'unpaid'],
    ['a list instead of a loan', [], 'body'],
  ])('that answers %s talks nonsense', async (_, answer, field) => {
    const { url } = await answering(200, JSON.stringify(answer));
    await expect(httpServicing({ url }).loan('t', 'L1')).rejects.toMatchObject({ trouble: 'nonsense', field });
  });

  it.each<[string, number, string | undefined, object]>([
    ['is no JSON', 200, '<html>', { trouble: 'nonsense', field: 'body' }],
    [
      'says a field twice',
      200,
      '{"loanId":"L1","overdue":true,"overdue":false}',
      { trouble: 'nonsense', field: 'body' },
    ],
    ['is a 404 of another kind', 404, '<html>', { trouble: 'refused-us', reason: 'answered 404' }],
    ['wants another token', 401, '', { trouble: 'refused-us', reason: 'answered 401' }],
    ['wants us to wait', 429, '', { trouble: 'down', reason: 'answered 429' }],
    ['is an error of its own', 500, 'stack', { trouble: 'down', reason: 'answered 500' }],
    ['never comes', 200, undefined, { trouble: 'down', reason: 'did not answer in 2 s' }],
  ])('whose answer %s is in trouble, not ignorant', async (_, status, body, trouble) => {
    const { url } = await answering(status, body);
    await expect(httpServicing({ url }).loan('t', 'L1')).rejects.toMatchObject({ name: 'PullTrouble', ...trouble });
  });

  it('that refuses our token is told to the log, with the setting to look at, until it works again', async () => {
    const told: string[] = [];
    const outages = {
      trouble: (...words: string[]) => void told.push(words.join(': ')),
      works: (of: string) => void told.push(`${of} works`),
    };
    const refusing = await answering(401, '');
    await expect(httpServicing({ url: refusing.url, outages }).loan('t', 'L1')).rejects.toThrow('answered 401');
    const working = await answering(200, JSON.stringify(loan));
    await httpServicing({ url: working.url, outages }).loan('t', 'L1');

    expect(told).toEqual([
      'servicing: answered 401: RECOURSE_SERVICING_TOKEN, RECOURSE_SERVICING_URL',
      'servicing works',
    ]);
  });

  it('that is not there is down', async () => {
    const trouble = { trouble: 'down', reason: 'cannot be reached' };
    await expect(httpServicing({ url: 'http://127.0.0.1:9' }).loan('t', 'L1')).rejects.toMatchObject(trouble);
  });
});

describe('a directory over HTTP', () => {
  const told = { ...person, points: [{ ...point, date: '2025-12-20', verified: false }] };

  it.each<[string, unknown, string]>([
    ['another person', { ...told, personId: 'P2' }, 'personId'],
    ['a zone nobody has rules of', { ...told, zone: 'Asia/Nowhere' }, 'zone'],
    ['a number that is none', { ...told, points: [{ ...told.points[0], value: '12' }] }, 'points.0.value'],
    ['a point without its day', { ...told, points: [{ ...told.points[0], date: undefined }] }, 'points.0.date'],
  ])('that answers %s talks nonsense, and its words hold nothing of it', async (_, answer, field) => {
    const { url } = await answering(200, JSON.stringify(answer));
    const asked = httpDirectory({ url }, isKnownZone).person('t', 'P1');
    await expect(asked).rejects.toMatchObject({ trouble: 'nonsense', field });
    await expect(asked).rejects.not.toMatchObject({ message: expect.stringMatching(/12$|Nowhere|P2/) });
  });

  it('that tells of a time agreed on for later than a month from now talks nonsense', async () => {
    const agreed = { from: '22:00', to: '23:00', fromDay: '2026-02-20', untilDay: '2026-03-02' };
    const { url } = await answering(200, JSON.stringify({ ...told, agreedTimes: [agreed] }));
    const asked = (now: string) =>
      httpDirectory({ url }, isKnownZone, () => true, {
        now: async () => ({ now, kind: 'test' }),
        wall: () => new Date(now),
      }).person('t', 'P1');
    await expect(asked('2026-01-29T02:00:00.000Z')).rejects.toMatchObject({
      trouble: 'nonsense',
      field: 'agreedTimes.0.untilDay',
      reason: 'must be at most 31 days after it is told',
    });
    await expect(asked('2026-01-30T02:00:00.000Z')).resolves.toMatchObject({ agreedTimes: [agreed] });
  });

  it('may not know where somebody lives', async () => {
    const { url } = await answering(200, JSON.stringify({ ...told, zone: undefined }));
    expect((await httpDirectory({ url }, isKnownZone).person('t', 'P1')) as object).not.toHaveProperty('zone');
  });

  it('says of a point that was not verified only when it was recorded', async () => {
    const { url } = await answering(200, JSON.stringify(told));
    const row = await httpDirectory({ url }, isKnownZone).person('t', 'P1');
    expect(row).toMatchObject({ points: [{ recordedOn: '2025-12-20' }] });
    expect(row).not.toMatchObject({ points: [{ verifiedOn: expect.anything() }] });
  });
});
