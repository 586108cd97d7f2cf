import { expect, test } from 'vitest';
import type { News } from './news.js';
import { reckon } from './reckon.js';

const owed = (number: number, dueOn: string, due: number, met = false): News => ({
  news: 'instalment',
  number,
  dueOn,
  due,
  met,
});
const paid = (paymentId: string, amount: number, valueDate: string, currency = 'CNY'): News => ({
  news: 'payment',
  paymentId,
  amount,
  currency,
  valueDate,
});
const back = (paymentId: string, reversedOn: string): News => ({ news: 'reversal', paymentId, reversedOn });
const [one, two] = [owed(1, '2026-01-10', 1_000), owed(2, '2026-02-10', 1_000)];

test.each<[what: string, news: News[], arrears: number]>([
  ['two missed instalments and a part of the first', [one, two, paid('a', 400, '2026-01-20')], 1_600],
  ['money that came before it was needed', [one, two, paid('a', 1_500, '2026-01-01')], 500],
  ['the same payment told twice', [one, paid('a', 400, '2026-01-20'), paid('a', 400, '2026-01-20')], 600],
  ['money taken back', [one, paid('a', 1_000, '2026-01-20'), back('a', '2026-01-25')], 1_000],
  ['a taking back told before its payment', [back('a', '2026-01-25'), one, paid('a', 1_000, '2026-01-20')], 1_000],
  ['an instalment told met, then missed', [owed(1, '2026-01-10', 1_000, true), one], 1_000],
  ['an instalment told missed, then met', [one, owed(1, '2026-01-10', 1_000, true)], 1_000],
  ['an instalment met by money we never saw', [owed(1, '2026-01-10', 1_000, true)], 0],
  [
    'an instalment met in time whose money was taken back',
    [owed(1, '2026-01-10', 1_000, true), paid('a', 1_000, '2026-01-09'), back('a', '2026-01-25')],
    1_000,
  ],
  [
    'late money, which does not go to what was met in time',
    [owed(1, '2026-01-10', 1_000, true), two, paid('a', 1_000, '2026-01-20')],
    0,
  ],
])('%s', (_what, news, arrears) => {
  expect(reckon(news).arrears).toBe(arrears);
  expect(reckon(news.toReversed()).arrears).toBe(arrears);
});

test('what came in and stayed is told by currency', () => {
  const news = [paid('a', 400, '2026-01-20'), paid('b', 7, '2026-01-20', 'USD'), paid('c', 9, '2026-01-20')];

  expect(reckon([...news, back('c', '2026-01-21')]).paid).toEqual(
    new Map([
      ['CNY', 400],
      ['USD', 7],
    ]),
  );
});
