import { expect, test } from 'vitest';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { act, byRule, call, must, outside, sms, visit } from '../testing/plant.js';

findsOnly('contacts-outside-hours', [
  [
    'a visit that began too early for the person',
    ({ persons }) => void (must(persons[1]).zone = 'America/Los_Angeles'),
    [
      `${visit}: 2026-02-02T14:00:00.000Z is 06:00 in America/Los_Angeles: ${byRule('OWN-TIME-1')}`,
      `${call}: 2026-01-13T15:30:00.000Z is 07:30 in America/Los_Angeles: ${byRule('OWN-TIME-1')}`,
    ],
  ],
  [
    'a contact that reached the person at night',
    (evidence) => void (must(outside(evidence).received.find(({ id }) => id === sms)).at = '2026-01-06T13:00:00.000Z'),
    `${sms}: 2026-01-06T13:00:00.000Z is 21:00 in Asia/Shanghai: ${byRule('OWN-TIME-1')}`,
  ],
  [
    'a person without a zone',
    ({ persons }) => void delete must(persons[0]).zone,
    `${sms}: nobody knows the zone of P1`,
  ],
  ['a person nobody knows', ({ persons }) => void persons.shift(), `${sms}: nobody knows the zone of P1`],
  [
    'a contact of nobody',
    (evidence) => void delete act(evidence, sms).personId,
    `${sms}: nobody knows the zone of whom it reached`,
  ],
  [
    'a zone that does not exist',
    ({ persons }) => void (must(persons[0]).zone = 'Asia/Nowhere'),
    `${sms}: Asia/Nowhere is no time zone`,
  ],
  [
    'a demanded notice that is spoken at night',
    (evidence) => {
      Object.assign(act(evidence, 't/L2/1/1/notice/1'), { channel: 'voice-bot' });
    },
    `t/L2/1/1/notice/1: 2026-03-21T15:00:00.000Z is 23:00 in Asia/Shanghai: ${byRule('OWN-TIME-2')}`,
  ],
  [
    'a demanded notice that sounds on a telephone at night',
    (evidence) => {
      Object.assign(act(evidence, 't/L2/1/1/notice/1'), { channel: 'sms' });
    },
    `t/L2/1/1/notice/1: 2026-03-21T15:00:00.000Z is 23:00 in Asia/Shanghai: ${byRule('OWN-TIME-2')}`,
  ],
  [
    'a written collection at night',
    (evidence) => void (act(evidence, 't/L2/1/1/notice/1').purpose = 'collect'),
    ['CN-TIME-1', 'CN-TIME-2', 'OWN-TIME-1'].map(
      (rule) => `t/L2/1/1/notice/1: 2026-03-21T15:00:00.000Z is 23:00 in Asia/Shanghai: ${byRule(rule)}`,
    ),
  ],
]);

test.each([
  ['what reached the person in the last moment', '2026-01-06T02:00:00.000Z', '2026-01-06T12:59:59.999Z'],
  ['what a clock behind ours logged before we began', '2026-01-06T00:00:00.000Z', '2026-01-05T23:59:57.000Z'],
])('%s is in time', (_what, begunAt, at) => {
  const evidence = cleanEvidence();
  act(evidence, sms).begunAt = begunAt;
  must(outside(evidence).received.find(({ id }) => id === sms)).at = at;

  expect(violationsOf(evidence)['contacts-outside-hours']).toBeUndefined();
});

test('a contact on a day for which the product has no clocks is one outside hours; on the last it is not', () => {
  const evidence = cleanEvidence();
  const clocks = { coversFrom: '2026-01-06', coversTo: '2026-02-02' };
  evidence.law = { ...evidence.law, clocks };

  expect(violationsOf(evidence)['contacts-outside-hours']).toEqual([
    `${visit}: 2026-02-02T14:00:00.000Z is outside the clocks there are, 2026-01-06 to 2026-02-02`,
    `t/L2/1/1/notice/1~6: 2026-03-21T14:30:00.000Z is outside the clocks there are, 2026-01-06 to 2026-02-02`,
    `t/L2/1/1/notice/1: 2026-03-21T15:00:00.000Z is outside the clocks there are, 2026-01-06 to 2026-02-02`,
  ]);

  evidence.law.clocks = { ...clocks, coversTo: '2026-03-22' };
  expect(violationsOf(evidence)).toEqual({});
});
