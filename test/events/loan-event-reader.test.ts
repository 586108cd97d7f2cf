import type { InRecord } from '@recourse/activities/event-bus';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { describe, expect, test } from 'vitest';
import { loanRecord, missed, paid, terms } from '../builders/loan-records.js';

const read = loanEventReader((zone) => zone === 'Asia/Shanghai');
const causeOf = (record: InRecord) => {
  const answer = read(record);
  return 'parked' in answer ? answer.parked : answer;
};
const missedWith = (change: Record<string, unknown>) =>
  loanRecord({ name: 'instalment-missed', data: missed(1, change) });
const due = missed().instalment;
const headers = (change: Record<string, string | undefined>) =>
  loanRecord({ name: 'instalment-missed', data: missed(), headers: change });
const payment = (change: Record<string, unknown>) =>
  loanRecord({ name: 'payment-received', data: paid('pay-1', 100, change) });
const bytes = (value: Uint8Array | null) => loanRecord({ name: 'payment-received', data: {}, value });

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

  test.each<[string, InRecord, string, string, string]>([
    ['without an id', headers({ ce_id: undefined }), 'not-cloudevents', 'ce_id', 'missing'],
    [
      'of another CloudEvents version',
      headers({ ce_specversion: '0.3' }),
      'not-cloudevents',
      'ce_specversion',
      'unsupported',
    ],
    [
      'dated on a day that does not exist',
      headers({ ce_time: '2026-02-30T00:00:00Z' }),
      'not-cloudevents',
      'ce_time',
      'malformed',
    ],
    ['of a loan id with a slash', headers({ ce_loan: 'L/1' }), 'not-cloudevents', 'ce_loan', 'malformed'],
    [
      'that is not JSON by its own word',
      headers({ 'content-type': 'text/plain' }),
      'not-cloudevents',
      'content-type',
      'unsupported',
    ],
    [
      'of a type we do not know',
      headers({ ce_type: 'com.recourse.servicing.loan-forgiven.v1' }),
      'unknown-type',
      'ce_type',
      'is not an event we know',
    ],
    [
      'of a later version of a type',
      headers({ ce_type: 'com.recourse.servicing.instalment-missed.v2' }),
      'unknown-type',
      'ce_type',
      'is not an event we know',
    ],
    [
      'whose key is missing',
      loanRecord({ name: 'instalment-missed', data: missed(), key: null }),
      'key-mismatch',
      'key',
      'must be ce_tenant|ce_loan',
    ],
    [
      'whose key names another loan',
      loanRecord({ name: 'instalment-missed', data: missed(), key: 'demo|L2' }),
      'key-mismatch',
      'key',
      'must be ce_tenant|ce_loan',
    ],
    ['without a value', bytes(null), 'malformed', 'data', 'is empty'],
    ['that is not UTF-8', bytes(Uint8Array.from([0xff, 0xfe])), 'malformed', 'data', 'is not UTF-8'],
    ['that is not JSON', bytes(Buffer.from('{"a":')), 'malformed', 'data', 'is not JSON'],
    ['that is a list', bytes(Buffer.from('[]')), 'malformed', 'data', 'must be an object'],
    [
      'without an amount',
      payment({ amount: undefined }),
      'malformed',
      'amount',
      'must be a whole number of minor units',
    ],
    ['with half a fen', payment({ amount: 1.5 }), 'malformed', 'amount', 'must be a whole number of minor units'],
    [
      'with an amount too large to be exact',
      payment({ amount: 2 ** 53 }),
      'malformed',
      'amount',
      'must be a whole number of minor units',
    ],
    [
      'with an amount in words',
      payment({ amount: '100' }),
      'malformed',
      'amount',
      'must be a whole number of minor units',
    ],
    ['of a payment of nothing', payment({ amount: 0 }), 'malformed', 'amount', 'must be above zero'],
    ['of a payment that takes', payment({ amount: -5 }), 'malformed', 'amount', 'must not be negative'],
    [
      'valued on a day that does not exist',
      payment({ valueDate: '2026-02-29' }),
      'malformed',
      'valueDate',
      'must be a day that exists',
    ],
    [
      'valued after it was received',
      payment({ valueDate: '2026-01-13' }),
      'malformed',
      'valueDate',
      'must not be after the day the money was received',
    ],
    [
      'valued more than ten years back',
      payment({ valueDate: '2016-01-01' }),
      'malformed',
      'valueDate',
      'must not be more than ten years before',
    ],
    [
      'received at no time',
      payment({ receivedAt: '2026-01-11' }),
      'malformed',
      'receivedAt',
      'must be an RFC 3339 time with its offset',
    ],
    [
      'of a method nobody knows',
      payment({ method: 'barter' }),
      'malformed',
      'method',
      'must be one of transfer, direct-debit, card, wallet, cash',
    ],
    [
      'in a currency that is none',
      payment({ currency: 'XXX' }),
      'unknown-currency',
      'currency',
      'is not an active ISO 4217 currency',
    ],
    [
      'in a currency written small',
      payment({ currency: 'cny' }),
      'malformed',
      'currency',
      'must be three capital letters',
    ],
    [
      'of a loan in a zone we have no rules of',
      missedWith({ terms: { ...terms, zone: 'Moon/Base' } }),
      'unknown-zone',
      'terms.zone',
      'is not a time zone',
    ],
    [
      'of a loan in a zone that is no name',
      missedWith({ terms: { ...terms, zone: '../x' } }),
      'malformed',
      'terms.zone',
      'must be the name of an IANA time zone',
    ],
    [
      'of a loan in a currency that is none',
      missedWith({ terms: { ...terms, currency: 'ABC' } }),
      'unknown-currency',
      'terms.currency',
      'is not an active ISO 4217 currency',
    ],
    [
      'of a loan nobody owes',
      missedWith({ terms: { ...terms, debtors: [] } }),
      'malformed',
      'terms.debtors',
      'must name at least one debtor',
    ],
    [
      'of a loan without a borrower',
      missedWith({ terms: { ...terms, debtors: [{ personId: 'P1', role: 'guarantor' }] } }),
      'malformed',
      'terms.debtors',
      'names no borrower',
    ],
    [
      'of a loan that names a person twice',
      missedWith({ terms: { ...terms, debtors: [...terms.debtors, ...terms.debtors] } }),
      'malformed',
      'terms.debtors',
      'names a person twice',
    ],
    [
      'with a name for a person id',
      missedWith({ terms: { ...terms, debtors: [{ personId: 'Zhang San', role: 'borrower' }] } }),
      'malformed',
      'terms.debtors.0.personId',
      'must be 1 to 64 of',
    ],
    [
      'with a component we do not know',
      missedWith({ instalment: { ...due, due: { principal: 1, vat: 1 } } }),
      'malformed',
      'instalment.due',
      'has a component that is not known',
    ],
    [
      'of an instalment of nothing',
      missedWith({ instalment: { ...due, due: {} } }),
      'sums-do-not-add-up',
      'instalment.due',
      'must be above zero',
    ],
    [
      'of an instalment whose sum is not exact',
      missedWith({ instalment: { ...due, due: { principal: 2 ** 53 - 1, fees: 1 } } }),
      'sums-do-not-add-up',
      'instalment.due',
      'is too large',
    ],
    [
      'whose arrears are less than the missed instalment',
      missedWith({ arrearsTotal: 99_999 }),
      'sums-do-not-add-up',
      'arrearsTotal',
      'must be at least the sum of the missed instalment',
    ],
    [
      'that has more overdue than outstanding',
      missedWith({ arrearsTotal: 200_000, outstandingTotal: 199_999 }),
      'sums-do-not-add-up',
      'outstandingTotal',
      'must be at least arrearsTotal',
    ],
    [
      'of a miss before the due date',
      missedWith({ asOf: '2026-01-09' }),
      'malformed',
      'asOf',
      'must not be before the due date',
    ],
    [
      'of a reversal without its day',
      loanRecord({ name: 'payment-reversed', data: { paymentId: 'p', reason: 'returned' } }),
      'malformed',
      'reversedOn',
      'must be a day that exists',
    ],
    [
      'of a loan closed for no known reason',
      loanRecord({ name: 'loan-closed', data: { reason: 'bored' } }),
      'malformed',
      'reason',
      'must be one of paid-off',
    ],
    ['of the death of nobody', loanRecord({ name: 'person-died', data: {} }), 'malformed', 'personId', 'must be text'],
  ])('%s is set aside with field and reason', (_, record, code, field, reason) => {
    expect(causeOf(record)).toEqual({ code, field, reason: expect.stringContaining(reason) });
  });

  test('what is said of a bad event repeats nothing of it', () => {
    const bad = [
      payment({ method: 'Zhang San 13900000001' }),
      missedWith({ instalment: { ...due, due: { 'Zhang San': 1 } } }),
      headers({ ce_type: 'Zhang San' }),
      loanRecord({ name: 'instalment-missed', data: missed(), key: 'Zhang San' }),
    ];

    expect(JSON.stringify(bad.map(causeOf))).not.toMatch(/Zhang|139/);
  });
});
