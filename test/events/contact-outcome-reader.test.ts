import type { InRecord } from '@recourse/activities/event-bus';
import { readContactOutcome } from '@recourse/infra/events/contact-outcome-reader';
import { describe, expect, test } from 'vitest';
import { loanRecord } from '../builders/loan-records.js';

const attempt = 'demo/L1/1/1/sms-1/1';
const at = '2026-01-12T02:00:00.000Z';
type Spec = { type?: string; data: unknown; attempt?: string | undefined; key?: string };

function outcomeRecord({ type = 'message-receipt', data, key = `demo|${attempt}`, ...rest }: Spec): InRecord {
  const named = 'attempt' in rest ? rest.attempt : attempt;
  const headers = {
    ce_type: `com.recourse.contact.${type}.v1`,
    ce_loan: undefined,
    ce_attempt: named,
    ce_source: '/sandbox/sms',
  };
  return { ...loanRecord({ name: 'x', data, id: 'o-1', headers }), topic: 'collections.contact.outcomes.v1', key };
}
const causeOf = (record: InRecord) => {
  const answer = readContactOutcome(record);
  return 'parked' in answer ? answer.parked : answer;
};
const agencyContact = (change: Record<string, unknown> = {}): InRecord => {
  const permit = { id: 'permit-1', dial: 2 };
  const data = { placement: attempt, person: 'p1', point: 'm1', channel: 'call', code: 'busy', permit, at, ...change };
  return outcomeRecord({ type: 'agency-contact-reported', data });
};
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

describe('wishes told from outside', () => {
  const wishes = [{ wish: 'opt-out', channel: 'sms' }];
  const call = (change: Record<string, unknown>) =>
    causeOf(outcomeRecord({ type: 'call-finished', data: { attempt, code: 'refuses', wishes, at, ...change } }));
  const answered = (change: Record<string, unknown>) =>
    causeOf(outcomeRecord({ type: 'message-answered', data: { attempt, at, ...change } }));

  test('come with a call, with what an agency tells, and with an answer to a message', () => {
    expect(call({})).toMatchObject({ outcome: { kind: 'call', call: { code: 'refuses', wishes } } });
    expect(causeOf(agencyContact({ wishes }))).toMatchObject({ outcome: { contact: { wishes } } });
    expect(answered({ wishes })).toMatchObject({
      outcome: { kind: 'message-answered', actId: attempt, answer: { wishes } },
    });
  });

  test.each(['TD', '退订', 'Stop.'])('an answer that says %s asks to stop', (word) => {
    expect(answered({ word })).toMatchObject({ outcome: { answer: { stops: true, wishes: [] } } });
  });

  test.each<[string, unknown, string, string]>([
    ['another answer', answered({ word: 'my number is 139' }), 'word', 'is not a word that asks us to stop'],
    ['an answer without anything', answered({}), 'word', 'an answer has a word or wishes'],
    [
      'a consent of whoever has the telephone in hand',
      answered({ wishes: [{ wish: 'consent', to: 'medium', channel: 'sms' }] }),
      'verified',
      'must be true where wishes give consent',
    ],
    [
      'a consent of somebody not verified',
      call({ code: 'not-verified', wishes: [...wishes, { wish: 'consent', to: 'medium', channel: 'sms' }] }),
      'wishes.1',
      'is taken from the person only',
    ],
    ['no list', call({ wishes: 'stop' }), 'wishes', 'must be a list'],
    ['an empty list', call({ wishes: [] }), 'wishes', 'must not be empty'],
    [
      'a wish we do not know',
      call({ wishes: [{ wish: 'money' }] }),
      'wishes.0.wish',
      'must be one of opt-out, consent',
    ],
    [
      'an unknown medium',
      call({ wishes: [{ wish: 'opt-out', channel: 'fax' }] }),
      'wishes.0.channel',
      'must be one of sms',
    ],
    [
      'a time past midnight',
      call({ wishes: [{ wish: 'inconvenient-time', days: ['mon'], from: '22:00', to: '06:00' }] }),
      'wishes.0.to',
      'must be after from',
    ],
    [
      'an agreed time of days that do not exist',
      call({
        wishes: [{ wish: 'agreed-time', from: '22:00', to: '23:00', fromDay: '2026-02-30', untilDay: '2026-03-01' }],
      }),
      'wishes.0.fromDay',
      'must be a day that exists',
    ],
    [
      'a time agreed on for good',
      call({
        wishes: [{ wish: 'agreed-time', from: '22:00', to: '23:00', fromDay: '2026-03-01', untilDay: '2036-03-01' }],
      }),
      'wishes.0.untilDay',
      'must be at most 31 days after fromDay',
    ],
    [
      'a wish with the words that were used',
      call({ wishes: [{ wish: 'opt-out', words: 'leave me alone' }] }),
      'wishes.0',
      'has a field other than wish, channel, pointId',
    ],
  ])('%s is refused with field and reason', (_, refused, field, reason) => {
    expect(refused).toMatchObject({ code: 'malformed', field, reason: expect.stringContaining(reason) });
  });

  test('a consent of somebody verified is taken', () => {
    const consents = [{ wish: 'consent', to: 'medium', channel: 'sms' }];
    expect(answered({ wishes: consents, verified: true })).toMatchObject({ outcome: { answer: { wishes: consents } } });
    expect(call({ wishes: consents })).toMatchObject({ outcome: { call: { wishes: consents } } });
  });
});
