import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { openHolds } from '@recourse/domain/holds/held-days';
import { describe, expect, test } from 'vitest';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';

const pending = (world: CaseWorld, paymentId: string, expectedBy: string): LoanFact => ({
  eventId: `pending-${paymentId}`,
  occurredAt: world.now,
  type: 'payment-pending',
  paymentId,
  amount: 101_000,
  currency: 'CNY',
  expectedBy,
});
const failed = (world: CaseWorld, paymentId: string): LoanFact => ({
  eventId: `failed-${paymentId}`,
  occurredAt: world.now,
  type: 'payment-failed',
  paymentId,
  failedOn: world.now.slice(0, 10),
  reason: 'insufficient-funds',
  attempt: 2,
});
const inForce = (world: CaseWorld): string[] => openHolds(world.kase?.holds ?? [], world.now).map(({ id }) => id);
const contacts = (world: CaseWorld): number => world.facts.filter(({ type }) => type === 'contact-concluded').length;

const overdue = (): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, '2026-01-10T00:00:00.000Z', () => 'delivered');
  world.now = '2026-01-10T00:00:00.000Z';
  return world;
};

describe('money on its way', () => {
  test('holds contact and ladder, and nobody is contacted until its last day is over', () => {
    const world = overdue();

    tell(world, pending(world, 'a', '2026-01-15'));

    expect(world.kase?.holds.find(({ id }) => id === 'payment-pending/a')).toMatchObject({
      reason: 'payment-pending',
      scope: { loan: 'loan-1' },
      stops: ['contact', 'escalation'],
      until: '2026-01-15T16:00:00.000Z',
    });
    const before = contacts(world);
    playUntil(world, '2026-01-15T15:59:00.000Z', () => 'delivered');
    expect(contacts(world)).toBe(before);
    playUntil(world, '2026-02-01T00:00:00.000Z', () => 'delivered');
    expect(contacts(world)).toBeGreaterThan(before);
  });

  test('that failed holds nothing any more', () => {
    const world = overdue();
    tell(world, pending(world, 'a', '2026-01-15'));

    tell(world, failed(world, 'a'));

    expect(inForce(world)).toEqual([]);
  });

  test('that came holds nothing any more, and what else is on its way still does', () => {
    const world = overdue();
    tell(world, pending(world, 'a', '2026-01-15'));
    tell(world, pending(world, 'b', '2026-01-15'));

    tell(world, paid(world, 'a', 1_000, '2026-01-10'));

    expect(inForce(world)).toEqual(['payment-pending/b']);
  });

  test('holds nothing when its failing or its coming was told first, nor when its last day is over', () => {
    const world = overdue();
    tell(world, failed(world, 'a'));
    tell(world, paid(world, 'b', 1_000, '2026-01-10'));

    for (const id of ['a', 'b']) tell(world, pending(world, id, '2026-01-15'));
    tell(world, pending(world, 'c', '2026-01-09'));

    expect(inForce(world)).toEqual([]);
    expect(turn(world)).toEqual([]);
  });
});
