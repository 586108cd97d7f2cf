import { addDays } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import { responseDeadline, type ExtensionFault } from '../law/kinds/response-deadline.js';
import type { Law } from '../law/law.js';
import { placesMeant } from '../law/places-meant.js';
import { rulesOf } from '../law/rules-of.js';
import type { MatterExtension, MatterKind } from './matter.js';

/** Where no law that is carried gives days: the shortest any pack gives (CN-CPL-1). */
export const daysByPractice = 15;

type Raised = { kind: MatterKind; raisedOn: Day; today: Day; extensions: readonly MatterExtension[] };
type Bearing = { law: Law; jurisdiction: string; product: string };

/** `fault`: why the last extension does not count by the rule that sets the day. */
export type AnswerDue = {
  dueOn: Day;
  rule?: string;
  citation?: string;
  fault?: ExtensionFault | 'no-extension-by-law';
};

/**
 * The last day on which an answer is in time: by the rule of the loan's place that ends first, else by practice. Business days are counted by the
 * calendar of the rule's country; where it does not reach, calendar days, which end sooner.
 */
export const answerDue = (
  { kind, raisedOn, today, extensions }: Raised,
  { law, jurisdiction, product }: Bearing,
): AnswerDue => {
  const last = extensions.at(-1);
  const rules = rulesOf(law, 'response-deadline', {
    places: placesMeant(law, [jurisdiction]),
    days: [raisedOn],
    actor: 'first-party',
    product,
  });
  const found = rules.flatMap(({ rule, jurisdiction: place }): AnswerDue[] => {
    const granted = extensions.map(({ ground, on, approvedBy }) => ({
      ground,
      grantedOn: on,
      approved: approvedBy !== undefined,
    }));
    const calendar = law.calendars[place.split('-')[0] ?? place];
    const due = responseDeadline(rule, { request: kind, startedOn: raisedOn, today, extensions: granted, calendar });
    if (!due) return [];
    const fault = due.notCounted.findLast(({ ground }) => ground === last?.ground)?.because;
    return [{ dueOn: due.dueOn, rule: rule.id, citation: rule.citation, ...(fault && { fault }) }];
  });
  const first = found.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))[0];
  if (first) return first;
  return { dueOn: addDays(raisedOn, daysByPractice), ...(last && { fault: 'no-extension-by-law' as const }) };
};
