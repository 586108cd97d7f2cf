import { describe, expect, it } from 'vitest';
import { plainRules } from '../allocation-order.js';
import { contractOrder } from '../components.js';
import { emptyPosition } from '../fold-position.js';
import type { Payment, Position } from '../position.js';
import { explainPosition } from './explain-position.js';

const rules = plainRules(contractOrder);
const payment = (paymentId: string, amount: number, valueDate: string, reversedOn?: string): Payment => ({
  paymentId,
  amount,
  valueDate,
  receivedAt: `${valueDate}T00:00:00.000Z`,
  ...(reversedOn !== undefined && { reversedOn }),
});
const position: Position = {
  ...emptyPosition('CNY'),
  instalments: [
    { number: 1, dueOn: '2026-01-10', due: { principal: 900, interest: 100 }, state: 'missed' },
    { number: 2, dueOn: '2026-02-10', due: { principal: 900, interest: 80 }, state: 'missed' },
    { number: 3, dueOn: '2026-03-10', due: { principal: 900, interest: 60 }, state: 'missed' },
  ],
  payments: [payment('a', 700, '2026-01-20'), payment('b', 500, '2026-01-25', '2026-02-01')],
  charges: [{ chargeId: 'nsf', component: 'fees', amount: 50, dueOn: '2026-02-01' }],
};

describe('an explained position', () => {
  it('says of every component of every instalment and charge what was due, paid and is open, and how it stands', () => {
    expect(explainPosition(position, '2026-02-10', rules).debts).toMatchObject([
      { instalment: 1, component: 'interest', standing: 'settled', due: 100, paid: 100, waived: 0, open: 0 },
      { instalment: 1, component: 'principal', standing: 'past-due', due: 900, paid: 600, waived: 0, open: 300 },
      { instalment: 2, component: 'fees', source: 'charge', id: 'nsf', standing: 'past-due', open: 50 },
      { instalment: 2, component: 'interest', standing: 'due', open: 80 },
      { instalment: 2, component: 'principal', standing: 'due', open: 900 },
      { instalment: 3, component: 'interest', standing: 'not-due', open: 60 },
      { instalment: 3, component: 'principal', standing: 'not-due', open: 900 },
    ]);
  });

  it('shows an instalment that was met by money nobody told us of as settled, and its amounts as told', () => {
    const [first] = position.instalments;
    const met = {
      ...position,
      instalments: first ? [{ ...first, state: 'met' as const }] : [],
      payments: [],
      charges: [],
    };
    expect(explainPosition(met, '2026-02-10', rules).debts).toMatchObject([
      { component: 'interest', standing: 'settled', due: 100, paid: 0, unseen: 100, open: 0 },
      { component: 'principal', standing: 'settled', due: 900, paid: 0, unseen: 900, open: 0 },
    ]);
  });

  it('adds up: arrears are what is open and due, payoff all that is open, money what was allocated and lies as credit', () => {
    expect(explainPosition(position, '2026-02-10', rules)).toMatchObject({
      currency: 'CNY',
      arrears: 300 + 50 + 980,
      payoff: 300 + 50 + 980 + 960,
      credit: 0,
      dpd: 31,
      bucket: 'M2',
      oldestUnpaidDueOn: '2026-01-10',
      money: { received: 1_200, reversed: 500, allocated: 700, credit: 0 },
    });
    expect(explainPosition(position, '2026-01-31', rules)).toMatchObject({
      arrears: 0,
      dpd: 0,
      payoff: 980 + 960 + 50 - 200,
      credit: 200,
      money: { received: 1_200, reversed: 0, allocated: 1_000, credit: 200 },
    });
  });
});
