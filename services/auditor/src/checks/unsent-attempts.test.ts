import { expect, test } from 'vitest';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf, type Plant } from '../testing/finds-only.js';
import { act, call, drop, must, outside, sms } from '../testing/plant.js';

findsOnly('unsent-attempts', [
  [
    'a delivery the provider knows nothing of',
    (evidence) => drop(outside(evidence).received, ({ id }) => id === sms),
    `send-reminder ${sms} is in nobody's log but ours`,
  ],
  [
    'a call that was answered and never made',
    (evidence) => {
      drop(outside(evidence).received, ({ id }) => id === call);
      delete act(evidence, call).acceptedAt;
    },
    `place-call ${call} is in nobody's log but ours`,
  ],
  [
    'a failure of something that was accepted',
    (evidence) => {
      drop(outside(evidence).received, ({ id }) => id === sms);
      act(evidence, sms).result = 'failed';
    },
    `send-reminder ${sms} is in nobody's log but ours`,
  ],

  ...['delivered', 'done'].map((result): [string, Plant, string] => [
    `what was ${result}, though nobody accepted it`,
    (evidence) => {
      drop(outside(evidence).received, ({ id }) => id === sms);
      Object.assign(act(evidence, sms), { result, acceptedAt: undefined });
    },
    `send-reminder ${sms} is in nobody's log but ours`,
  ]),
  [
    'an attempt in the very instant in which the log begins',
    (evidence) => {
      const { received, published } = outside(evidence);
      const first = { ...must(published[0]), publishedAt: act(evidence, sms).begunAt };
      evidence.outside = { published: [first], received: received.filter(({ id }) => id !== sms) };
    },
    `send-reminder ${sms} is in nobody's log but ours`,
  ],
]);

test('what went by a channel that keeps no log is not missed there, what went by another is', () => {
  const evidence = { ...cleanEvidence(), unlogged: ['sms'] };
  drop(outside(evidence).received, ({ id }) => id === sms);
  expect(violationsOf(evidence)).toEqual({});

  drop(outside(evidence).received, ({ id }) => id === call);
  expect(violationsOf(evidence)).toEqual({ 'unsent-attempts': [`place-call ${call} is in nobody's log but ours`] });
});
