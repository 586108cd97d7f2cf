import { scheduleOf } from '@recourse/domain/arrangements/arrangement-schedule';
import { heldLoan } from '@recourse/domain/case/held-loan';
import { lateOfCase } from '@recourse/domain/case/late-of-case';
import { describe, expect, test } from 'vitest';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Terms } from '@recourse/domain/case/terms';
import { accept, lastArrangement, propose, refusedBecause } from '../builders/arranging.js';
import { aWorld, missed, paid, seenBy, tell, testTerms, turn, type CaseWorld } from '../builders/case-world.js';
import { lateTerms } from '../builders/money-events.js';
import { at, promise, statesOf } from '../builders/promising.js';

const { lateCharge, startOn } = lateTerms;
const charging: Terms = {
  ...testTerms,
  startOn,
  lateCharge: {
    ...lateCharge,
    penalty: { ...lateCharge.penalty, tiers: [], grace: { days: 0, chargedFrom: 'due-date' } },
    caps: [],
  },
};

/** The last instalment of 5,065.00, of which 5,000.00 are principal, 30 days late at 23.4 %: 96.16 by 31 January. */
const late = (lateCharge = charging.lateCharge!): CaseWorld => {
  const world = aWorld('2026-01-02T00:00:00.000Z', { ...charging, lateCharge });
  const last = missed(world, 12, '2026-01-01', 500_000);
  if (last.type !== 'instalment-missed') throw new Error('told of a missed instalment');
  const instalment = { ...last.instalment, due: { principal: 500_000, interest: 6_500 } };
  tell(world, { ...last, instalment, arrearsTotal: 506_500, outstandingTotal: 506_500 });
  turn(at(world, '2026-01-31T02:00:00.000Z'));
  return world;
};

/** The next instalment, paid in time, as servicing tells of it. */
const metOn = (world: CaseWorld, dueOn: string): LoanFact => ({
  eventId: `met-${dueOn}`,
  occurredAt: world.now,
  type: 'instalment-met',
  instalment: { number: 13, dueOn, due: { principal: 100_000, interest: 1_000 } },
  asOf: dueOn,
});

describe('what a borrower is told to owe, charges for lateness and all', () => {
  test('may be promised, to the last fen and no more', () => {
    const world = late();
    promise(world, { amount: 516_117, by: '2026-02-03' });
    expect(world.facts).toContainEqual(expect.objectContaining({ type: 'promise-refused', because: 'above-the-debt' }));
    promise(world, { amount: 516_116, by: '2026-02-03' });
    expect(world.kase?.promises).toMatchObject([{ amount: 516_116, state: 'open' }]);
  });

  test('is what somebody promises who says no amount, and what is due by the contract keeps it', () => {
    const world = late();
    promise(world, [], { details: { promises: undefined } as never });
    expect(world.kase?.promises).toMatchObject([{ amount: 516_116, state: 'open' }]);
    tell(world, paid(world, 'a', 506_500, '2026-01-31'));
    expect(statesOf(world)).toEqual(['kept']);
  });

  test('is what a plan of that day is about, and a later signature changes nothing of it', () => {
    const world = late();
    propose(world, { instalments: 2 });
    const { terms } = lastArrangement(world);
    expect(terms).toMatchObject({
      owed: { principal: 500_000, interest: 6_500, penalty: 9_616 },
      late: { penalty: 9_616 },
    });
    expect(scheduleOf(terms).reduce((sum, { amount }) => sum + amount, 0)).toBe(516_116);
    expect(refusedBecause(accept(at(world, '2026-02-03T02:00:00.000Z')))).toEqual([]);
    expect(lastArrangement(world).state).toBe('active');
  });

  test('can be given up: whoever keeps the rest is not asked for it again', () => {
    const world = late();
    propose(world, { instalments: 1, discount: 9_616 });
    expect(lastArrangement(world).terms).toMatchObject({ discount: { penalty: 9_616 }, settles: { penalty: 9_616 } });
    accept(world);
    tell(world, paid(world, 'a', 506_500, '2026-01-31'));

    expect(lastArrangement(world).state).toBe('kept');
    expect(lateOfCase(world.kase!, heldLoan(seenBy(world)), '2026-02-20')).toMatchObject({ late: 0, owed: 0 });
  });

  test('is asked for again when the money that kept it is taken back', () => {
    const world = late();
    propose(world, { instalments: 1, discount: 9_616 });
    accept(world);
    tell(world, paid(world, 'a', 506_500, '2026-01-31'));
    const back = { type: 'payment-reversed', paymentId: 'a', reversedOn: '2026-02-01', reason: 'returned' } as const;
    tell(at(world, '2026-02-20T02:00:00.000Z'), { eventId: 'back', occurredAt: world.now, ...back });

    expect(lastArrangement(world).state).toBe('broken');
    expect(lateOfCase(world.kase!, heldLoan(seenBy(world)), '2026-02-20')?.late).toBeGreaterThan(9_616);
  });

  test('keeps a plan though an instalment met meanwhile took what lay for charges nobody has billed', () => {
    const rate = { yearlyPpm: 5_000_000 };
    const world = late({ ...charging.lateCharge!, penalty: { ...charging.lateCharge!.penalty!, rate } });
    propose(world, { instalments: 4 }, 'manager');
    accept(world);
    const dues = scheduleOf(lastArrangement(world).terms);
    for (const { number, dueOn, amount } of dues) {
      at(world, `${dueOn}T02:00:00.000Z`);
      if (number === dues.length) tell(world, metOn(world, '2026-04-20'));
      tell(world, paid(world, `part-${number}`, amount, dueOn));
    }

    expect(lastArrangement(world).state).toBe('kept');
  });
});
