import type { Instant } from '@recourse/domain/calendar/instant';
import type { Law } from '@recourse/domain/law/law';
import { termsByLaw } from '@recourse/domain/law/terms-by-law';
import type { LoanRecord } from '../records/loan-record.js';
import type { KnownBefore } from './known-before-store.js';
import { dayOfLaw } from './under-law.js';

/**
 * When the terms that hold were taken. The first version any case stated came with the first event that could tell one; a later one with the
 * event by which a case heard of it.
 */
const takenAt = ({ loan, stated, tellings, now }: KnownBefore): Instant => {
  const version = loan.terms?.version ?? 0;
  const first = stated.find((each) => each.version === version);
  const came = tellings.find(({ itemId }) => itemId === first?.itemId);
  if (stated.some((each) => each.version < version)) return came?.acceptedAt ?? first?.at ?? now;
  return tellings[0]?.acceptedAt ?? first?.at ?? now;
};

/**
 * A loan known before the law was asked of its terms, with what the law of the day on which they were taken makes of them. Where that is
 * anything its position has a new version: whatever was decided on the old one is superseded, and its case turns. One that is under law stays.
 */
export const putUnderLaw = (read: KnownBefore, law: Law): LoanRecord => {
  const { loan } = read;
  if (loan.terms === undefined || loan.lawOn !== undefined) return loan;
  const lawOn = dayOfLaw(takenAt(read));
  const byLaw = termsByLaw(law, loan.terms, lawOn);
  // Asked before it was kept when.
  if (!byLaw || loan.terms.byLaw) return { ...loan, lawOn };
  const positionVersion = loan.positionVersion + 1;
  return { ...loan, lawOn, lawFrom: positionVersion, terms: { ...loan.terms, byLaw }, positionVersion };
};
