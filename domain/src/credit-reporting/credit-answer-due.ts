import type { Day } from '../calendar/day.js';

/** What a case says of the answer to a dispute of its loan's credit record, beside what it is told: whose work it is until when, and that the day went by. */
export type CreditAnswerDue =
  | { credit: 'answer-owed'; disputeId: string; dueOn: Day; taskId: string }
  /** Nobody had answered when the day was over. Stated once. */
  | { credit: 'answer-overdue'; disputeId: string; dueOn: Day; taskId: string };

/** The answer to a dispute as its case keeps it. `dueOn`: the last day on which it is in time. `missedTaskId`: the day was missed, and is stated to have been. */
export type CreditAnswer = { disputeId: string; dueOn: Day; taskId: string; missedTaskId?: string; answered?: true };
