import { expect, test } from 'vitest';
import type { IHeaders, KafkaMessage } from 'kafkajs';
import { incomingRecord } from './incoming-record.js';

const message = (more: Partial<Pick<KafkaMessage, 'key' | 'value'> & { headers: IHeaders }>): KafkaMessage => ({
  key: Buffer.from('t|L1'),
  value: Buffer.from('{"paymentId":"p1","amount":4000,"currency":"CNY","valueDate":"2026-01-05"}'),
  timestamp: '0',
  attributes: 0,
  offset: '7',
  headers: {
    ce_id: 'e1',
    ce_source: '/servicing',
    ce_type: 'com.recourse.servicing.payment-received.v1',
    ce_tenant: 't',
    ce_loan: 'L1',
  },
  ...more,
});

test('a record is named by its place, its event and its bytes, a payment also by its money', () => {
  expect(incomingRecord('loan', 'in', 2, message({}))).toEqual({
    about: 'loan',
    place: 'in/2/7',
    tenant: 't',
    id: 'e1',
    source: '/servicing',
    type: 'com.recourse.servicing.payment-received.v1',
    loan: 'L1',
    bytes: expect.stringMatching(/^[0-9a-f]{64}$/),
    news: [{ news: 'payment', paymentId: 'p1', amount: 4000, currency: 'CNY', valueDate: '2026-01-05' }],
  });
});

test('without headers tenant and loan are those of the key', () => {
  expect(incomingRecord('loan', 'in', 0, message({ headers: {}, value: null }))).toMatchObject({
    tenant: 't',
    loan: 'L1',
  });
});

test('what nobody can read is a record all the same, of no tenant', () => {
  const record = incomingRecord('loan', 'in', 0, message({ key: null, headers: {}, value: Buffer.from([0xff, 0x00]) }));

  expect(Object.keys(record).toSorted()).toEqual(['about', 'bytes', 'place']);
});

test('other bytes, and the same bytes as another type, are told apart', () => {
  const { bytes } = incomingRecord('loan', 'in', 0, message({}));

  expect(incomingRecord('loan', 'in', 0, message({ value: Buffer.from('{}') })).bytes).not.toBe(bytes);
  expect(incomingRecord('loan', 'in', 0, message({ headers: { ce_type: 'other' } })).bytes).not.toBe(bytes);
});

test('a payment cut short has no money', () => {
  expect(incomingRecord('loan', 'in', 0, message({ value: Buffer.from('{"paymentId":"p1","amo') }))).not.toHaveProperty(
    'news',
  );
});
