import { describe, expect, test } from 'vitest';
import { apiHttp } from './api-http.js';
import { asked, from, granted, keys, sha256, start } from './testing/asked-api.js';

describe('the way in for holders of permits', () => {
  test('a permit is asked for by whoever the key names, and what is answered holds nothing that is ours alone', async () => {
    const { ask, calls } = start();

    const { status, json } = await ask('POST', '/v1/permits', asked);

    expect(status).toBe(201);
    expect(json).toEqual({
      id: 'p-1',
      person: 'P1',
      point: 'P1-m',
      loans: ['L1'],
      channel: 'call',
      from,
      until: '2026-03-02T02:30:00.000Z',
      state: 'open',
      dials: [{ n: 1, state: 'reserved' }],
    });
    expect(calls).toEqual([['grant', { kind: 'agency', id: 'agency-1' }, asked]]);
  });

  test('each dial is let go, told of, and what is left given back', async () => {
    const { ask, calls } = start();
    const by = { kind: 'agency', id: 'agency-1' };
    const told = {
      code: 'promise',
      details: { promise: { amount: 100, by: '2026-03-05' } },
      at: '2026-03-02T10:00:00+08:00',
    };

    expect((await ask('POST', '/v1/permits/p-1/dials', { dial: 1, key: 'k-1' })).json).toEqual({
      dial: 1,
      attempt: 't/L1/1/0/p-1/1',
      notAfter: from,
    });
    expect((await ask('POST', '/v1/permits/p-1/dials/1/outcome', told)).json).toEqual({ concluded: 'now' });
    expect((await ask('DELETE', '/v1/permits/p-1')).status).toBe(204);

    expect(calls).toEqual([
      ['redeem', by, 'p-1', { dial: 1, key: 'k-1' }],
      ['tell', by, 'p-1', 1, { ...told, at: '2026-03-02T02:00:00.000Z' }],
      ['giveBack', by, 'p-1'],
    ]);
  });

  test.each([
    ['no key', { authorization: '' }],
    ['a key nobody has', { authorization: 'Bearer somebody' }],
    ['the hash of a key', { authorization: `Bearer ${sha256('key-of-1')}` }],
    ['another scheme', { authorization: 'Basic key-of-1' }],
  ])('with %s nothing is asked, not even whether there is such an address', async (_what, headers) => {
    const { ask, calls } = start();

    for (const url of ['/v1/permits', '/v1/nothing']) {
      const { status, json, headers: answered } = await ask('POST', url, asked, headers);
      expect(status).toBe(401);
      expect(json).toMatchObject({
        type: 'urn:recourse:problem:unauthenticated',
        code: 'unauthenticated',
        status: 401,
      });
      expect(answered['www-authenticate']).toBe('Bearer');
      expect(answered['content-type']).toContain('application/problem+json');
    }
    expect(calls).toEqual([]);
  });

  test('a partner may have two keys while it changes them', async () => {
    const { ask, calls } = start();

    await ask('DELETE', '/v1/permits/p-1', undefined, { authorization: 'Bearer next-key-of-1' });

    expect(calls).toEqual([['giveBack', { kind: 'agency', id: 'agency-1' }, 'p-1']]);
  });

  test.each<[string, string, unknown, string, string]>([
    ['no person', '/v1/permits', { ...asked, person: undefined }, 'person', 'must be text'],
    [
      'a person that is no id',
      '/v1/permits',
      { ...asked, person: '+8613900000001!' },
      'person',
      'must be 1 to 64 of A-Z a-z 0-9 . _ -',
    ],
    ['no loan', '/v1/permits', { ...asked, loans: [] }, 'loans', 'must name at least one loan'],
    ['a loan twice', '/v1/permits', { ...asked, loans: ['L1', 'L1'] }, 'loans', 'must name each loan once'],
    ['more than an hour', '/v1/permits', { ...asked, minutes: 61 }, 'minutes', 'must be at most 60'],
    [
      'a key that is no id',
      '/v1/permits/p-1/dials',
      { dial: 1, key: 'a b' },
      'key',
      'must be 1 to 64 of A-Z a-z 0-9 . _ -',
    ],
    ['half a dial', '/v1/permits', { ...asked, dials: 0.5 }, 'dials', 'must be a whole number'],
    ['a letter', '/v1/permits', { ...asked, channel: 'letter' }, 'channel', 'must be one of call, dialler, voice-bot'],
    ['a holder of its own', '/v1/permits', { ...asked, holder: 'agency-2' }, 'body', 'has no field holder'],
    [
      'no placement',
      '/v1/permits',
      { ...asked, placement: undefined },
      'placement',
      'is needed: an agency asks for what is placed with it',
    ],
    ['a dial that is none', '/v1/permits/p-1/dials', { dial: '1' }, 'dial', 'must be a whole number'],
    ['an id that is none', '/v1/permits/p%2F1/dials', { dial: 1 }, 'id', 'must be 1 to 64 of A-Z a-z 0-9 . _ -'],
    ['a dial in words', '/v1/permits/p-1/dials/one/outcome', { code: 'busy' }, 'n', 'must be a whole number'],
    ['a code that is none', '/v1/permits/p-1/dials/1/outcome', { code: 'sunny' }, 'code', 'is not an outcome code'],
    [
      'a promise of nothing',
      '/v1/permits/p-1/dials/1/outcome',
      { code: 'promise' },
      'details.promise',
      'a promise needs amount and day',
    ],
    [
      'a time without offset',
      '/v1/permits/p-1/dials/1/outcome',
      { code: 'busy', at: '2026-03-02T10:00' },
      'at',
      'must be an RFC 3339 time with its offset',
    ],
    ['a list', '/v1/permits', [asked], 'body', 'must be an object'],
    ['what is no JSON', '/v1/permits', '{"id":', 'body', 'must be JSON'],
    ['nothing where JSON is due', '/v1/permits', '', 'body', 'must be JSON'],
  ])('%s is refused with field and reason, and nothing is asked', async (_what, url, payload, field, reason) => {
    const { ask, calls } = start();

    const { status, json } = await ask('POST', url, payload as object, { 'content-type': 'application/json' });

    expect(status).toBe(400);
    expect(json).toMatchObject({ code: 'bad-request', errors: [{ field, reason }] });
    expect(calls).toEqual([]);
  });

  test('a dial that was let go before says so, for who has dialled already', async () => {
    const letGo = { go: true, actId: 'test/L1/1/0/p-1/1', notAfter: new Date('2026-03-02T02:00:05.000Z') } as const;
    const answer = await start({ redeem: { ...letGo, again: true } }).ask('POST', '/v1/permits/p-1/dials', { dial: 1 });

    expect(answer).toMatchObject({ status: 200, json: { attempt: letGo.actId, again: true } });
  });

  test('a permit that was granted before is answered again, and the keys of its dials are its holder’s alone', async () => {
    const before = granted({ kind: 'agency', id: 'agency-1' }, { dials: [{ n: 1, state: 'redeemed', key: 'k-1' }] });
    const answer = await start({ grant: { granted: before, again: true } }).ask('POST', '/v1/permits', asked);

    expect(answer).toMatchObject({ status: 200, json: { id: 'p-1', dials: [{ n: 1, state: 'redeemed' }] } });
    expect(answer.body).not.toContain('k-1');
  });

  test.each([
    ['GET', '/v1/permits', 'POST'],
    ['POST', '/v1/permits/p-1', 'DELETE'],
    ['DELETE', '/v1/permits/p-1/dials', 'POST'],
    ['PUT', '/v1/permits/p-1/dials/1/outcome', 'POST'],
  ] as const)('%s of %s is told which method is understood there, by who has a key', async (method, url, allow) => {
    const { ask, calls } = start();

    const answer = await ask(method, url);

    expect(answer).toMatchObject({ status: 405, json: { code: 'method-not-allowed' }, headers: { allow } });
    expect((await ask(method, url, undefined, { authorization: '' })).status).toBe(401);
    expect(calls).toEqual([]);
  });

  test('a dialler of our own names no placement', async () => {
    const { placement: _none, ...plain } = asked;
    const { ask } = start({ grant: { granted: granted({ kind: 'dialler', id: 'dialler-1' }) } });

    const { json } = await ask('POST', '/v1/permits', plain, { authorization: 'Bearer key-of-dialler' });

    expect(json).toMatchObject({ id: 'p-1' });
    expect(await ask('POST', '/v1/permits', asked, { authorization: 'Bearer key-of-dialler' })).toMatchObject({
      status: 400,
      json: { errors: [{ field: 'placement', reason: 'is only for agencies: nothing is placed with a dialler' }] },
    });
  });

  test('a request that is too large or of another kind is not read', async () => {
    const { ask, calls } = start();
    const large = await ask('POST', '/v1/permits', { ...asked, id: 'x'.repeat(20_000) });
    const text = await ask('POST', '/v1/permits', 'hello', { 'content-type': 'text/plain' });

    expect(large).toMatchObject({ status: 413, json: { code: 'too-large' } });
    expect(text).toMatchObject({ status: 415, json: { code: 'unsupported-media-type' } });
    expect(calls).toEqual([]);
  });

  test('who asks too often waits, and nobody else does', async () => {
    const { ask } = start({}, { perSecond: 0.001, burst: 2 });
    const other = { authorization: 'Bearer key-of-dialler' };
    for (const _ of [1, 2]) expect((await ask('DELETE', '/v1/permits/p-1')).status).toBe(204);

    const third = await ask('DELETE', '/v1/permits/p-1');

    expect(third).toMatchObject({ status: 429, json: { code: 'too-many-requests' } });
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('DELETE', '/v1/permits/p-1', undefined, other)).status).toBe(204);
  });

  test('every answer has an id, the caller’s own where it is one, and the log says who asked and nothing of what was sent', async () => {
    const { ask, lines } = start();

    const named = await ask('POST', '/v1/permits', asked, { 'x-request-id': 'mine-1' });
    const unnamed = await ask('POST', '/v1/permits', { ...asked, person: 1 }, { 'x-request-id': 'not one of ours' });
    await ask('POST', '/v1/permits', asked, { authorization: 'Bearer wrong-key' });

    expect(named.headers['x-request-id']).toBe('mine-1');
    expect(unnamed.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(unnamed.json.requestId).toBe(unnamed.headers['x-request-id']);
    expect(lines).toMatchObject([
      { requestId: 'mine-1', actor: 'agency/agency-1', method: 'POST', route: '/v1/permits', status: 201 },
      { actor: 'agency/agency-1', status: 400 },
      { actor: 'nobody we know', status: 401 },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/P1|key|L1/);
  });

  test('trouble of ours is told as trouble, without its words', async () => {
    const { ask } = start({ grant: undefined as never });
    const broken = apiHttp({
      desk: { grant: () => Promise.reject(new Error('mongodb://secret')) } as never,
      keys,
      log: { info: () => undefined, error: () => undefined } as never,
    });
    const headers = { authorization: 'Bearer key-of-1' };

    const { statusCode, body } = await broken.inject({ method: 'POST', url: '/v1/permits', payload: asked, headers });

    expect(statusCode).toBe(500);
    expect(body).toContain('"code":"trouble"');
    expect(body).not.toContain('secret');
    expect((await ask('POST', '/v1/elsewhere', asked)).json).toMatchObject({ status: 404, code: 'unknown-address' });
  });
});
