import { describe, expect, test } from 'vitest';
import { agencyContact, at, attempt, causeOf, outcomeRecord } from '../builders/outcome-records.js';

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
      'a whole night agreed on',
      call({
        wishes: [{ wish: 'agreed-time', from: '00:00', to: '04:01', fromDay: '2026-03-02', untilDay: '2026-03-02' }],
      }),
      'wishes.0.to',
      'must be at most 4 hours after from',
    ],
    [
      'a night agreed on in two halves',
      call({
        wishes: [
          { wish: 'agreed-time', from: '20:00', to: '24:00', fromDay: '2026-03-02', untilDay: '2026-03-02' },
          { wish: 'agreed-time', from: '05:00', to: '05:01', fromDay: '2026-03-02', untilDay: '2026-03-02' },
        ],
      }),
      'wishes',
      'must come to at most 4 hours of one day together',
    ],
    [
      'a month that begins when another is over',
      call({
        wishes: [{ wish: 'agreed-time', from: '22:00', to: '23:00', fromDay: '2026-04-01', untilDay: '2026-04-30' }],
      }),
      'wishes.0.untilDay',
      'must be at most 31 days after it is told',
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
