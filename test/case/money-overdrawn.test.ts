import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { describe, expect, test } from 'vitest';
import { aWorld, missed, paid, tell, type CaseWorld } from '../builders/case-world.js';

const overdue = (): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  world.now = '2026-01-20T00:00:00.000Z';
  return world;
};
const named = (world: CaseWorld, type: string) => world.facts.filter((fact) => fact.type === type);
const tasks = ({ kase }: CaseWorld): string[] =>
  (kase?.openTasks ?? []).filter((taskId) => taskId.includes('/discrepancy/'));

describe('money told to have left again of a payment', () => {
  const out = (world: CaseWorld, outId: string, amount: number): LoanFact => ({
    eventId: outId,
    occurredAt: world.now,
    currency: 'CNY',
    type: 'money-out',
    outId,
    kind: 'chargeback',
    amount,
    on: '2026-01-20',
    paymentId: 'p',
  });

  test('beyond what the payment then brings is somebody’s work, and the payment counts', () => {
    const world = overdue();
    tell(world, out(world, 'o-1', 10_001));
    expect(named(world, 'discrepancy-found')).toEqual([]);

    tell(world, paid(world, 'p', 10_000, '2026-01-20'));

    expect(world.kase?.noted.arrears).toBe(101_001);
    expect(named(world, 'discrepancy-found')).toMatchObject([
      { discrepancy: { id: 'money-out/p', about: 'money-out', ref: 'p', ours: 10_000, theirs: 10_001 } },
    ]);
    expect(tasks(world)).toHaveLength(1);
  });

  test('up to what it brings is nobody’s', () => {
    const world = overdue();
    tell(world, out(world, 'o-1', 10_000));

    tell(world, paid(world, 'p', 10_000, '2026-01-20'));

    expect(named(world, 'discrepancy-found')).toEqual([]);
  });
});
