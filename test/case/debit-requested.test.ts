import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import { describe, expect, test } from 'vitest';
import { aWorld, missed, paid, shippedStrategy, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';

type Failure = Partial<Extract<LoanFact, { type: 'payment-failed' }>>;

const failed = (world: CaseWorld, attempt: number, change: Failure = {}): LoanFact => ({
  eventId: `failed-${attempt}`,
  occurredAt: world.now,
  type: 'payment-failed',
  paymentId: `d-${attempt}`,
  failedOn: world.now.slice(0, 10),
  reason: 'insufficient-funds',
  attempt,
  ...change,
});
const asked = (world: CaseWorld) => world.facts.filter(({ type }) => type === 'debit-requested');
const debited = (): Strategy => ({ ...shippedStrategy(), debit: { tries: 3, businessDays: 3 } });

/** Overdue since 1 January; noon in Shanghai on Monday 12 January. */
const overdue = (strategy = debited()): CaseWorld => {
  const world = aWorld();
  world.strategy = strategy;
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, '2026-01-12T04:00:00.000Z', () => 'delivered');
  world.now = '2026-01-12T04:00:00.000Z';
  return world;
};
const until = (world: CaseWorld, instant: string): void => {
  playUntil(world, instant, () => 'delivered');
  world.now = instant;
  turn(world);
};

describe('another try of a debit that failed for want of money', () => {
  test('is asked for once, so many business days later, by itself', () => {
    const world = overdue();
    tell(world, failed(world, 1));
    until(world, '2026-01-14T15:30:00.000Z');
    expect(asked(world)).toEqual([]);

    playUntil(world, '2026-01-20T00:00:00.000Z', () => 'delivered');

    expect(asked(world)).toMatchObject([{ after: 'd-1', attempt: 2, amount: 101_000, currency: 'CNY' }]);
    expect(asked(world)[0]?.at.slice(0, 10)).toBe('2026-01-14');
  });

  test('skips the weekend', () => {
    const world = overdue();
    tell(world, failed(world, 1, { failedOn: '2026-01-09' }));
    until(world, '2026-01-13T15:00:00.000Z');
    expect(asked(world)).toEqual([]);

    until(world, '2026-01-13T16:00:00.000Z');

    expect(asked(world)).toHaveLength(1);
  });

  test('is not asked for beyond the tries there are', () => {
    const world = overdue();
    tell(world, failed(world, 3, { failedOn: '2026-01-06' }));
    tell(world, failed(world, 1, { failedOn: '2026-01-05' }));

    until(world, '2026-02-02T00:00:00.000Z');

    expect(asked(world)).toEqual([]);
  });

  test.each(['account-closed', 'mandate-missing', 'refused', 'technical'] as const)(
    'is not asked for when it was %s',
    (reason) => {
      const world = overdue();
      tell(world, failed(world, 1, { reason, failedOn: '2026-01-05' }));

      until(world, '2026-02-02T00:00:00.000Z');

      expect(asked(world)).toEqual([]);
    },
  );

  test('is not asked for by a strategy that says nothing of it', () => {
    const world = overdue(shippedStrategy());
    tell(world, failed(world, 1, { failedOn: '2026-01-05' }));

    until(world, '2026-02-02T00:00:00.000Z');

    expect(asked(world)).toEqual([]);
  });

  test('waits while money is on its way, and is not asked for when it came', () => {
    const world = overdue();
    const pending = { type: 'payment-pending', paymentId: 'p', amount: 101_000, currency: 'CNY' } as const;
    tell(world, { ...pending, eventId: 'pending', occurredAt: world.now, expectedBy: '2026-01-25' });
    tell(world, failed(world, 1, { failedOn: '2026-01-05' }));
    until(world, '2026-01-20T00:00:00.000Z');
    expect(asked(world)).toEqual([]);

    tell(world, paid(world, 'p', 101_000, '2026-01-20'));
    until(world, '2026-02-02T00:00:00.000Z');

    expect(asked(world)).toEqual([]);
  });

  test.each([['dispute'], ['cease-request'], ['breathing-space']] as const)(
    'is not asked for under a hold for %s, and is when that ends',
    (reason) => {
      const world = overdue();
      const hold = { id: 'h', reason, scope: { loan: 'loan-1' }, stops: ['contact' as const], from: world.now };
      turn(world, [{ kind: 'hold-reported', itemId: 'h', at: world.now, hold }]);
      tell(world, failed(world, 1, { failedOn: '2026-01-05' }));
      until(world, '2026-01-20T00:00:00.000Z');
      expect(asked(world)).toEqual([]);

      turn(world, [
        { kind: 'command', itemId: 'end', at: world.now, actor: 'ann', command: { command: 'end-hold', holdId: 'h' } },
      ]);

      expect(asked(world)).toHaveLength(1);
    },
  );

  test('is not asked for while an event of the loan is unresolved', () => {
    const world = overdue();
    tell(world, failed(world, 1, { failedOn: '2026-01-12' }));
    world.unresolved = ['parked'];
    until(world, '2026-01-20T00:00:00.000Z');

    expect(asked(world)).toEqual([]);
  });
});
