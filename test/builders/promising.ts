import type { PromiseTold } from '@recourse/domain/arrangements/promise';
import type { OutcomeDetails } from '@recourse/domain/case/act-outcome';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import { aWorld, missed, tell, turn, type CaseWorld } from './case-world.js';
import { playUntil, type Answer } from './play-case.js';

const nobodyAnswers: Answer = 'no-answer';
/** Messages arrive, nobody picks up. */
export const quiet = (act: string): Answer =>
  act === 'place-call' || act === 'arrange-visit' ? nobodyAnswers : 'delivered';

/** A loan of 1,010.00 missed on 1 January 2026 in Shanghai, called for the first time on the 11th at 14:00. */
export const calledWorld = (principal = 100_000): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01', principal));
  playUntil(world, '2026-01-11T00:00:00.000Z', quiet);
  world.now = '2026-01-11T06:00:00.000Z';
  return world;
};

let conversations = 0;

/** The borrower promises in a conversation that no plan led to: inbound, or told by an agency. */
export const promise = (
  world: CaseWorld,
  told: PromiseTold | PromiseTold[],
  more: { at?: string; details?: OutcomeDetails } = {},
): CaseFact[] => {
  const itemId = `talk-${++conversations}`;
  const details = { ...(Array.isArray(told) ? { promises: told } : { promise: told }), ...more.details };
  const planId = `${world.caseId}/1/agency-dial/${conversations}`;
  return turn(world, [
    {
      itemId,
      at: world.now,
      kind: 'act-outcome',
      outcome: {
        planId,
        actId: planId,
        at: more.at ?? world.now,
        reached: 'p1',
        result: 'answered',
        code: 'promise',
        details,
      },
    },
  ]);
};

export const at = (world: CaseWorld, instant: string): CaseWorld => Object.assign(world, { now: instant });

/** What was found of the case's promises, in the order they were made. */
export const statesOf = ({ kase }: CaseWorld): string[] => kase?.promises.map(({ state }) => state) ?? [];
