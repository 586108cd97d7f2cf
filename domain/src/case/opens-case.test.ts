import { describe, expect, it } from 'vitest';
import { emptyPosition } from '../money/fold-position.js';
import type { Position } from '../money/position.js';
import type { LoanFact } from './loan-fact.js';
import { opensCase } from './opens-case.js';

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

  it('on a closed loan only money taken back does, and only where money had closed it', () => {
    expect(opensCase({ position: overdue, closed: { reason: 'paid-off', at } }, missed)).toBe(false);
    expect(opensCase({ position: overdue, closed: { reason: 'settled', at } }, reversed)).toBe(true);
    for (const reason of ['sold', 'uncollectable', 'opened-in-error'] as const)
      expect(opensCase({ position: overdue, closed: { reason, at } }, reversed)).toBe(false);
  });

  it('nothing else ever does, least of all a payment', () => {
    const others = [
      'instalment-met',
      'payment-received',
      'loan-closed',
      'person-died',
      'person-insolvent',
      'person-opted-out',
    ];
    for (const type of others) expect(opensCase({ position: overdue }, { ...said, type } as LoanFact)).toBe(false);
  });
});
