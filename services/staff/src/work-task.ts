import type { Instant } from '@recourse/domain/calendar/instant';
import type { Desk } from './desk.js';
import type { Outside } from './outside.js';

/** What became of one member of staff's try at one task. */
export type Worked =
  | { worked: 'answered' | 'answered-twice' | 'refused' | 'answer-refused' }
  /** The gate said no; `until` when it said for how long. */
  | { worked: 'withheld'; until?: Instant };

type WorkTask = { desk: Desk; outside: Outside; taskId: string; by: string; twice: boolean };

/**
 * Takes a task in hand, begins it, speaks to whoever is there and says what came of it.
 * Throws on trouble; a call that was begun is then on record, and what came of it is asked for by the settling of acts.
 */
export async function workTask({ desk, outside, taskId, by, twice }: WorkTask): Promise<Worked> {
  const leased = await desk.lease(taskId, by);
  if (!leased.leased) return { worked: 'refused' };
  const started = await desk.start(taskId, by);
  if (!started.started) {
    await desk.handBack(taskId, by);
    if (started.refused !== 'withheld') return { worked: 'refused' };
    const { withheld } = started;
    return { worked: 'withheld', ...(withheld.result === 'deferred' && { until: withheld.until }) };
  }
  const heard = await outside.speak(started.kind, started.actId, started.to);
  const first = await desk.answer(taskId, by, heard);
  // What was promised cannot be taken: the talk was had, and nothing came of it.
  const isPromise = heard.code === 'promise' && !first.answered && !first.recorded;
  const answer = isPromise ? await desk.answer(taskId, by, { code: 'hung-up-after' }) : first;
  if (!answer.answered) return { worked: 'answer-refused' };
  if (!twice) return { worked: 'answered' };
  // A second click: the desk refuses it and the first answer stays.
  const again = await desk.answer(taskId, by, { code: 'no-answer' });
  return { worked: again.answered ? 'answered-twice' : 'answered' };
}
