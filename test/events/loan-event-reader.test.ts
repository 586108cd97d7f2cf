import type { InRecord } from '@recourse/activities/event-bus';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { describe, expect, test } from 'vitest';
import { badMoneyEvents } from '../builders/money-events.js';
import { headers } from '../builders/bad-envelopes.js';
import { badLoanEvents, missedDue, missedWith, payment } from '../builders/bad-loan-events.js';
import { loanRecord, missed, paid } from '../builders/loan-records.js';

const read = loanEventReader(
  (zone) => zone === 'Asia/Shanghai',
  (place) => place === 'CN',
);
const causeOf = (record: InRecord) => {
  const answer = read(record);
  return 'parked' in answer ? answer.parked : answer;
};
describe('an event of the servicing system', () => {
  test('is read with its attributes as the fact it states', () => {
    const record = loanRecord({
      name: 'payment-received',
      data: { ...paid('pay-1', 100), receivedAt: '2026-01-11T08:30:00+08:00', addedLater: true },
      id: 'e-9',
      time: '2026-01-11T09:00:00+08:00',
    });

    expect(read(record)).toEqual({
      event: {
        tenant: 'demo',
        loanId: 'L1',
        source: '/servicing/test',
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        fact: {
          type: 'payment-received',
          eventId: 'e-9',
          occurredAt: '2026-01-11T01:00:00.000Z',
          ...paid('pay-1', 100),
          receivedAt: '2026-01-11T00:30:00.000Z',
        },
      },
    });
  });

  test('is refused when its instalment was due more than thirty years before', () => {
    const dueOn = (day: string) =>
      loanRecord({
        name: 'instalment-missed',
        data: missed(1, { instalment: { ...missed().instalment, dueOn: day } }),
        time: '2026-01-11T01:00:00.000Z',
      });

    expect(causeOf(dueOn('1996-01-11'))).toHaveProperty('event');
    expect(causeOf(dueOn('1996-01-10'))).toEqual({
      code: 'malformed',
      field: 'instalment.dueOn',
      reason: 'must not be more than 30 years before the event',
    });
  });

  test('has another content hash as soon as a byte, its time or its type differs', () => {
    const hashOf = (record: InRecord) => {
      const answer = read(record);
      return 'event' in answer ? answer.event.contentHash : 'parked';
    };
    const record = loanRecord({ name: 'payment-received', data: paid('pay-1', 100), id: 'e-1' });
    const others = [
      { ...record, value: Buffer.from(`${Buffer.from(record.value ?? []).toString()} `) },
      { ...record, headers: { ...record.headers, ce_time: '2026-01-11T01:00:00.001Z' } },
      loanRecord({ name: 'payment-received', data: paid('pay-1', 101), id: 'e-1' }),
    ];

    expect(hashOf({ ...record, offset: 99n, partition: 3 })).toBe(hashOf(record));
    expect(new Set([record, ...others].map(hashOf)).size).toBe(4);
  });

  test.each([...badLoanEvents, ...badMoneyEvents])(
    '%s is set aside with field and reason',
    (_, record, code, field, reason) => {
      expect(causeOf(record)).toEqual({ code, field, reason: expect.stringContaining(reason) });
    },
  );

  test('what is said of a bad event repeats nothing of it', () => {
    const bad = [
      payment({ method: 'Zhang San 13900000001' }),
      missedWith({ instalment: { ...missedDue, due: { 'Zhang San': 1 } } }),
      headers({ ce_type: 'Zhang San' }),
      loanRecord({ name: 'instalment-missed', data: missed(), key: 'Zhang San' }),
    ];

    expect(JSON.stringify(bad.map(causeOf))).not.toMatch(/Zhang|139/);
  });
});
