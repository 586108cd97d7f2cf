import { nextAgreed } from './agreed-time.js';
import { isRightParty } from './answer-table.js';
import type { Borrowers } from './borrower.js';
import { promiseDay } from './borrower.js';
import type { ContactPersons } from './contact-persons.js';
import type { Directory } from './directory.js';
import { arrearsOf } from './loan-account.js';
import type { Said } from './loan-script.js';
import type { Loan } from './loan.js';
import { addDays, dayOf, type Day, instantOf, type Instant } from './local-time.js';
import type { Means } from './means.js';
import type { Searches } from './searches.js';
import { lateCallBack, wishesSaid, type Wish } from './told-wishes.js';

/** What came of a call or visit, as the one who made it would write it down. */
export type Outcome = {
  code: Said['code'];
  details?: { promise?: { amount: number; by: Day }; callBackAt?: Instant; arrearsReason?: string };
  wishes?: Wish[];
};

const reasons: Partial<Record<Said['code'], string>> = {
  promise: 'income-late',
  'pays-now': 'forgot',
  hardship: 'income-lost',
  refuses: 'unwilling',
  disputes: 'disputes-debt',
};

/** Who may be at the other end. */
export type Parties = { borrowers: Borrowers; directory: Directory; contacts: ContactPersons; searches: Searches };

/** Dials a number or rings at a door, and lets whoever is there speak. */
export function converse(
  { borrowers, directory, contacts, searches }: Parties,
  to: string,
  means: Means,
  at: Instant,
): Outcome {
  const person = directory.at(to);
  if (person === undefined) return { code: means === 'visit' ? 'wrong-number' : 'invalid-number' };
  const loans = directory.overdue(person);
  if (loans.length === 0) return { code: contacts.asked(person) ?? 'already-paid' };
  const isSought = (each: Loan): boolean => contacts.isSought(each) || searches.isGoneFrom(each, to);
  if (means !== 'visit' && loans.some(isSought)) return { code: 'no-answer' };
  const { said, loan } = borrowers.spokenTo(loans, means, at);
  if (isRightParty(said)) for (const each of loans) searches.spokenTo(each, to);
  const { code } = said;
  const zone = person.zone ?? loan.terms.zone;
  const arrearsReason = reasons[code];
  const details = {
    ...(arrearsReason !== undefined && { arrearsReason }),
    ...(code === 'promise' && { promise: { amount: arrearsOf(loan.account), by: promiseDay(loan, at) } }),
    ...(code === 'call-back-at' && {
      callBackAt: nextAgreed(person, at, zone) ?? lateCallBack(loans, at, zone) ?? tomorrowAt('14:00', at, zone),
    }),
  };
  const wishes = wishesSaid(loans, code, at, zone);
  return { code, ...(Object.keys(details).length > 0 && { details }), ...(wishes.length > 0 && { wishes }) };
}

const tomorrowAt = (time: string, at: Instant, zone: string): Instant =>
  instantOf(addDays(dayOf(at, zone), 1), time, zone);
