import { partyOf } from '@recourse/domain/contact/party-of';
import type { Terms } from '@recourse/domain/case/terms';
import type { PersonRecord } from '../records/person-record.js';

/** The debtor somebody is contacted about: whom the person is related to. Undefined: the person is the debtor, or unrelated. */
export function debtorOfContact(
  person: Pick<PersonRecord, 'personId' | 'relations'>,
  terms: Terms | undefined,
): string | undefined {
  return partyOf(person.personId, terms?.debtors ?? [], person.relations).relation?.to;
}
