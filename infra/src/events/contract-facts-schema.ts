import { z } from 'zod';
import { fact } from './case-fact-schema.js';
import { day, minor, text, whole } from './case-shapes-schema.js';

/** What a case states of changes of the contract, and of servicing's sums that are not ours. */
export const contractFacts = {
  'restructuring-noted': fact('restructuring-noted', 'A new schedule stands in place of the old one.', {
    restructuringId: text,
    on: day,
    replaces: z.object({ from: whole, to: whole }),
    instalments: whole.describe('How many the new schedule has.'),
    overdue: z.enum(['billed-anew', 'capitalised']),
    takenOver: minor,
  }),
  'acceleration-noted': fact('acceleration-noted', 'All that was not yet due fell due.', {
    accelerationId: text,
    on: day,
    from: whole.describe('The first instalment it stands for.'),
    due: minor,
    against: z.array(text).exactOptional().describe('Rules of law by which nothing rests on it.'),
  }),
  'undoing-noted': fact('undoing-noted', 'An acceleration holds no more.', {
    accelerationId: text,
    undoneOn: day,
    because: z.enum(['agreed', 'paid', 'told-in-error']),
  }),
  'creditor-noted': fact('creditor-noted', "The claim is another creditor's.", {
    changeId: text,
    to: text,
    on: day,
    notifiedOn: day.exactOptional().describe('When the notice to the debtor is proved to have arrived.'),
  }),
  'discrepancy-found': fact('discrepancy-found', 'A sum of servicing is not ours; somebody must look into it.', {
    discrepancy: z.object({
      id: text,
      about: z.enum(['acceleration', 'taken-over', 'money-out', 'waiver', 'arrears', 'outstanding']),
      ref: text,
      ours: minor,
      theirs: minor,
    }),
    taskId: text,
  }),
  'discrepancy-solved': fact('discrepancy-solved', 'That sum is settled, by later news or by a person.', {
    discrepancyId: text,
    by: z.enum(['news', 'person']),
  }),
  'debit-requested': fact('debit-requested', 'Servicing is asked to debit again what is overdue.', {
    after: text.describe('The payment of the debit that failed.'),
    attempt: whole.describe('Which try this would be, from 2.'),
    amount: minor,
    currency: text,
  }),
};
