import { findsOnly } from '../testing/finds-only.js';
import { act, drop, must, outside, sms } from '../testing/plant.js';

findsOnly('lost-events', [
  [
    'a record that is neither taken nor set aside',
    ({ parked }) => drop(parked, ({ id }) => id === 'in/1/0'),
    / e8 of loan L2 at in\/1\/0 is neither taken nor set aside$/,
  ],
  [
    'a record that nobody can attribute',
    ({ incoming }) => void incoming.push({ place: 'in/1/9', about: 'loan', bytes: '' }),
    'a record  of loan ? at in/1/9 is neither taken nor set aside',
  ],
  [
    'the same id with other bytes, dropped as a duplicate',
    ({ incoming }) => void (must(incoming.find(({ place: at }) => at === 'in/0/7')).bytes = 'other'),
    /in\/0\/7 says other than in\/0\/5 under the same id/,
  ],
  [
    'an event that was taken from nowhere',
    ({ accepted }) => void (must(accepted[0]).place = 'in/0/99'),
    '/servicing/e1 is taken from in/0/99, where nothing stands',
  ],
  [
    'an event that never came to Kafka',
    (evidence) =>
      void outside(evidence).published.push({
        id: 'e9',
        type: 'x',
        loan: 'L1',
        publishedAt: '2026-02-01T00:00:00.000Z',
        poison: false,
        duplicate: false,
      }),
    'x e9 of loan L1 was published and is not on Kafka',
  ],
  [
    'poison that was taken',
    (evidence) => void (must(outside(evidence).published.find(({ id }) => id === 'e1')).poison = true),
    /e1 of loan L1 at in\/0\/1 is taken, though nobody can have read it/,
  ],
  [
    'an event its case was never told',
    ({ inbox }) => drop(inbox, ({ itemId }) => itemId === '/servicing/e2'),
    '/servicing/e2 is taken and t/L2/1 was never told',
  ],
  [
    'a case that closed without reading its news',
    ({ inbox }) => void (must(inbox.find(({ itemId }) => itemId === '/servicing/e4')).consumed = false),
    't/L3/1 closed without reading /servicing/e4',
  ],
  [
    'a receipt that concluded nothing',
    (evidence) => void (act(evidence, sms).status = 'accepted'),
    /message-receipt.v1 of t\/L1\/1\/1\/sms-1\/1 at out\/0\/0 concluded nothing/,
  ],
  [
    "a partner's report no case heard",
    ({ inbox }) => drop(inbox, ({ itemId }) => itemId === '/sandbox/agency/o2'),
    /partner-reported.v1 of t\/L1\/1\/1\/place-1\/1 at out\/0\/1 concluded nothing/,
  ],
]);
