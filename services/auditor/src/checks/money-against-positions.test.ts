import { findsOnly } from '../testing/finds-only.js';
import { drop, must, ofCase } from '../testing/plant.js';

findsOnly('money-against-positions', [
  [
    'a payment that is not in the position',
    ({ loans }) => drop(must(loans[0]).position, ({ news }) => news === 'payment'),
    'loan L1: CNY 5000 came in and stayed, its position counts 0 (minor units)',
  ],
  [
    'a payment counted with another amount',
    ({ loans }) => void Object.assign(must(must(loans[1]).position[1]), { amount: 1 }),
    'loan L2: CNY 4000 came in and stayed, its position counts 1 (minor units)',
  ],
  [
    'money counted in another currency',
    ({ loans }) => void Object.assign(must(must(loans[2]).position[1]), { currency: 'USD' }),
    [
      'loan L3: CNY 6900 came in and stayed, its position counts 0 (minor units)',
      'loan L3: USD 0 came in and stayed, its position counts 6900 (minor units)',
    ],
  ],
  [
    'money taken back that is still counted',
    ({ incoming }) =>
      void must(incoming.find(({ id, tenant }) => id === 'e6' && tenant === 't')?.news).push({
        news: 'reversal',
        paymentId: 'p2',
        reversedOn: '2026-03-21',
      }),
    'loan L2: CNY 0 came in and stayed, its position counts 4000 (minor units)',
  ],
  [
    'an instalment with another amount',
    ({ loans }) => void Object.assign(must(must(loans[1]).position[0]), { due: 8_000 }),
    'loan L2 owes 5000 by its events and 4000 by its position (minor units)',
  ],
  [
    'a case that notes other arrears',
    ({ cases }) => void (must(ofCase(cases, 't/L3/1').noted).arrears = 7_000),
    't/L3/1 notes arrears of 7000 at position 2, its events come to 100 (minor units)',
  ],
  [
    'a case that notes a payment it has not read',
    ({ cases }) => void (must(ofCase(cases, 't/L2/1').noted).arrears = 5_000),
    't/L2/1 notes arrears of 5000 at position 1, its events come to 9000 (minor units)',
  ],
]);
