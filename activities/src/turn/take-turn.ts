import type { RegisteredActivities } from '../acts/acts.js';
import { ringAll } from '../contact/ring-all.js';
import type { Doorbell } from '../doorbell.js';
import { inputsOfTurn } from './inputs-of-turn.js';
import { judgeTurn } from './judge-turn.js';
import { nextOf } from './next-of.js';
import type { Policies } from './policies.js';
import { rulesOfTurn } from './rules-of-turn.js';
import type { TurnStore } from './turn-store.js';

/** Turns of one case lost in a row to others before the turn gives up and is retried by Temporal. */
const mostMoves = 20;

/** No loan of ours by that id: the workflow was started for something that intake has not taken. */
export class NoSuchLoan extends Error {
  override readonly name = 'NoSuchLoan';
}

/**
 * The turn: the case reads its inbox and what else it may see, decides, and all of it is written at once.
 * Repeating a turn, or two at once, is harmless: the later one finds the newer case and has nothing to say.
 */
export function createTakeTurn({
  turnStore,
  policies,
  doorbell,
  verifiesIntake = false,
}: {
  turnStore: TurnStore;
  policies: Policies;
  doorbell: Doorbell;
  /** A servicing system or directory is named. */
  verifiesIntake?: boolean;
}): RegisteredActivities['takeTurn'] {
  return async function takeTurn({ caseId, tried }) {
    for (let move = 0; move < mostMoves; move++) {
      const taken = await turnStore.takeTurn(caseId, (read) =>
        judgeTurn(read, inputsOfTurn(read, tried), { ...rulesOfTurn(read, policies), verifiesIntake }),
      );
      if (taken === 'no-loan') throw new NoSuchLoan(`case ${caseId} names a loan that is not here`);
      if (taken === 'moved') continue;
      await ringAll(doorbell, taken.ring);
      return nextOf(taken, tried);
    }
    throw new Error(`case ${caseId} was written by others ${mostMoves} times while it took its turn`);
  };
}
