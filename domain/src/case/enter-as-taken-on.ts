import type { Day } from '../calendar/day.js';
import { localDay } from '../calendar/local-time.js';
import { dayOfLadderAge } from '../holds/held-days.js';
import type { HoldReason } from '../holds/hold.js';
import type { Step } from '../strategy/step.js';
import type { StageRules } from '../strategy/strategy.js';
import { caseStops } from './adopt-holds.js';
import type { CollectionCase, HistoryTakenOn } from './collection-case.js';
import { clock, state, type Course } from './course.js';
import { evaluateAll } from './evaluate-condition.js';
import { holdsOfCase } from './holds-of-case.js';
import { isTimeBarred } from './limitation-of-case.js';
import type { Criterion } from './stage.js';

/** Whether the case was past its grace, and free to climb, before it came to us: then it stands somewhere on the ladder. */
export const isTakenOnPastGrace = ({ takenOn, graceEndsAt }: CollectionCase): boolean =>
  takenOn !== undefined && takenOn.walkedUntil >= graceEndsAt;

/** What is owed, or by whom, is not sure: no stage before it is. */
const inDoubt = new Set<HoldReason>(['verification', 'loan-mismatch', 'unresolved-event']);

type Rung = { rules: StageRules; criteria: Criterion[] };

/** Climbs the ladder as a case that has been on it all along, steps apart: screening goes by what is known of the case now. */
const walk = (course: Course): { stands: Rung; passedOver: Rung[] } | undefined => {
  const { kase, seen, at } = course;
  const { stages } = seen.rules.strategy;
  const [first] = stages;
  if (!first) return undefined;
  const until = kase.takenOn?.walkedUntil ?? at;
  const asked = (rules: StageRules) => evaluateAll(rules.enter, kase, seen, until);
  let stands: Rung = { rules: first, criteria: asked(first).criteria };
  const passedOver: Rung[] = [];
  for (const next of stages.slice(1)) {
    const { leave } = stands.rules;
    if (next.stage === 'legal' && isTimeBarred(course)) break;
    if (leave.length === 0 || !evaluateAll(leave, kase, seen, until).held) break;
    const { held, criteria } = asked(next);
    if (held) {
      stands = { rules: next, criteria };
      continue;
    }
    const measures = next.enter.filter(({ fact }) => fact === 'ladder-age' || fact === 'dpd');
    const reached = evaluateAll(measures, kase, seen, until).held;
    if (!reached || next.ifNotEntered === 'wait') break;
    passedOver.push({ rules: next, criteria });
  }
  return { stands, passedOver };
};

/** The last day on which somebody did what the step does. A notice counts by its proof, a handover by nothing that is told. */
const lastDoneOn = ({ act, channel = 'sms' }: Step, last: HistoryTakenOn['lastContactOn']): Day | undefined => {
  switch (act) {
    case 'send-reminder':
      return last[channel];
    case 'place-call':
      return [last.call, last.dialler, last['voice-bot']]
        .filter((day) => day !== undefined)
        .toSorted()
        .at(-1);
    case 'arrange-visit':
      return last.visit;
    case 'send-notice':
    case 'place-with-agency':
    case 'recall-from-agency':
    case 'refer-to-legal':
    case 'withdraw-from-legal':
      return undefined;
    default:
      return act satisfies never;
  }
};

/**
 * Puts a case that is taken on where the ladder would have led it (requirements A8). Steps of earlier stages are not caught up; a step of
 * this one whose day has come is done when somebody did the like on its day or later. Whoever is not verified yet enters no stage.
 */
export const enterAsTakenOn = (course: Course): void => {
  const unsure = caseStops(course, 'escalation').some(({ reason }) => inDoubt.has(reason));
  const found = unsure ? undefined : walk(course);
  if (!found) return;
  const { round, takenOn } = course.kase;
  const { rules, criteria } = found.stands;
  state(course, clock, { type: 'stage-entered', stage: rules.stage, because: 'taken-on', round, criteria });
  for (const { rules: over, criteria: failed } of found.passedOver)
    state(course, clock, { type: 'stage-passed-over', stage: over.stage, round, criteria: failed });
  for (const step of rules.steps) {
    const { anchorOn, zone } = course.kase;
    if (step.ladderDay === undefined) continue;
    const day = dayOfLadderAge(anchorOn, step.ladderDay, holdsOfCase(course.kase), zone, course.at);
    const done = lastDoneOn(step, takenOn?.lastContactOn ?? {});
    if (done !== undefined && done >= day && day <= localDay(course.at, zone))
      state(course, clock, { type: 'step-done', round, step: step.step, by: 'taken-on' });
  }
};
