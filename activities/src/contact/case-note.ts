import type { NewInput } from '@recourse/domain/case/case-inputs';

/** What a case is told, by an item of its inbox, of something decided beside its own plan. `item.itemId` makes it once. */
export type CaseNote = { caseId: string; item: NewInput };
