import type { PromiseRefusal } from '@recourse/domain/arrangements/refuse-promises';
import type { OutcomeDetails } from '@recourse/domain/case/act-outcome';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { agreedTimeShape, isAgreedTooFar, isTooMuchAgreed } from '@recourse/domain/contact/standing-shapes';
import { isTakenFrom, takesBack, type Wish } from '@recourse/domain/contact/wish';
import { concludeAttempt } from '../contact/conclude-attempt.js';
import { refusedPromise } from '../contact/refused-promise.js';
import { ringAll } from '../contact/ring-all.js';
import type { DeskPorts } from './desk-ports.js';
import type { DeskRefusal } from './task-store.js';

export type AnswerTask =
  | { answered: true }
  /** `recorded`: too late for the task, but the contact happened, so it is on record and counts. */
  | { answered: false; refused: DeskRefusal | PromiseRefusal; recorded: boolean };

/** Says what came of the call or visit that `start-task` began, and what the person asked for; one answer for every loan it was about. */
export async function answerTask(
  ports: DeskPorts,
  taskId: string,
  by: string,
  code: OutcomeCode,
  details?: OutcomeDetails,
  wishes: readonly Wish[] = [],
): Promise<AnswerTask> {
  const { tasks, contacts, clock, doorbell } = ports;
  const refuse = (refused: DeskRefusal | PromiseRefusal, recorded = false): AnswerTask => ({
    answered: false,
    refused,
    recorded,
  });
  const task = await tasks.task(taskId);
  if (!task) return refuse('unknown-task');
  const act = await contacts.actOfTask(taskId);
  if (!act) return refuse(task.status === 'closed' ? 'task-closed' : 'not-started');
  if (act.actor !== by) return refuse('leased-by-another');
  if (wishes.some((wish) => !isTakenFrom(code, wish))) return refuse('wish-not-from-them');
  // What takes a right back is heard even when the answer itself comes too late.
  if (act.status === 'concluded' && !wishes.some(takesBack)) return refuse('already-answered');

  const { now: at } = await clock.now(act.tenant);
  if (wishes.some((wish) => isBeyondBounds(wish, at)) || isTooMuchAgreed(wishes.filter(isAgreed)))
    return refuse('wish-out-of-bounds');
  // Told at once, while the borrower can still be asked; nothing is written, and the task waits for another answer.
  const told = { code, at, ...(details && { details }) };
  const refusedOf =
    act.status === 'concluded' || code !== 'promise'
      ? undefined
      : refusedPromise(act, await contacts.covered(act), ports.rules.strategiesByHash, told);
  if (refusedOf) return refuse(refusedOf);
  const concluded = await concludeAttempt(contacts, act._id, {
    code,
    at,
    law: ports.rules.law,
    ...(details && { details }),
    ...(wishes.length > 0 && { wishes }),
  });
  if (concluded === 'unknown-act') return refuse('not-started');
  await ringAll(doorbell, concluded.ring);
  if (concluded.concluded === 'known') return refuse('already-answered');
  return task.status === 'closed' ? refuse('task-closed', true) : { answered: true };
}

const isAgreed = (wish: Wish): wish is Extract<Wish, { wish: 'agreed-time' }> => wish.wish === 'agreed-time';

function isBeyondBounds(wish: Wish, at: Instant): boolean {
  if (!isAgreed(wish)) return false;
  const { wish: _, ...agreed } = wish;
  return !agreedTimeShape.safeParse(agreed).success || isAgreedTooFar(agreed, at);
}
