import type { RelatedParty } from '@recourse/domain/contact/relation';
import type { SeenRelated } from '@recourse/domain/case/seen';
import type { Hold, HoldReason } from '@recourse/domain/holds/hold';
import { aWorld, missed, tell, turn, type CaseWorld } from './case-world.js';
import { playUntil } from './play-case.js';
import { representingStrategy } from './representing-strategy.js';

/** Somebody who is `role` of the borrower `p1`, with a mobile number. */
export const named = (role: RelatedParty, personId = 'p2', how: Partial<SeenRelated> = {}): SeenRelated => ({
  personId,
  to: 'p1',
  role,
  points: [{ pointId: `${personId}-m`, kind: 'mobile', valid: true }],
  holds: [],
  contacts: 0,
  refused: false,
  ...how,
});

/** Ladder day 11, in the call stage; the borrower held for the reason since then. */
export const heldFor = (reason: HoldReason, related: SeenRelated[] = []): CaseWorld => {
  const world = aWorld();
  world.strategy = representingStrategy();
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, '2026-01-12T00:00:00.000Z', () => 'no-answer');
  world.now = '2026-01-12T00:00:00.000Z';
  world.related = related;
  holdFor(world, reason);
  return world;
};
export const holdFor = (world: CaseWorld, reason: HoldReason, scope: Hold['scope'] = { person: 'p1' }): void => {
  const placed: Hold = {
    id: `${reason}-hold`,
    reason,
    scope,
    stops: ['contact', 'escalation', 'timers'],
    from: world.now,
  };
  turn(world, [{ itemId: placed.id, at: world.now, kind: 'hold-reported', hold: placed }]);
};
export const endHold = (world: CaseWorld, holdId: string): void => {
  const command = { command: 'end-hold', holdId } as const;
  turn(world, [{ itemId: `end-${holdId}`, at: world.now, kind: 'command', actor: 'tester', command }]);
};
