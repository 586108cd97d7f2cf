import { findsOnly } from '../testing/finds-only.js';
import { act, call, drop, outside, sms } from '../testing/plant.js';

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
]);
