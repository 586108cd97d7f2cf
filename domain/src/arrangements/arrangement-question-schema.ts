import { z } from 'zod';
import { isDay } from '../calendar/day-arithmetic.js';
import { arrangementKinds, authorities } from './arrangement-kind.js';

const amount = z.number();

/** The file of `recourse arrangement preview` (docs/arrangements.md). Whether the amounts can be meant is judged with the rest. */
export const arrangementQuestionSchema = z.strictObject({
  v: z.literal(1),
  loan: z.unknown(),
  /** All that is owed by servicing's total; absent: what the events bill. Minor units. */
  outstanding: z.int().min(0).exactOptional(),
  product: z.string().min(1),
  jurisdiction: z.string().min(1),
  authority: z.enum(authorities),
  asked: z.strictObject({
    kind: z.enum(arrangementKinds),
    over: z.enum(['arrears', 'all']),
    firstOn: z.string().refine(isDay, { error: 'must be a day that exists, YYYY-MM-DD' }),
    instalments: amount.exactOptional(),
    amount: amount.exactOptional(),
    firstPayment: amount.exactOptional(),
    discount: amount.exactOptional(),
  }),
});
