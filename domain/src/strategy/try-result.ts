import type { OutcomeCode } from '../contact/outcome-codes.js';
import { outcomeTable } from '../contact/outcome-table.js';

const withoutWords = ['delivered', 'failed', 'done', 'unknown', 'missed'] as const;

/** How a try can end: a receipt, a partner's or nobody's word, `missed` work, or what a person said. */
export type TryResult = (typeof withoutWords)[number] | OutcomeCode;

/** What a step's `on` may name. */
export const tryResults: ReadonlySet<string> = new Set<TryResult>([
  ...withoutWords,
  ...(Object.keys(outcomeTable) as OutcomeCode[]),
]);
