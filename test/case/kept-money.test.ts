import { describe, expect, it } from 'vitest';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { accept, lastArrangement, openHold, overdue, propose, until } from '../builders/arranging.js';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { oldClaim, say, told } from '../builders/old-claim.js';
import { at, calledWorld, promise, statesOf } from '../builders/promising.js';

/** The bank takes back so much of a payment. */
const chargeback = (world: CaseWorld, paymentId: string, amount: number, on: string): LoanFact => ({
  eventId: `out-${paymentId}-${on}`,
  occurredAt: world.now,
  type: 'money-out',
  outId: `out-${paymentId}-${on}`,
  kind: 'chargeback',
  amount,
  currency: 'CNY',
  on,
  paymentId,
});

const judged = ({ facts }: CaseWorld): (string | undefined)[] =>
  facts.flatMap((fact) => (fact.type === 'arrangement-judged' ? [fact.state] : []));

describe('money that had kept what was agreed and that a bank takes back', () => {
  it('keeps no settlement: the money is owed again, and the hold for what was given up is not placed anew', () => {
    const world = aWorld('2026-01-02T00:00:00.000Z');
    tell(world, missed(world, 1, '2026-01-01', 100_000, 909_000));
    until(world, '2026-04-10T02:00:00.000Z');
    propose(world, { kind: 'settlement', over: 'all', instalments: 1, discount: 100_000, firstOn: '2026-04-12' });
    accept(world);
    tell(world, paid(world, 'all', 910_000, '2026-04-10'));
    expect(judged(world)).toEqual(['kept']);
    until(world, '2026-05-13T04:00:00.000Z');
    tell(world, chargeback(world, 'all', 910_000, '2026-05-13'));
    expect(judged(world)).toEqual(['kept', 'broken']);
    expect(openHold(world)).toEqual([]);
    expect(until(world, '2026-08-01T00:00:00.000Z')).not.toEqual([]);
  });

  it('keeps no plan of the arrears: it is active again while there is time, and broken after it', () => {
    const world = overdue();
    propose(world);
    accept(world);
    tell(world, paid(world, 'all', 101_000, '2026-01-12'));
    tell(world, chargeback(world, 'all', 80_000, '2026-01-13'));
    expect(lastArrangement(world).state).toBe('active');
    expect(openHold(world)).toHaveLength(1);
    until(world, '2026-01-23T00:00:00.000Z');
    expect(judged(world)).toEqual(['kept', 'active', 'broken']);
  });

  it('keeps no promise, and one that stands with what is left stays kept', () => {
    for (const [promised, amount, found] of [
      [101_000, 101_000, 'broken'],
      [101_000, 20_000, 'broken'],
      [50_000, 51_000, 'kept'],
    ] as const) {
      const world = calledWorld();
      promise(world, { amount: promised, by: '2026-01-14' });
      tell(world, paid(world, 'all', 101_000, '2026-01-12'));
      expect(statesOf(world)).toEqual(['kept']);
      tell(at(world, '2026-01-20T02:00:00.000Z'), chargeback(world, 'all', amount, '2026-01-20'));
      expect(statesOf(world)).toEqual([found]);
    }
  });

  it('keeps no promise that nothing overdue had made whole', () => {
    const world = calledWorld();
    promise(world, { amount: 50_000, by: '2026-01-14' });
    // Told now, of a day before the promise: it does not count for it, and leaves nothing to pay.
    tell(world, paid(world, 'before', 101_000, '2026-01-10'));
    expect(statesOf(world)).toEqual(['kept']);
    tell(at(world, '2026-01-20T02:00:00.000Z'), chargeback(world, 'before', 101_000, '2026-01-20'));
    expect(statesOf(world)).toEqual(['broken']);
  });
});

describe('money for a claim that is written off', () => {
  it('is no recovery any more when a bank takes it back, so much of it as was taken', () => {
    const world = oldClaim('2023-03-10', '2026-03-20T02:00:00.000Z');
    turn(world);
    say(world, { command: 'propose-write-off', because: 'time-barred' });
    const writeOffId = world.kase?.writeOff?.id ?? 'none';
    say(world, { command: 'approve-write-off', writeOffId }, 'operator/second');
    // The news of the first comes before that of its payment.
    tell(world, chargeback(world, 'late', 1_000, '2026-03-20'));
    tell(world, paid(world, 'late', 20_000, '2026-03-20'));
    tell(world, chargeback(world, 'late', 4_000, '2026-03-21'));
    const noted = () =>
      told(world.facts, 'recovery-noted').map(({ amount, left, takenBack }) => [amount, left, takenBack]);
    expect(noted()).toEqual([
      [19_000, 19_000, undefined],
      [4_000, 15_000, true],
    ]);
    expect(world.kase?.writeOff).toMatchObject({ recoveredInPart: [{ paymentId: 'late', left: 15_000 }] });
    tell(world, chargeback(world, 'late', 15_000, '2026-03-22'));
    expect(noted().at(-1)).toEqual([15_000, undefined, true]);
    expect(world.kase?.writeOff?.recovered).toEqual([]);
    expect(world.kase?.writeOff).not.toHaveProperty('recoveredInPart');
  });
});
