import type { CreditAnswerDue } from '../credit-reporting/credit-answer-due.js';
import type { CreditTold } from '../credit-reporting/credit-told.js';
import type { CollectionCase } from './collection-case.js';

/** What is said of the loan's credit record makes of the case: nothing but which answers are owed. */
export const foldCreditAnswer = (kase: CollectionCase, told: CreditTold | CreditAnswerDue): CollectionCase => {
  const { creditAnswers = [] } = kase;
  if (told.credit === 'answer-owed') {
    const { disputeId, dueOn, taskId } = told;
    return { ...kase, creditAnswers: [...creditAnswers, { disputeId, dueOn, taskId }] };
  }
  if (told.credit !== 'answer-overdue' && told.credit !== 'answered') return kase;
  // One that an earlier version was told of is not kept: nobody has it as work.
  if (!creditAnswers.some(({ disputeId }) => disputeId === told.disputeId)) return kase;
  const more = told.credit === 'answered' ? { answered: true as const } : { missedTaskId: told.taskId };
  return {
    ...kase,
    creditAnswers: creditAnswers.map((each) => (each.disputeId === told.disputeId ? { ...each, ...more } : each)),
  };
};
