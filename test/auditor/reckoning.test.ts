import { amountsOn } from '@recourse/domain/money/arrears';
import { emptyPosition, foldLoanFact } from '@recourse/domain/money/fold-position';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { newsIn, positionIn } from '@recourse/service-auditor/news';
import { reckon } from '@recourse/service-auditor/reckon';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** Two reckonings that share no code are held against each other here and nowhere else. */
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);
const due = fc.record({
  principal: fc.integer({ min: 0, max: 900 }),
  interest: fc.integer({ min: 0, max: 90 }),
  fees: fc.integer({ min: 0, max: 9 }),
});
const terms = { currency: 'CNY', debtors: [] };
const instalment = fc
  .record({ number: fc.integer({ min: 1, max: 6 }), due, missed: fc.boolean() })
  .map(({ number, due: owed, missed }) => ({
    type: missed ? 'instalment-missed' : 'instalment-met',
    instalment: { number, dueOn: `2026-01-${String(number * 4).padStart(2, '0')}`, due: owed },
    terms,
    asOf: '2026-01-28',
    outstandingTotal: 0,
  }));
const payment = fc
  .record({ nth: fc.integer({ min: 1, max: 6 }), amount: fc.integer({ min: 1, max: 2_000 }), valueDate: day })
  .map(({ nth, ...money }) => ({
    type: 'payment-received',
    paymentId: `p${nth}`,
    currency: 'CNY',
    receivedAt: '2026-01-28T00:00:00.000Z',
    ...money,
  }));
const reversal = fc
  .record({ nth: fc.integer({ min: 1, max: 6 }), reversedOn: day })
  .map(({ nth, reversedOn }) => ({ type: 'payment-reversed', paymentId: `p${nth}`, reversedOn }));
const history = fc.array(fc.oneof(instalment, payment, reversal), { maxLength: 14 });

test('the auditor reckons of any history what the product reckons, by its events and by its position', () => {
  fc.assert(
    fc.property(history, (events) => {
      let position = emptyPosition('CNY');
      const taken: typeof events = [];
      for (const event of events) {
        const folded = foldLoanFact(position, event as unknown as LoanFact);
        if ('refused' in folded) continue;
        position = folded.position;
        taken.push(event);
      }

      const byEvents = reckon(taken.flatMap(({ type, ...data }) => newsIn(`com.recourse.servicing.${type}.v1`, data)));

      const { arrears } = amountsOn(position, 'now');
      expect(byEvents.arrears).toBe(arrears);
      expect(reckon(positionIn(position, 'CNY'))).toEqual(byEvents);
    }),
    { numRuns: 500 },
  );
});
