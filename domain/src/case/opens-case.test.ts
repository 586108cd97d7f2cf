import { describe, expect, it } from 'vitest';
import { emptyPosition } from '../money/fold-position.js';
import type { Position } from '../money/position.js';
import type { LoanFact } from './loan-fact.js';
import { opensCase, takesClosingBack } from './opens-case.js';

const said = { eventId: 'e', occurredAt: '2026-01-11T00:00:00.000Z' };
const missed = { ...said, type: 'instalment-missed' } as LoanFact;
const reversed: LoanFact = {
  ...said,
  type: 'payment-reversed',
  paymentId: 'p',
  reversedOn: '2026-01-11',
  reason: 'returned',
};
const overdue: Position = {
  ...emptyPosition('CNY'),
  instalments: [{ number: 1, dueOn: '2026-01-10', due: { principal: 100 }, state: 'missed' }],
};
const settled: Position = {
  ...overdue,
  payments: [{ paymentId: 'p', amount: 100, valueDate: '2026-01-11', receivedAt: '2026-01-11T00:00:00.000Z' }],
};
const at = '2026-01-12T00:00:00.000Z';

describe('whether an event begins an overdue episode', () => {
  it('a miss does, while something is overdue and no case is open', () => {
    expect(opensCase({ position: overdue }, missed)).toBe(true);
    expect(opensCase({ position: settled }, missed)).toBe(false);
    expect(opensCase({ position: overdue, openCase: 'demo/L1/1' }, missed)).toBe(false);
  });

  it('a payment taken back does, when it leaves something overdue', () => {
    expect(opensCase({ position: overdue }, reversed)).toBe(true);
    expect(opensCase({ position: settled }, reversed)).toBe(false);
  });

  it('money a bank took back and a waiver that holds no more do as well, a charge does not', () => {
    const out = { ...said, type: 'money-out', kind: 'chargeback' } as LoanFact;
    const withdrawn = { ...said, type: 'waiver-withdrawn' } as LoanFact;
    expect([out, withdrawn].map((fact) => opensCase({ position: overdue }, fact))).toEqual([true, true]);
    expect([out, withdrawn].map((fact) => opensCase({ position: settled }, fact))).toEqual([false, false]);
  });

  it('nothing does while servicing holds the loan closed', () => {
    for (const fact of [missed, reversed])
      expect(opensCase({ position: overdue, closed: { reason: 'paid-off', at } }, fact)).toBe(false);
  });

  it('nothing else ever does, least of all a payment', () => {
    const others = [
      'instalment-met',
      'payment-received',
      'payment-pending',
      'payment-failed',
      'charge-added',
      'amount-waived',
      'loan-closed',
      'person-died',
      'person-insolvent',
      'person-opted-out',
      'person-protected',
    ];
    for (const type of others) expect(opensCase({ position: overdue }, { ...said, type } as LoanFact)).toBe(false);
  });
});

describe('whether an event takes the closing of a loan back', () => {
  const before = '2026-01-10T00:00:00.000Z';

  it('money taken back does, where money had closed the loan', () => {
    for (const reason of ['paid-off', 'settled'] as const)
      expect(takesClosingBack({ reason, at: before }, reversed)).toBe(true);
    for (const reason of ['sold', 'uncollectable', 'opened-in-error'] as const)
      expect(takesClosingBack({ reason, at: before }, reversed)).toBe(false);
  });

  it('what servicing knew when it closed the loan does not, nor does anything else', () => {
    expect(takesClosingBack({ reason: 'paid-off', at }, reversed)).toBe(false);
    expect(takesClosingBack({ reason: 'paid-off', at: before }, missed)).toBe(false);
    expect(takesClosingBack(undefined, reversed)).toBe(false);
  });
});
