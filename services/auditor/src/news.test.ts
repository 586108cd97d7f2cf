import { expect, test } from 'vitest';
import { newsIn, positionIn } from './news.js';

const instalment = { number: 1, dueOn: '2026-01-10', due: { principal: 900, interest: 100 } };
const owed = { news: 'instalment', number: 1, dueOn: '2026-01-10', due: 1_000, met: false, parts: instalment.due };
const payment = { paymentId: 'a', amount: 400, valueDate: '2026-01-20' };
const paid = { news: 'payment', ...payment, currency: 'CNY' };
const back = { news: 'reversal', paymentId: 'a', reversedOn: '2026-01-21' };

test.each([
  ['instalment-missed', { instalment }, [owed]],
  ['instalment-met', { instalment }, [{ ...owed, met: true }]],
  ['payment-received', { ...payment, currency: 'CNY' }, [paid]],
  ['payment-reversed', { paymentId: 'a', reversedOn: '2026-01-21', reason: 'returned' }, [back]],
  ['person-died', { personId: 'P1' }, [{ news: 'person', personId: 'P1' }]],
  ['person-insolvent', { personId: 'P1' }, [{ news: 'person', personId: 'P1' }]],
  [
    'person-insolvent',
    { personId: 'P1', on: '2026-01-02' },
    [{ news: 'person', personId: 'P1', insolventOn: '2026-01-02' }],
  ],
  ['person-protected', { personId: 'P1', reason: 'breathing-space' }, [{ news: 'person', personId: 'P1' }]],
  ['person-protected', { personId: 'P1', reason: 'military-service' }, []],
  ['loan-closed', { reason: 'sold' }, []],
  [
    'loan-taken-on',
    {
      terms: { currency: 'CNY' },
      instalments: [{ ...instalment, state: 'missed' }],
      payments: [{ ...payment, reversedOn: '2026-01-21' }],
    },
    [owed, paid, back],
  ],
])('%s tells its news, and nothing else of it is kept', (type, data, news) => {
  expect(newsIn(`com.recourse.servicing.${type}.v1`, data)).toEqual(news);
});

test('a stored position is told in the same words', () => {
  const position = { instalments: [{ ...instalment, state: 'met' }], payments: [payment] };

  expect(positionIn(position, 'CNY')).toEqual([{ ...owed, met: true }, paid]);
});
