import { findsOnly } from '../testing/finds-only.js';
import { act, must, outside, place, sms } from '../testing/plant.js';

const named = (evidence: Parameters<typeof outside>[0], id: string) =>
  must(outside(evidence).received.find((each) => each.id === id));

findsOnly('amounts-off-position', [
  [
    'an amount that no loan owed',
    (evidence) => void (named(evidence, sms).amounts = [14_000, 5_000, 9_100]),
    `sms ${sms} names 9100, its loans owed 5000, 9000, 14000 (minor units)`,
  ],
  [
    'an agency told of other arrears',
    (evidence) => void (named(evidence, place).amounts = [4_999]),
    `agency ${place} names 4999, its loans owed 5000 (minor units)`,
  ],
  [
    'a sum over two currencies',
    (evidence) => void (must(act(evidence, sms).covers[1]).currency = 'USD'),
    `sms ${sms} names 14000, its loans owed 5000, 9000 (minor units)`,
  ],
]);
