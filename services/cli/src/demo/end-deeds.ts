import type { EndsShown } from '@recourse/infra/mongo/ends-shown';
import type { DeedSeen } from '../report/deed-lines.js';
import { deedsSeen } from '../report/deeds-seen.js';

/** What the demonstration must show of claims that nobody pays, in loans. */
export const endDeedMinimums = {
  'written-off': 4,
  'offered-for-sale': 2,
  'limitation-demand': 1,
  'limitation-debit': 1,
  'limitation-over': 1,
} as const;

/** The rows of the feature table that tell of the end of the road. */
export const endDeeds = ({ writtenOff, offeredForSale, demandProved, debited, expired }: EndsShown): DeedSeen[] =>
  deedsSeen(endDeedMinimums, {
    'written-off': writtenOff,
    'offered-for-sale': offeredForSale,
    'limitation-demand': demandProved,
    'limitation-debit': debited,
    'limitation-over': expired,
  });
