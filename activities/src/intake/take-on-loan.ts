import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { holdsTakenOn } from '@recourse/domain/case/taken-on';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { holdEnd } from '@recourse/domain/holds/held-days';
import type { Hold } from '@recourse/domain/holds/hold';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { amountsOn } from '@recourse/domain/money/arrears';
import { emptyPosition, foldLoanFact } from '@recourse/domain/money/fold-position';
import type { Position } from '@recourse/domain/money/position';
import type { LoanRecord } from '../records/loan-record.js';
import { ledgerDays } from '@recourse/domain/law/shapes/gate-words';
import { beforeContract } from './before-contract.js';
import type { ParkedBecause } from './loan-event.js';
import { moreOutThanIn } from './more-out-than-in.js';
import type { PersonHistory } from './person-history.js';
import { tooMuchMoney } from './too-much-money.js';
import { waivedTooEarly } from './waived-too-early.js';

export type LoanTakenOn = Extract<LoanFact, { type: 'loan-taken-on' }>;

/** The loan as the books told it, or why it cannot be taken on: only a loan of which we know nothing yet can be. `itemId` names its holds. */
export function takeOnLoan(
  loan: LoanRecord,
  fact: LoanTakenOn,
  itemId: string,
  now: Instant,
): LoanRecord | ParkedBecause {
  if (loan.terms !== undefined)
    return {
      code: 'contradiction',
      field: 'ce_loan',
      reason: 'the loan is known: only a loan not yet known is taken on',
    };
  const folded = foldLoanFact(emptyPosition(fact.terms.currency), fact);
  if ('refused' in folded) return { code: 'contradiction', field: folded.field, reason: folded.reason };
  const wrong =
    beforeContract(fact.terms, folded.position, fact) ??
    tooMuchMoney(folded.position, fact) ??
    moreOutThanIn(folded.position, fact) ??
    waivedTooEarly(folded.position, fact);
  if (wrong) return wrong;
  const { oldestUnpaidDueOn } = amountsOn(folded.position, 'now', allocationOf(fact.terms));
  if (arrearsTold(folded.position, fact) !== fact.arrearsTotal)
    return { code: 'sums-do-not-add-up', field: 'arrearsTotal', reason: 'is not what instalments and payments leave' };
  return {
    ...loan,
    terms: fact.terms,
    position: folded.position,
    // The first episode goes on with the notices; its first round is still to come.
    carry: { notices: fact.notices, round: 0, anchorOn: oldestUnpaidDueOn ?? fact.asOf, endedAt: now },
    holds: [...loan.holds, ...inForce(fact, loan.loanId, itemId, now).filter(({ scope }) => 'loan' in scope)],
  };
}

/** By what the books say, an acceleration counts on which we rest nothing, and money goes as was agreed. */
const arrearsTold = (position: Position, { terms: { byLaw: _ours, ...terms } }: LoanTakenOn): number => {
  const accelerations = position.accelerations?.map(({ against: _ours, ...each }) => each);
  const told = accelerations ? { ...position, accelerations } : position;
  return amountsOn(told, 'now', allocationOf(terms)).arrears;
};

/** What every debtor's ledgers take over. When not all contacts are told, today's caps count as used (requirements A8). */
export function historiesOf(fact: LoanTakenOn, loanId: string, itemId: string, now: Instant): PersonHistory[] {
  const since = new Date(Date.parse(now) - ledgerDays * 86_400_000).toISOString();
  const holds = inForce(fact, loanId, itemId, now);
  const [borrower] = fact.terms.debtors.filter(({ role }) => role === 'borrower');
  return fact.terms.debtors.map(({ personId }) => ({
    personId,
    entries: fact.contacts
      .filter((told) => told.personId === personId && told.at >= since)
      .map((told) => entryOf(told, loanId)),
    holds: holds.filter(({ scope }) => 'person' in scope && scope.person === personId),
    pointHolds: fact.holds.flatMap(({ holdId, personId: of = borrower?.personId, pointId }) => {
      const hold = holds.find(({ id }) => id.endsWith(`/hold/${holdId}`));
      return pointId !== undefined && of === personId && hold ? [{ pointId, hold }] : [];
    }),
    ...(fact.contactsToldUntil === undefined && { ledgerKnownFrom: now }),
  }));
}

/** A hold that is over counts for the ladder's clock only, and that is the case's. */
const inForce = (fact: LoanTakenOn, loanId: string, itemId: string, now: Instant): Hold[] =>
  holdsTakenOn(fact, loanId, itemId).filter((hold) => (holdEnd(hold) ?? '\uffff') > now);

const entryOf = (told: LoanTakenOn['contacts'][number], loanId: string): LedgerEntry => {
  const { contactId, at, channel, pointId = '', connected, conversation, rightParty } = told;
  const actId = `taken-on/${contactId}`;
  const said = { connected, conversation, rightParty };
  return { actId, at, channel, purpose: 'collect', pointId, open: false, ...said, loans: [loanId] };
};

/** The latest instant it tells of. */
export const latestOf = ({ payments, contacts, contactsToldUntil = '' }: LoanTakenOn): string =>
  [...payments.map(({ receivedAt }) => receivedAt), ...contacts.map(({ at }) => at)].reduce(
    (a, b) => (a > b ? a : b),
    contactsToldUntil,
  );
