import { isContact, isOurs } from '../act-kinds.js';
import type { AuditedAct } from '../audited-act.js';
import type { AuditedPerson } from '../audited-person.js';
import type { Evidence, ReceivedContact } from '../evidence.js';
import { isKeptWhereTold } from './is-kept-where-told.js';
import { partyTo } from './party-to.js';
import { zonesOf } from './zones-of.js';

/** One loan a contact speaks of; what of it is not known is absent. */
export type LoanSpokenOf = { loanId?: string; jurisdiction?: string; product?: string; party?: string };

/** A contact as rules see it: whom, where and about what from our records. `to`: personal data, compared and never told. */
export type Contact = {
  act: AuditedAct;
  at: string;
  to: string;
  /** Whom it was for, by one name for all records of one human. */
  human: string;
  person: AuditedPerson | undefined;
  /** Every zone the person may be in; none: nobody knows. */
  zones: string[];
  /** Countries of those zones by whose clock nobody lives where the person is said to be: the law of any part of them may be theirs. */
  untold: string[];
  placeType?: string;
  /** At least one, of which nothing may be known. */
  loans: LoanSpokenOf[];
};

type Known = Pick<Evidence, 'loans' | 'persons' | 'law'>;

/** Makes contacts of acts. */
export const contactsBy = ({ loans, persons, law }: Known) => {
  const people = new Map(persons.map((person) => [person.personId, person]));
  const books = new Map(loans.map((loan) => [loan.loanId, loan]));
  return (act: AuditedAct, at: string, to = ''): Contact => {
    const person = people.get(act.personId ?? '');
    const placeType = person?.points?.find(({ pointId }) => pointId === act.pointId)?.placeType;
    const spokenOf = act.covers.map(({ loanId }): LoanSpokenOf => {
      const { jurisdiction, product, ...loan } = books.get(loanId) ?? {};
      const party = person && partyTo(loan, person);
      return {
        loanId,
        ...(jurisdiction !== undefined && { jurisdiction }),
        ...(product !== undefined && { product }),
        ...(party !== undefined && { party }),
      };
    });
    const { numberZones, zoneCountries, zoneParts } = law;
    const zones = person ? zonesOf(person, { on: at.slice(0, 10), reached: to, numberZones }) : [];
    return {
      act,
      at,
      to: to.trim().toLowerCase(),
      human: person?.isNow ?? act.personId ?? '',
      person,
      zones,
      untold: zones
        .filter((zone) => !isKeptWhereTold(zoneParts.get(zone) ?? [], person?.standing?.places ?? []))
        .flatMap((zone) => zoneCountries.get(zone) ?? []),
      loans: spokenOf.length > 0 ? spokenOf : [{}],
      ...(placeType !== undefined && { placeType }),
    };
  };
};

/** What was logged by the receivers of contacts with persons, or told by an agency of its own, in the order in which it happened. */
export const receivedContacts = (evidence: Known & Pick<Evidence, 'acts'>, received: ReceivedContact[]): Contact[] => {
  const ours = new Map(evidence.acts.filter((act) => isContact(act) && isOurs(act)).map((act) => [act.id, act]));
  const contactOf = contactsBy(evidence);
  const logged = received.flatMap(({ id, at, to }) => {
    const act = ours.get(id);
    return act ? [contactOf(act, at, to)] : [];
  });
  const told = evidence.acts.filter((act) => isContact(act) && !isOurs(act)).map((act) => contactOf(act, act.begunAt));
  return [...logged, ...told].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
};

/**
 * Whether a contact could be known when another began: what an agency did of its own accord we hear later, and what was done under another
 * name of the same human we know from the merge on.
 */
export const isKnownTo = (one: Contact, { act, person }: Contact): boolean =>
  (isOurs(one.act) || one.act.begunWallAt < act.begunWallAt) &&
  (person?.isNow === undefined || one.act.personId === act.personId);
