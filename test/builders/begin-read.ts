import type { BeginRead } from '@recourse/activities/contact/contact-store';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { aCase, aLoan, aPerson, ten, tenant } from './contact-records.js';

/** The first point of a person, nothing held at it; none, when the person has none. */
export const firstPointOf = ({ points }: PersonRecord, ledger: LedgerEntry[] = []): Pick<BeginRead, 'point'> => {
  const [ofPerson] = points;
  if (!ofPerson) return {};
  const { blindIndex } = ofPerson;
  return { point: { ofPerson, record: { _id: 'x', tenant, blindIndex, ledger, holds: [], version: 1 } } };
};

/** What begin reads of the reminder about L1, due at ten, with nothing against it, but for the changes. */
export const aBeginRead = (changes: Partial<BeginRead> = {}): BeginRead => {
  const person = changes.person ?? aPerson(['L1']);
  return {
    now: ten,
    wall: new Date(ten),
    contactStopped: false,
    ingestIsCurrent: true,
    kase: aCase('L1'),
    loan: aLoan('L1'),
    siblings: [],
    openCalls: [],
    person,
    ...firstPointOf(person),
    ...changes,
  };
};
