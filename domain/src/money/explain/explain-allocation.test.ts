import { describe, expect, it } from 'vitest';
import { oldestFirst, plainRules, type AllocationRules } from '../allocation-order.js';
import { contractOrder } from '../components.js';
import { emptyPosition } from '../fold-position.js';
import type { Payment, Position } from '../position.js';
import { explainAllocation } from './explain-allocation.js';

const rules = plainRules(contractOrder);
const payment = (paymentId: string, amount: number, valueDate: string, reversedOn?: string): Payment => ({
  paymentId,
  amount,
  valueDate,
  receivedAt: `${valueDate}T00:00:00.000Z`,
  ...(reversedOn !== undefined && { reversedOn }),
});
const withPayments = (...payments: Payment[]): Position => ({
  ...emptyPosition('CNY'),
  instalments: [
    { number: 1, dueOn: '2026-01-10', due: { principal: 900, interest: 100 }, state: 'missed' },
    { number: 2, dueOn: '2026-02-10', due: { principal: 900, interest: 100 }, state: 'missed' },
  ],
  payments,
});
const bounced = withPayments(payment('a', 1_000, '2026-01-20', '2026-03-01'), payment('b', 600, '2026-02-15'));

describe('an explained allocation', () => {
  it('says of every payment to what it went and what of it lies as credit', () => {
    const paid = withPayments(payment('a', 1_200, '2026-01-20'));
    const { payments } = explainAllocation(paid, '2026-01-31', rules);
    expect(payments).toEqual([
      {
        paymentId: 'a',
        valueDate: '2026-01-20',
        amount: 1_200,
        order: oldestFirst(contractOrder),
        parts: [
          { source: 'instalment', id: '', instalment: 1, component: 'interest', amount: 100 },
          { source: 'instalment', id: '', instalment: 1, component: 'principal', amount: 900 },
        ],
        credit: 200,
      },
    ]);
  });

  it('tells the days past due by which the order of a payment was chosen', () => {
    const flips: AllocationRules = {
      rows: [
        { fromDpd: 0, order: oldestFirst(contractOrder) },
        { fromDpd: 91, order: oldestFirst(['principal', 'interest']) },
      ],
      takenBack: 'principal',
    };
    const late = withPayments(payment('a', 50, '2026-04-10'), payment('b', 50, '2026-04-11'));
    expect(explainAllocation(late, '2026-04-11', flips).payments).toMatchObject([
      { paymentId: 'a', dpd: 90, parts: [{ component: 'interest', amount: 50 }] },
      { paymentId: 'b', dpd: 91, parts: [{ component: 'principal', amount: 50 }] },
    ]);
  });

  it('lays all money out anew when a payment is reversed, and tells what moved, to the last minor unit', () => {
    const { payments, reversals } = explainAllocation(bounced, '2026-03-01', rules);
    expect(payments).toMatchObject([
      { paymentId: 'a', reversedOn: '2026-03-01', parts: [], credit: 0 },
      {
        paymentId: 'b',
        parts: [
          { instalment: 1, component: 'interest', amount: 100 },
          { instalment: 1, component: 'principal', amount: 500 },
        ],
      },
    ]);
    expect(reversals).toEqual([
      {
        paymentId: 'a',
        on: '2026-03-01',
        payments: [
          {
            to: 'debt',
            paymentId: 'a',
            source: 'instalment',
            id: '',
            instalment: 1,
            component: 'interest',
            before: 100,
            after: 0,
          },
          {
            to: 'debt',
            paymentId: 'a',
            source: 'instalment',
            id: '',
            instalment: 1,
            component: 'principal',
            before: 900,
            after: 0,
          },
          {
            to: 'debt',
            paymentId: 'b',
            source: 'instalment',
            id: '',
            instalment: 1,
            component: 'interest',
            before: 0,
            after: 100,
          },
          {
            to: 'debt',
            paymentId: 'b',
            source: 'instalment',
            id: '',
            instalment: 1,
            component: 'principal',
            before: 0,
            after: 500,
          },
          {
            to: 'debt',
            paymentId: 'b',
            source: 'instalment',
            id: '',
            instalment: 2,
            component: 'interest',
            before: 100,
            after: 0,
          },
          {
            to: 'debt',
            paymentId: 'b',
            source: 'instalment',
            id: '',
            instalment: 2,
            component: 'principal',
            before: 500,
            after: 0,
          },
        ],
        open: [
          { source: 'instalment', id: '', instalment: 1, component: 'principal', before: 0, after: 400 },
          { source: 'instalment', id: '', instalment: 2, component: 'interest', before: 0, after: 100 },
          { source: 'instalment', id: '', instalment: 2, component: 'principal', before: 400, after: 900 },
        ],
      },
    ]);
  });

  it('knows nothing of a reversal before its day', () => {
    const { payments, reversals } = explainAllocation(bounced, '2026-02-28', rules);
    expect(reversals).toEqual([]);
    expect(payments[0]).toMatchObject({ paymentId: 'a', credit: 0, parts: [{ instalment: 1 }, { instalment: 1 }] });
  });

  it('leaves money with the instalment that servicing told was met by it', () => {
    const met = withPayments(payment('a', 1_000, '2026-01-20', '2026-03-01'), payment('b', 1_000, '2026-02-10'));
    const [first, second] = met.instalments;
    const kept = { ...met, instalments: first && second ? [first, { ...second, state: 'met' as const }] : [] };
    expect(explainAllocation(kept, '2026-03-01', rules).payments[1]).toMatchObject({
      paymentId: 'b',
      parts: [
        { instalment: 2, component: 'interest', amount: 100 },
        { instalment: 2, component: 'principal', amount: 900 },
      ],
    });
  });
});
