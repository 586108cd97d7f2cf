import { expect, test } from 'vitest';
import { personEventHold } from '@recourse/activities/intake/person-event-hold';
import type { Day } from '@recourse/domain/calendar/day';
import { heldLoan } from '@recourse/domain/case/held-loan';
import { lateOfCase } from '@recourse/domain/case/late-of-case';
import type { Terms } from '@recourse/domain/case/terms';
import { aWorld, missed, seenBy, tell, testTerms, turn, type CaseWorld } from '../builders/case-world.js';
import { endHold } from '../builders/held-borrower.js';
import { lateTerms } from '../builders/money-events.js';
import { noLaw } from '../builders/no-law.js';
import { at } from '../builders/promising.js';

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

/** 5,000.00 of principal due on 1 January, at 23.4 % a year: 3.2055 a day. */
const late = (): CaseWorld => {
  const world = aWorld('2026-01-02T00:00:00.000Z', charging);
  tell(world, missed(world, 12, '2026-01-01', 500_000));
  return world;
};
/** Servicing tells it at noon of a day, by an event of this id. */
const insolvent = (world: CaseWorld, toldOn: Day, on?: Day, id = 'insolvent'): CaseWorld => {
  at(world, `${toldOn}T04:00:00.000Z`);
  const fact = {
    type: 'person-insolvent' as const,
    eventId: id,
    occurredAt: world.now,
    personId: 'p1',
    ...(on && { on }),
  };
  const hold = personEventHold(fact, id, { law: noLaw, places: ['CN'], products: ['cash-loan'], at: world.now });
  turn(world, [{ kind: 'hold-reported', itemId: id, at: world.now, hold }]);
  return world;
};
const lateOn = (world: CaseWorld, day: Day): number | undefined =>
  world.kase && lateOfCase(world.kase, heldLoan(seenBy(world)), day)?.late;

test('charges stop on the day the court accepted it, whenever it is told', () => {
  const inTime = insolvent(late(), '2026-01-11');
  expect(lateOn(inTime, '2026-03-01'), 'ten days').toBe(3_205);
  for (const toldOn of ['2026-01-11', '2026-01-21', '2026-02-20'] as const)
    expect(lateOn(insolvent(late(), toldOn, '2026-01-11'), '2026-03-01'), toldOn).toBe(3_205);
  expect(lateOn(insolvent(late(), '2026-01-21'), '2026-03-01'), 'told without its day').toBe(6_411);
});

test('charges stop on the earliest day that was told, in whatever order', () => {
  const rising = insolvent(insolvent(late(), '2026-01-21', undefined, 'a'), '2026-01-25', '2026-01-11', 'b');
  const falling = insolvent(insolvent(late(), '2026-01-21', '2026-01-11', 'b'), '2026-01-25', undefined, 'a');
  expect([lateOn(rising, '2026-03-01'), lateOn(falling, '2026-03-01')]).toEqual([3_205, 3_205]);
});

test('a day still to come stops nothing later than the word of it', () => {
  expect(lateOn(insolvent(late(), '2026-01-11', '2026-02-01'), '2026-03-01')).toBe(3_205);
});

test('before the insolvency became due nothing was charged, and only lateness is charged by its day: the ladder stood from when it was heard', () => {
  const world = insolvent(late(), '2026-01-21', '2025-12-20');
  expect(lateOn(world, '2026-03-01')).toBe(0);
  expect(world.kase?.holds).toMatchObject([{ from: '2026-01-21T04:00:00.000Z', interestFrom: '2025-12-20' }]);
});

test('an insolvency that was none charges on from the day its hold was ended', () => {
  const world = insolvent(late(), '2026-01-21', '2026-01-11');
  at(world, '2026-01-31T04:00:00.000Z');
  endHold(world, 'insolvent');
  expect(lateOn(world, '2026-02-10'), 'ten days before, ten days after').toBe(6_411);
});
