import { describe, expect, it } from 'vitest';
import { amountsOn } from './arrears.js';
import type { Instalment, Payment, Position } from './position.js';

const instalment = (number: number, dueOn: string, state: Instalment['state']): Instalment => ({
  number,
  dueOn,
  due: { principal: 100 },
  state,
});
const payment = (paymentId: string, valueDate: string, amount = 100, reversedOn?: string): Payment => ({
  paymentId,
  amount,
  valueDate,
  receivedAt: `${valueDate}T04:00:00.000Z`,
  ...(reversedOn && { reversedOn }),
});
const position = (instalments: Instalment[], payments: Payment[]): Position => ({
  currency: 'CNY',
  instalments,
  payments,
  outstanding: 0,
});

const cured = [
  instalment(1, '2026-01-05', 'missed'),
  instalment(2, '2026-02-05', 'met'),
  instalment(3, '2026-03-05', 'met'),
];
const money = [payment('b', '2026-02-05'), payment('c', '2026-03-05')];

describe('a payment that is taken back', () => {
  it('opens again what it had paid, not what was met in time since', () => {
    const taken = position(cured, [payment('a', '2026-01-20', 100, '2026-03-10'), ...money]);
    expect(amountsOn(taken, 'now')).toMatchObject({ arrears: 100, oldestUnpaidDueOn: '2026-01-05', credit: 0 });
    expect(amountsOn(taken, '2026-03-09').arrears).toBe(0);
  });

  it('opens again an instalment it had met', () => {
    const taken = position(cured, [
      payment('a', '2026-01-20'),
      payment('b', '2026-02-05', 100, '2026-03-10'),
      payment('c', '2026-03-05'),
    ]);
    expect(amountsOn(taken, 'now')).toMatchObject({ arrears: 100, oldestUnpaidDueOn: '2026-02-05' });
  });

  it('opens of an instalment that was met no more than it had paid: the rest was met by money nobody told us of', () => {
    const taken = position(cured, [
      payment('a', '2026-01-20'),
      payment('b', '2026-02-05', 30, '2026-03-10'),
      payment('c', '2026-03-05'),
    ]);
    expect(amountsOn(taken, 'now')).toMatchObject({ arrears: 30, oldestUnpaidDueOn: '2026-02-05' });
  });

  it('is made good by the next money that comes', () => {
    const taken = position(cured, [
      payment('a', '2026-01-20', 100, '2026-03-10'),
      ...money,
      payment('d', '2026-03-12'),
    ]);
    expect(amountsOn(taken, 'now').arrears).toBe(0);
  });
});

describe('money that nothing needed when it came', () => {
  it('goes to the next instalment that falls due', () => {
    const ahead = position(
      [instalment(1, '2026-01-05', 'missed'), instalment(2, '2026-02-05', 'missed')],
      [payment('a', '2026-01-06', 150)],
    );
    expect(amountsOn(ahead, '2026-01-31')).toMatchObject({ arrears: 0, credit: 50 });
    expect(amountsOn(ahead, 'now')).toMatchObject({ arrears: 50, oldestUnpaidDueOn: '2026-02-05', credit: 0 });
  });
});
