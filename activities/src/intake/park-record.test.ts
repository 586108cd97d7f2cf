import { expect, test } from 'vitest';
import type { InRecord } from '../event-bus.js';
import { parkRecord, reopenRecord, type RecordSealer } from './park-record.js';
import type { ToPark } from './parked-store.js';

const telephone = '+8613900000001';

/** Seals by keeping, hashes by counting: enough to see what is handed to whom. */
const sealer: RecordSealer = {
  sealBytes: (_context, bytes) => ({ iv: '', data: Buffer.from(bytes).toString('base64'), tag: '' }),
  openBytes: (_context, { data }) => Buffer.from(data, 'base64'),
  blindIndex: (_tenant, kind, value) => Buffer.from(`${kind.length}.${value.length}`).toString('hex').padEnd(64, '0'),
};

const record = (headers: Record<string, string>): InRecord => ({
  topic: 'in',
  partition: 0,
  offset: 7n,
  key: 't|L1',
  value: Buffer.from('{}'),
  headers,
  timestampMs: 0,
});

async function parked(headers: Record<string, string>): Promise<ToPark> {
  let kept: ToPark | undefined;
  const store = {
    park: async (given: ToPark) => {
      kept = given;
      return { ring: [] };
    },
  };
  const because = { code: 'not-cloudevents', field: 'ce_id', reason: 'malformed' } as const;
  await parkRecord({ parked: store as never, sealer, publish: async () => undefined }, record(headers), because);
  if (!kept) throw new Error('nothing was parked');
  return kept;
}

test('attributes as machines write them are kept in clear', async () => {
  const headers = {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: 'L0009-e1',
    ce_source: '/servicing/sandbox',
    ce_type: 'com.recourse.servicing.payment-received.v1',
    ce_time: '2026-01-05T04:00:00.000Z',
    ce_tenant: 'demo',
    ce_loan: 'L0009',
    ce_attempt: 'demo/L0009/1/1/sms-1/1',
  };

  expect((await parked(headers)).headers).toEqual(headers);
});

test.each([
  ['ce_id', telephone],
  ['ce_id', telephone.slice(1)],
  ['ce_id', 'a note somebody typed'],
  ['ce_id', 'x'.repeat(129)],
  ['ce_source', 'mailto:anne@example.test'],
  ['ce_loan', telephone],
  ['ce_tenant', '11010519491231002X'],
])('a %s that could be personal data, such as %s, is kept as a hash alone', async (name, value) => {
  const { headers, sealed } = await parked({ [name]: value });

  expect(headers[name]).toMatch(/^hash:[0-9a-f]{16}$/);
  expect(reopenRecord(sealer, { _id: 'in/0/7', sealedBytes: sealed }).headers[name]).toBe(value);
});

test('a header that is not an attribute of ours is not shown at all', async () => {
  expect((await parked({ 'x-phone': telephone })).headers).toEqual({});
});
