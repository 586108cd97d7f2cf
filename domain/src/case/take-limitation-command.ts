import { localDay } from '../calendar/local-time.js';
import type { LimitationCommand } from '../limitation/limitation-command.js';
import type { LimitationRefusal } from '../limitation/limitation-fact.js';
import { obstaclesOf } from '../limitation/limitation-of.js';
import { state, type Course } from './course.js';
import { limitationOfCase } from './limitation-of-case.js';

type Recorded = Extract<LimitationCommand, { command: 'record-interruption' }>;

const interrupt = (
  course: Course,
  cause: string,
  { ground, on, proof, document }: Recorded,
): LimitationRefusal | undefined => {
  const { kase, seen, at } = course;
  const today = localDay(at, kase.zone);
  const { interruptions = [] } = kase.limitation ?? {};
  if (on > today) return 'day-not-possible';
  if (interruptions.some(({ by }) => by.what === 'document' && by.id === document)) return 'already-known';
  const each = { ground, on, proof, by: { what: 'document' as const, id: document } };
  const before = limitationOfCase(kase, seen, today);
  if (before?.beganOn !== undefined && on <= before.beganOn) return 'already-known';
  const known = { ...kase, limitation: { ...kase.limitation, interruptions: [...interruptions, each] } };
  if (limitationOfCase(known, seen, today)?.beganOn !== on)
    // Too late in law, or not proved as the law wants it.
    return before?.endsOn !== undefined && on > before.endsOn ? 'over-already' : 'proof-missing';
  state(course, cause, { type: 'limitation-interrupted', ...each });
  return undefined;
};

/** Records what somebody proves of a limitation, or states why not: nothing of the case is changed then. */
export const takeLimitationCommand = (course: Course, cause: string, command: LimitationCommand): void => {
  const refuse = (because: LimitationRefusal): void =>
    state(course, cause, { type: 'limitation-refused', command: command.command, because });
  switch (command.command) {
    case 'record-interruption': {
      const refused = interrupt(course, cause, command);
      return refused && refuse(refused);
    }
    case 'record-suspension': {
      const { event, from, until, document } = command;
      const today = localDay(course.at, course.kase.zone);
      if (from > today || (until !== undefined && until < from)) return refuse('day-not-possible');
      const { jurisdiction, product } = course.kase.terms;
      if (!obstaclesOf({ law: course.seen.rules.law, jurisdiction, product }, today).includes(event))
        return refuse('no-obstacle-by-law');
      const known = course.kase.limitation?.suspensions ?? [];
      if (known.some(({ by, until: end }) => by.id === document && end === until)) return refuse('already-known');
      const by = { what: 'document' as const, id: document };
      return state(course, cause, {
        type: 'limitation-suspended',
        event,
        on: from,
        by,
        ...(until !== undefined && { until }),
      });
    }
    default:
      return command satisfies never;
  }
};
