import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { LocateSource } from '@recourse/domain/contact/locate-sources';
import { aWorld, missed, tell, turn, type CaseWorld } from './case-world.js';
import { playUntil } from './play-case.js';
import { threeFailedCalls } from './third-party-records.js';

export const day15 = '2026-01-15T00:00:00.000Z';

const calls: LedgerEntry[] = threeFailedCalls.map((entry, n) => ({ ...entry, at: `2026-01-1${n + 1}T06:00:00.000Z` }));

/** Three calls in vain, and then one that reached the borrower. */
export const reached: LedgerEntry[] = [
  ...calls,
  { ...(calls[0] as LedgerEntry), actId: 'reached', at: '2026-01-15T06:00:00.000Z', connected: true, rightParty: true },
];

/** A case of the shipped ladder on its day 14, in the call stage, whose borrower is unreachable by then. */
export const unreachableWorld = (differs: Partial<CaseWorld> = {}): CaseWorld => {
  const world = { ...aWorld(), ...differs };
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, day15, () => 'no-answer');
  world.now = day15;
  world.person = { ...world.person, ledger: calls };
  turn(world);
  return world;
};

/** Another number of the borrower is loaded, verified today. */
export const loadNumber = (world: CaseWorld, foundBy?: LocateSource, pointId = 'm2'): void => {
  const verifiedOn = world.now.slice(0, 10);
  const number = { pointId, kind: 'mobile', valid: true, verifiedOn, ...(foundBy && { foundBy }) } as const;
  world.person = { ...world.person, points: [...world.person.points, number] };
  turn(world, [{ kind: 'person-known', itemId: `known/${pointId}`, at: world.now, personId: 'p1' }]);
};
