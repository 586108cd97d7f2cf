import type { Instant } from '@recourse/domain/calendar/instant';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { partyOf } from '@recourse/domain/contact/party-of';
import type { RuleAnswer } from '@recourse/domain/contact/gate-ask';
import type { LoanRecord } from '../records/loan-record.js';
import type { PersonRecord, PointOfPerson } from '../records/person-record.js';
import type { Contact } from './contact-of-act.js';

export type OpenedContact = {
  actId: string;
  at: Instant;
  contact: Contact;
  person: Pick<PersonRecord, 'relations'>;
  ofPerson: Pick<PointOfPerson, 'placeType'>;
  loans: readonly Pick<LoanRecord, 'loanId' | 'terms'>[];
  /** What the gate answered of each loan when it let the contact begin. */
  traces: readonly (readonly Pick<RuleAnswer, 'inputs'>[])[];
  sender: NonNullable<LedgerEntry['sender']>;
  /** Of an agency's contact its id. */
  senderId?: string;
};

/** A contact that begins now, with all that rules count by. Until its outcome is known it counts as everything it may have been. */
export function openEntry({
  actId,
  at,
  contact,
  person,
  ofPerson,
  loans,
  traces,
  sender,
  senderId,
}: OpenedContact): LedgerEntry {
  const { channel, purpose, pointId, personId } = contact;
  const parties = new Set(loans.map(({ terms }) => partyOf(personId, terms?.debtors ?? [], person.relations).party));
  const [party] = parties;
  return {
    actId,
    at,
    channel,
    purpose,
    pointId,
    open: true,
    connected: true,
    conversation: true,
    rightParty: true,
    loans: loans.map(({ loanId }) => loanId),
    // Borrower of one loan and guarantor of the other: it counts as a contact of either.
    ...(party && parties.size === 1 && { party }),
    ...(ofPerson.placeType && { placeType: ofPerson.placeType }),
    // Under consent for one loan and not for the other: the other's caps count it.
    ...(traces.length > 0 && traces.every(isConsented) && { consented: true }),
    sender,
    ...(senderId !== undefined && { senderId }),
  };
}

const isConsented = (trace: readonly Pick<RuleAnswer, 'inputs'>[]): boolean =>
  trace.some(({ inputs }) => inputs['consented'] === true);
