import { describe, expect, test } from 'vitest';
import type { Terms } from '@recourse/domain/case/terms';
import { aWorld, missed, paid, tell, testTerms, turn, type CaseWorld } from '../builders/case-world.js';
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
const late = (): CaseWorld => {
  const world = aWorld('2026-01-02T00:00:00.000Z', charging);
  const last = missed(world, 12, '2026-01-01', 500_000);
  if (last.type !== 'instalment-missed') throw new Error('told of a missed instalment');
  const instalment = { ...last.instalment, due: { principal: 500_000, interest: 6_500 } };
  tell(world, { ...last, instalment, arrearsTotal: 506_500, outstandingTotal: 506_500 });
  turn(at(world, '2026-01-31T02:00:00.000Z'));
  return world;
};

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
});
