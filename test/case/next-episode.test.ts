import { describe, expect, it } from 'vitest';
import type { Limitation } from '@recourse/domain/limitation/limitation-of';
import { limitationOfCase } from '@recourse/domain/case/limitation-of-case';
import { missed, paid, seenBy, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { oldClaim, say, told } from '../builders/old-claim.js';
import { playUntil } from '../builders/play-case.js';

/** The claim is paid and the case closes; servicing takes the payment back, and another case of the loan opens. */
const reopened = (world: CaseWorld): CaseWorld => {
  tell(world, paid(world, 'all', 101_000, world.now.slice(0, 10)));
  playUntil(world, '2026-12-01T00:00:00.000Z', () => 'unknown');
  const carry = told(world.facts, 'case-closed').at(-1)?.carry;
  if (!carry) throw new Error('the case has not closed');
  const { kase: _over, ...rest } = world;
  return { ...rest, caseId: 'test/loan-1/2', facts: [], n: 0, now: '2026-12-01T02:00:00.000Z', carry };
};
const bounce = (world: CaseWorld): void => {
  tell(world, {
    eventId: 'back',
    occurredAt: world.now,
    type: 'payment-reversed',
    paymentId: 'all',
    reversedOn: world.now.slice(0, 10),
    reason: 'returned',
  });
};
const limitation = (world: CaseWorld): Limitation | undefined =>
  world.kase && limitationOfCase(world.kase, seenBy(world), world.now.slice(0, 10));

describe('the next episode of a loan', () => {
  it('knows the obstacles that were recorded in the one before', () => {
    const first = oldClaim('2023-06-10', '2026-02-20T02:00:00.000Z');
    const until = '2026-06-01';
    first.now = '2026-06-02T02:00:00.000Z';
    say(first, { command: 'record-suspension', event: 'force-majeure', from: '2026-02-10', until, document: 'flood' });
    const world = reopened(first);
    bounce(world);
    expect(limitation(world)).toMatchObject({
      state: 'running',
      endsOn: '2026-12-01',
      suspensions: [{ event: 'force-majeure', until }],
    });
  });

  it('knows that the claim is written off: nobody writes it off again, and what comes is recovery, what is taken back too', () => {
    const first = oldClaim('2025-11-10', '2026-01-05T02:00:00.000Z');
    say(first, { command: 'propose-write-off', because: 'death' });
    const writeOffId = first.kase?.writeOff?.id ?? 'none';
    say(first, { command: 'approve-write-off', writeOffId }, 'operator/second');
    const world = reopened(first);
    expect(told(first.facts, 'recovery-noted')).toMatchObject([{ paymentId: 'all' }]);
    bounce(world);
    expect(told(world.facts, 'recovery-noted')).toMatchObject([{ paymentId: 'all', takenBack: true }]);
    tell(world, paid(world, 'some', 10_000, '2026-12-01'));
    expect(told(world.facts, 'recovery-noted').at(-1)).toMatchObject({ writeOffId, paymentId: 'some' });
    say(world, { command: 'propose-write-off', because: 'death' });
    expect(told(world.facts, 'write-off-refused').map(({ because }) => because)).toEqual(['written-off-already']);
  });

  it('knows nothing of a write-off that nobody approved', () => {
    const first = oldClaim('2025-11-10', '2026-01-05T02:00:00.000Z');
    say(first, { command: 'propose-write-off', because: 'death' });
    const world = reopened(first);
    bounce(world);
    expect(world.kase?.writeOff).toBeUndefined();
  });

  it('knows of a breathing space that it lasted, up to the day the one before closed and no longer', () => {
    const first = oldClaim('2025-11-10', '2026-01-05T02:00:00.000Z');
    const loan = { loan: 'loan-1' };
    const space = { id: 'space', reason: 'breathing-space', scope: loan, stops: ['contact'] } as const;
    first.loanHolds = [{ ...space, stops: [...space.stops], from: first.now, until: '2027-01-05T02:00:00.000Z' }];
    turn(first);
    const world = reopened(first);
    // Midnight of the tenth in Shanghai.
    expect(world.carry?.endedAt).toBe('2026-04-09T16:00:00.000Z');
    expect(world.carry?.suspensions).toMatchObject([
      { event: 'breathing-space', on: '2026-01-05', until: '2026-04-10' },
    ]);
    delete world.loanHolds;
    tell(world, missed(world, 13, '2026-11-01'));
    expect(world.kase?.limitation?.suspensions).toEqual(world.carry?.suspensions);
  });
});
