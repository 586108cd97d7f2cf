import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import { partyOf } from '@recourse/domain/contact/party-of';
import { unreachable } from '@recourse/domain/contact/unreachable';
import type { ActRecord } from '../records/act-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { PersonRecord } from '../records/person-record.js';
import { zonesOfPerson } from './zones-of-person.js';

/** Of a contact with somebody who is no borrower: whom it is about, as what, and the evidence that the debtor cannot be reached. */
export function aboutDebtor(
  person: PersonRecord,
  debtor: PersonRecord | undefined,
  { terms }: LoanRecord,
  zones: Readonly<Record<string, ZoneSlice>>,
): ActRecord['about'] {
  const { party, relation } = partyOf(person.personId, terms?.debtors ?? [], person.relations);
  if (!relation) return undefined;
  const proof = debtor && unreachable({ ...debtor, zones: zonesOfPerson(debtor, zones) });
  return { personId: relation.to, party, ...(proof && { unreachable: proof }) };
}
