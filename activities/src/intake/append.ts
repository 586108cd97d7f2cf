import type { NewInput } from '@recourse/domain/case/case-inputs';

/** The only way into a case's inbox. `case-closed`: the episode is over; the caller decides what that means for its news. */
export interface Inbox {
  append(caseId: string, item: NewInput): Promise<'appended' | 'known' | 'case-closed'>;
  /** What the turn said to an item, once it has been consumed. */
  answer(
    caseId: string,
    itemId: string,
  ): Promise<{ consumed: boolean; answer?: { accepted: true } | { accepted: false; reason: string } } | undefined>;
}
