import type { ArrangementCommand } from '@recourse/domain/arrangements/arrangement-command';
import type { ArrangementAsked, Arrangement } from '@recourse/domain/arrangements/arrangement';
import type { Authority } from '@recourse/domain/arrangements/arrangement-kind';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { localDay } from '@recourse/domain/calendar/local-time';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import { aWorld, missed, tell, turn, type CaseWorld } from './case-world.js';
import { playUntil } from './play-case.js';

const shanghai = { zone: 'Asia/Shanghai', offsets: [[0, 480]] as [number, number][] };

export const todayOf = (world: CaseWorld): string => localDay(world.now, shanghai);

/** Somebody says something about an arrangement: what the case stated. */
export const command = (world: CaseWorld, said: ArrangementCommand, actor = 'operator/maker'): CaseFact[] =>
  turn(world, [{ itemId: `command-${world.n + 1}`, at: world.now, kind: 'command', actor, command: said }]);

/** Three instalments from a week on, unless said otherwise. Where no authority is named a second person approves what needs it. */
export const propose = (world: CaseWorld, asked: Partial<ArrangementAsked> = {}, authority?: Authority): CaseFact[] => {
  const facts = command(world, {
    command: 'propose-arrangement',
    authority: authority ?? 'manager',
    asked: { kind: 'repayment-plan', over: 'arrears', firstOn: addDays(todayOf(world), 7), instalments: 3, ...asked },
  });
  const { id, state, needs } = world.kase?.arrangements?.at(-1) ?? {};
  if (authority === undefined && id !== undefined && state === 'proposed' && needs)
    command(world, { command: 'approve-arrangement', arrangementId: id, authority: needs }, 'operator/checker');
  return facts;
};

export const lastArrangement = (world: CaseWorld): Arrangement => {
  const found = world.kase?.arrangements?.at(-1);
  if (!found) throw new Error('no arrangement was proposed');
  return found;
};

export const accept = (
  world: CaseWorld,
  change: Partial<{ on: string; hash: string; personId: string }> = {},
): CaseFact[] => {
  const { id, hash } = lastArrangement(world);
  return command(world, {
    command: 'accept-arrangement',
    arrangementId: id,
    personId: world.person.personId,
    on: todayOf(world),
    hash,
    ...change,
  });
};

/** Why the last command was refused; empty: it was not. */
export const refusedBecause = (facts: readonly CaseFact[]): string[] =>
  facts.flatMap((fact) => (fact.type === 'arrangement-refused' ? fact.refused.map(({ because }) => because) : []));

/** Proposed, and signed at once when nobody need approve it. */
export const agree = (
  world: CaseWorld,
  {
    over,
    instalments,
    inDays,
    signed,
  }: Pick<ArrangementAsked, 'over'> & { instalments: number; inDays: number; signed: boolean },
): void => {
  propose(world, { over, instalments, firstOn: addDays(todayOf(world), inDays) });
  if (signed && world.kase?.arrangements?.at(-1)?.state === 'offered') accept(world);
};

export const withdrawOpen = (world: CaseWorld): void => {
  const open = world.kase?.arrangements?.find(({ state }) => state === 'active' || state === 'offered');
  if (open) command(world, { command: 'withdraw-arrangement', arrangementId: open.id, because: 'debtor-asks' });
};

/** 101,000 fen overdue since 2026-01-01, `toCome` not billed yet; a plan of 33,666 33,666 33,668 from 2026-01-17. */
export const overdue = (toCome?: number): CaseWorld => {
  const world = aWorld('2026-01-02T00:00:00.000Z');
  tell(world, missed(world, 1, '2026-01-01', 100_000, toCome));
  playUntil(world, '2026-01-10T02:00:00.000Z', () => 'delivered');
  world.now = '2026-01-10T02:00:00.000Z';
  turn(world);
  return world;
};

/** Plays the case up to an instant, messages delivered, and lets it take a turn: what it did. */
export const until = (world: CaseWorld, at: string): string[] => {
  const done = playUntil(world, at, () => 'delivered').map(({ act }) => act);
  if (world.now < at) world.now = at;
  turn(world);
  return done;
};

/** The holds of arrangements that are kept. */
export const openHold = (world: CaseWorld) =>
  world.kase?.holds.filter(({ reason, endedAt }) => reason === 'repayment-plan' && endedAt === undefined) ?? [];
