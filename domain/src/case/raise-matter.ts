import { localDay } from '../calendar/local-time.js';
import { holdsOfOutcome } from '../contact/holds-of-outcome.js';
import type { Hold } from '../holds/hold.js';
import type { Day } from '../calendar/day.js';
import { answerDue } from '../matters/answer-due.js';
import type { Matter, MatterExtension } from '../matters/matter.js';
import { state, type Course } from './course.js';
import { lateFrom, matterTaskId } from './matters-of-case.js';
import { adoptHold } from './take-hold.js';
import { borrowerOf } from './terms.js';

/** When one must be answered, by the law where the loan is. */
export const dueIn = (
  { kase, seen, at }: Course,
  { kind, raisedOn }: Pick<Matter, 'kind' | 'raisedOn'>,
  extensions: readonly MatterExtension[] = [],
): ReturnType<typeof answerDue> =>
  answerDue(
    { kind, raisedOn, today: localDay(at, kase.zone), extensions },
    { law: seen.rules.law, jurisdiction: kase.terms.jurisdiction, product: kase.terms.product },
  );

/** The hold it places where nobody has placed one yet: as the same thing said in a conversation would. */
const standardHold = (
  { kase, seen, at }: Course,
  { id, kind, placementId }: Pick<Matter, 'id' | 'kind' | 'placementId'>,
): Hold | undefined => {
  const person = borrowerOf(kase.terms);
  const { jurisdiction, product } = kase.terms;
  return holdsOfOutcome(
    kind === 'dispute' ? 'disputes' : 'complains',
    id,
    { loans: [kase.loanId], ...(person !== undefined && { person }) },
    {
      law: seen.rules.law,
      at,
      places: [jurisdiction],
      products: [product],
      ...((placementId !== undefined || kase.handedTo?.kind === 'agency') && { agency: true }),
    },
  )[0];
};

type Raised = Pick<Matter, 'kind' | 'channel' | 'ground'> & { raisedOn?: Day; placementId?: string };

/** Takes a dispute or complaint on: its day, the work of answering it and, unless `isHeld` elsewhere already, its hold. */
export const raiseMatter = (course: Course, cause: string, raised: Raised, isHeld: boolean): void => {
  const { kase, at } = course;
  const { kind, channel, ground, placementId, raisedOn = localDay(at, kase.zone) } = raised;
  if (kase.matters?.some(({ id }) => id === cause)) return;
  const { dueOn, rule, citation } = dueIn(course, { kind, raisedOn });
  const to = kind === 'dispute' ? 'answer-dispute' : 'answer-complaint';
  const taskId = matterTaskId(kase, to);
  const matter: Matter = {
    id: cause,
    kind,
    channel,
    ground,
    raisedOn,
    dueOn,
    ...(rule !== undefined && { rule }),
    ...(citation !== undefined && { citation }),
    ...(placementId !== undefined && { placementId }),
    taskId,
    state: 'open',
  };
  const hold = isHeld ? undefined : standardHold(course, matter);
  if (hold) adoptHold(course, cause, hold);
  state(course, cause, { type: 'matter-raised', matter });
  state(course, cause, { type: 'task-opened', taskId, to, deadline: lateFrom(kase, matter) });
};
