import type { CreditShown } from '@recourse/infra/mongo/credit-shown';
import type { DeedSeen } from '../report/deed-lines.js';
import { deedsSeen } from '../report/deeds-seen.js';

/** What the demonstration must show of credit reporting; `none` is told only. */
export const creditDeedMinimums = {
  'credit-furnished': 40,
  'credit-withheld': 'none',
  'credit-disputed': 2,
  'credit-corrected': 1,
  'credit-rejected': 'none',
} as const satisfies Record<string, number | 'none'>;

/** The rows of the feature table that tell of credit records. */
export const creditDeeds = ({ furnished, withheld, disputed, corrected, rejected }: CreditShown): DeedSeen[] =>
  deedsSeen(creditDeedMinimums, {
    'credit-furnished': furnished,
    'credit-withheld': withheld,
    'credit-disputed': disputed,
    'credit-corrected': corrected,
    'credit-rejected': rejected,
  });
