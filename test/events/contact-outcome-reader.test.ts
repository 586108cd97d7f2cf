import type { InRecord } from '@recourse/activities/event-bus';
import { readContactOutcome } from '@recourse/infra/events/contact-outcome-reader';
import { describe, expect, test } from 'vitest';
import { agencyContact, at, attempt, causeOf, outcomeRecord } from '../builders/outcome-records.js';

const receipt = { attempt, status: 'delivered', at };

describe('an outcome told from outside', () => {
  test('a receipt is read as what became of its attempt', () => {
    expect(readContactOutcome(outcomeRecord({ data: receipt }))).toEqual({
      outcome: {
        tenant: 'demo',
        itemId: '/sandbox/sms/o-1',
        kind: 'receipt',
        actId: attempt,
        receipt: 'delivered',
        at,
      },
    });
  });

  test('a finished call is read with what was said', () => {
    const details = { promise: { amount: 5_000, by: '2026-01-20' }, arrearsReason: 'income-late' };

    expect(
      readContactOutcome(outcomeRecord({ type: 'call-finished', data: { attempt, code: 'promise', details, at } })),
    ).toMatchObject({
      outcome: { kind: 'call', actId: attempt, call: { code: 'promise', details } },
    });
  });

  test("a partner's report is read with its placement", () => {
    const data = { placement: 'demo/L1/1/1/agency-1/1', report: 'returned', reason: 'term over', at };

    expect(readContactOutcome(outcomeRecord({ type: 'partner-reported', data }))).toMatchObject({
      outcome: {
        kind: 'partner',
        report: { placementId: 'demo/L1/1/1/agency-1/1', report: 'returned', reason: 'term over' },
      },
    });
  });

  test('a contact an agency reports is read with whom, how and by which permit', () => {
    expect(readContactOutcome(agencyContact())).toEqual({
      outcome: {
        tenant: 'demo',
        itemId: '/sandbox/sms/o-1',
        kind: 'agency-contact',
        at,
        contact: {
          placementId: attempt,
          personId: 'p1',
          pointId: 'm1',
          channel: 'call',
          code: 'busy',
          permit: { permitId: 'permit-1', n: 2 },
        },
      },
    });
    expect(readContactOutcome(agencyContact({ permit: undefined }))).not.toHaveProperty('outcome.contact.permit');
  });

  test.each<[string, InRecord, string, string, string]>([
    [
      'of an agency’s contact with nobody',
      agencyContact({ person: '13900000000 Li' }),
      'malformed',
      'person',
      'must be 1 to 64 of A-Z a-z 0-9 . _ -',
    ],
    [
      'of an agency’s contact by a channel that is none',
      agencyContact({ channel: 'drum' }),
      'malformed',
      'channel',
      'must be one of sms, email, app, im, voice-bot, dialler, letter, call, visit',
    ],
    [
      'of an agency’s contact by the noughth dial',
      agencyContact({ permit: { id: 'permit-1', dial: 0 } }),
      'malformed',
      'permit.dial',
      'must be at least 1',
    ],
    [
      'of an agency’s contact under another placement',
      agencyContact({ placement: 'demo/L2/1/1/a/1' }),
      'key-mismatch',
      'placement',
      'must be the same as ce_attempt',
    ],
    [
      'without an attempt',
      outcomeRecord({ data: receipt, attempt: undefined }),
      'not-cloudevents',
      'ce_attempt',
      'missing',
    ],
    [
      'of an attempt that is no act id',
      outcomeRecord({ data: receipt, attempt: 'sms-1' }),
      'not-cloudevents',
      'ce_attempt',
      'malformed',
    ],
    [
      "of another tenant's attempt",
      outcomeRecord({ data: receipt, attempt: 'other/L1/1/1/s/1', key: 'demo|other/L1/1/1/s/1' }),
      'key-mismatch',
      'ce_attempt',
      'is an act of another tenant',
    ],
    [
      'whose key names another attempt',
      outcomeRecord({ data: receipt, key: 'demo|demo/L2/1/1/s/1' }),
      'key-mismatch',
      'key',
      'must be ce_tenant|ce_attempt',
    ],
    [
      'whose data names another attempt',
      outcomeRecord({ data: { ...receipt, attempt: 'demo/L2/1/1/s/1' } }),
      'key-mismatch',
      'attempt',
      'must be the same as ce_attempt',
    ],
    [
      'of a type we do not know',
      outcomeRecord({ type: 'rumour', data: receipt }),
      'unknown-type',
      'ce_type',
      'is not an event we know',
    ],
    [
      'with a status nobody knows',
      outcomeRecord({ data: { ...receipt, status: 'seen' } }),
      'malformed',
      'status',
      'must be one of delivered, failed',
    ],
    [
      'with a code that is not in the table',
      outcomeRecord({ type: 'call-finished', data: { attempt, code: 'laughed', at } }),
      'malformed',
      'code',
      'is not an outcome code',
    ],
    [
      'of a promise without its amount',
      outcomeRecord({ type: 'call-finished', data: { attempt, code: 'promise', at } }),
      'malformed',
      'details.promise',
      'a promise needs amount and day',
    ],
    [
      'of a call back at no time',
      outcomeRecord({ type: 'call-finished', data: { attempt, code: 'call-back-at', details: {}, at } }),
      'malformed',
      'details.callBackAt',
      'a call back needs its time',
    ],
    [
      'of a placement with another tenant',
      outcomeRecord({
        type: 'partner-reported',
        data: { placement: 'other/L1/1/1/a/1', report: 'returned', reason: 'x', at },
      }),
      'key-mismatch',
      'placement',
      'is a placement of another tenant',
    ],
  ])('%s is set aside with field and reason', (_, record, code, field, reason) => {
    expect(causeOf(record)).toEqual({ code, field, reason: expect.stringContaining(reason) });
  });
});
