import { isDeepStrictEqual } from 'node:util';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Terms } from '@recourse/domain/case/terms';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type { PersonMerge } from '@recourse/domain/contact/person-merge';
import { isPersonEvent } from './person-event-hold.js';

/** The persons an event names, by names of which some may be another's now. Debtors as `known` names none: those were looked up before. */
export function personsNamed(fact: LoanFact, known: Terms | undefined): string[] {
  if (isPersonEvent(fact)) return [fact.personId];
  if (fact.type !== 'instalment-missed' && fact.type !== 'loan-taken-on') return [];
  const debtors = fact.terms.debtors.map(({ personId }) => personId);
  if (fact.type === 'instalment-missed') return isDeepStrictEqual(fact.terms.debtors, known?.debtors) ? [] : debtors;
  const others = [...fact.contacts, ...fact.holds].flatMap(({ personId }) => personId ?? []);
  return [...new Set([...debtors, ...others])];
}

/** An event as if servicing had always known that records merged since are one person. That two are merged is said of their own names. */
export function inNamesNow<E extends { fact: LoanFact }>(event: E, merges: readonly PersonMerge[]): E {
  const { fact } = event;
  if (merges.length === 0 || fact.type === 'person-merged') return event;
  if (fact.type !== 'loan-taken-on') return { ...event, fact: inOneName(fact, merges) };
  const borrower = fact.terms.debtors.find(({ role }) => role === 'borrower')?.personId;
  // A point without a person is the borrower's, who may have another name for it now.
  const holds = fact.holds.map((hold) =>
    hold.pointId !== undefined && hold.personId === undefined && borrower !== undefined
      ? { ...hold, personId: borrower }
      : hold,
  );
  return { ...event, fact: inOneName({ ...fact, holds }, merges) };
}
