import { expect, test } from 'vitest';
import { moneyGone } from './money-gone.js';
import type { News } from './news.js';

const payment = { news: 'payment', paymentId: 'p', amount: 100, currency: 'CNY', valueDate: '2026-01-10' } as const;
const out = (outId: string, amount: number, kind = 'chargeback', paymentId = 'p'): News => ({
  news: 'out',
  outId,
  kind,
  amount,
  on: '2026-01-12',
  paymentId,
});

test.each<[string, News[], boolean]>([
  ['nothing was taken back', [payment], false],
  ['it was reversed', [payment, { news: 'reversal', paymentId: 'p', reversedOn: '2026-01-11' }], true],
  ['a bank took back all of it', [payment, out('a', 100)], true],
  ['banks took it back in parts, told before it', [out('a', 60), out('b', 40), payment], true],
  ['a part stays, though one chargeback is told twice', [payment, out('a', 60), out('a', 60)], false],
  [
    'credit was refunded, or another payment was taken back',
    [payment, out('a', 100, 'refund'), out('b', 100, 'chargeback', 'q')],
    false,
  ],
])('money is gone to the last unit or it is not: %s', (_, news, gone) => {
  expect([...moneyGone(news)]).toEqual(gone ? ['p'] : []);
});
