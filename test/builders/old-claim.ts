import type { LimitationCommand } from '@recourse/domain/limitation/limitation-command';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { TakenOn } from '@recourse/domain/case/taken-on';
import type { WriteOffCommand } from '@recourse/domain/write-off/write-off';
import { aWorld, tell, turn, type CaseWorld } from './case-world.js';

/** A claim whose last instalment fell due on that day, taken on at `now`; 101,000 fen, nothing told of before. */
export const oldClaim = (lastDueOn: string, now: Instant, told: Partial<TakenOn> = {}): CaseWorld => {
  const world = aWorld(now);
  tell(world, {
    eventId: 'take-on',
    occurredAt: now,
    type: 'loan-taken-on',
    terms: world.terms,
    asOf: now.slice(0, 10),
    arrearsTotal: 101_000,
    outstandingTotal: 101_000,
    instalments: [{ number: 12, dueOn: lastDueOn, due: { principal: 100_000, interest: 1_000 }, state: 'missed' }],
    payments: [],
    notices: [],
    contacts: [],
    contactsToldUntil: now,
    holds: [],
    ...told,
  });
  return world;
};

export const say = (
  world: CaseWorld,
  command: LimitationCommand | WriteOffCommand,
  actor = 'operator/maker',
): CaseFact[] => turn(world, [{ itemId: `said-${world.n + 1}`, at: world.now, kind: 'command', actor, command }]);

/** What was stated of one type, without when and why. */
export const told = <T extends CaseFact['type']>(
  facts: readonly CaseFact[],
  type: T,
): Extract<CaseFact, { type: T }>[] =>
  facts.filter((fact): fact is Extract<CaseFact, { type: T }> => fact.type === type);
