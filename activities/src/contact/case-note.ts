import type { NewInput } from '@recourse/domain/case/case-inputs';

/**
 * What a case is told, by an item of its inbox, of something decided beside its own plan. `item.itemId` makes it once. `atMost`: it is told only
 * while the case has fewer than so many items whose ids begin so.
 */
export type CaseNote = { caseId: string; item: NewInput; atMost?: { items: number; beneath: string } };
