import { creditDisputeReasons } from '@recourse/domain/credit-reporting/credit-dispute';
import { creditRowKinds } from '@recourse/domain/credit-reporting/credit-record';
import type { CreditStanding } from '@recourse/domain/credit-reporting/credit-state';
import { furnishRefusals } from '@recourse/domain/credit-reporting/credit-told';
import { holdReasons } from '@recourse/domain/holds/hold-reasons';
import { z } from 'zod';
import { fact } from './case-fact-schema.js';
import { day, gateTraceShape, minor, text, whole } from './case-shapes-schema.js';

const month = z.string().regex(/^\d{4}-\d{2}$/);
const standings = [
  'current',
  'past-due',
  'paid-off',
  'settled',
  'sold',
  'written-off',
  'in-error',
] as const satisfies CreditStanding[];
const noted = <C extends string, S extends z.core.$ZodLooseShape>(credit: C, says: string, shape: S) =>
  fact('credit-noted', says, { credit: z.literal(credit), ...shape });
const rules = z.array(text);
const gate = gateTraceShape.exactOptional();

/** What became of the loan's credit record, told apart by `credit`. */
export const creditNoted = z
  .discriminatedUnion('credit', [
    noted('furnished', 'The credit bureau was told.', {
      row: text.describe('Names the row in the file and its receipt.'),
      kind: z.enum(creditRowKinds),
      month,
      standing: z.enum(standings),
      dpd: whole,
      overdue: minor,
      currency: text,
      adverse: z.boolean(),
      disputed: z.boolean(),
      gate,
    }),
    noted('withheld', 'The credit bureau was not told, with the rules that said so.', {
      month,
      because: z.enum(furnishRefusals),
      holds: z.array(z.enum(holdReasons)).exactOptional(),
      rules,
      gate,
    }),
    noted('rejected', 'The credit bureau did not take a row.', { row: text, code: text }),
    noted('disputed', 'What the credit bureau was told is disputed, and marked.', {
      disputeId: text,
      raised: z.enum(creditDisputeReasons),
      dueOn: day.describe('The last day on which an answer is in time.'),
      rules,
    }),
    noted('answered', 'That dispute was answered.', {
      disputeId: text,
      upheld: z.boolean(),
      wrong: z.array(month).describe('Months found wrong; the next file takes them back.'),
      late: z.boolean(),
    }),
    noted('answer-owed', 'Its answer is somebody’s work until a day.', { disputeId: text, dueOn: day, taskId: text }),
    noted('answer-overdue', 'The day is over and nobody has answered it.', {
      disputeId: text,
      dueOn: day,
      taskId: text.describe('The work of somebody else that came of it.'),
    }),
  ])
  .describe('What became of the loan’s credit record.');
