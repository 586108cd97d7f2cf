import type { NewInput } from '@recourse/domain/case/case-inputs';
import type { MatterCommand } from '@recourse/domain/matters/matter-command';
import type { Matter } from '@recourse/domain/matters/matter';
import { aWorld, missed, tell, turn, type CaseWorld } from './case-world.js';
import { playUntil } from './play-case.js';

/** A case in its calls, on 11 January 2026 at 15:00 in Shanghai. */
export const inCalls = (): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, '2026-01-11T00:00:00.000Z', () => 'delivered');
  world.now = '2026-01-11T07:00:00.000Z';
  return world;
};

let given = 0;
/** What somebody of ours says of a dispute or complaint. */
export const say = (world: CaseWorld, command: MatterCommand, actor = 'operator/ann'): NewInput => ({
  kind: 'command',
  itemId: `command/${(given += 1)}`,
  at: world.now,
  actor,
  command,
});

/** Raises one, by the regulator and of 11 January unless told otherwise. @throws when the case does not take it */
export const raise = (
  world: CaseWorld,
  how: Partial<Extract<MatterCommand, { command: 'raise-matter' }>> = {},
): Matter => {
  const raised = { kind: 'complaint', channel: 'regulator', ground: 'too-often', raisedOn: '2026-01-11' } as const;
  const before = world.kase?.matters?.length ?? 0;
  turn(world, [say(world, { command: 'raise-matter', ...raised, ...how })]);
  const matter = world.kase?.matters?.[before];
  if (!matter) throw new Error('nothing was raised');
  return matter;
};

export const matterOf = (world: CaseWorld, id: string): Matter | undefined =>
  world.kase?.matters?.find((each) => each.id === id);

/** Reasons of the holds that nobody has ended. */
export const openHolds = (world: CaseWorld): string[] =>
  (world.kase?.holds ?? []).filter(({ endedAt }) => endedAt === undefined).map(({ reason }) => reason);

export const refusal = (world: CaseWorld): unknown => world.facts.findLast(({ type }) => type === 'matter-refused');
