import type { SeenPerson } from '@recourse/domain/case/seen';
import type { Terms } from '@recourse/domain/case/terms';
import type { PersonRecord } from '../records/person-record.js';

/** The loan's debtors as a case may know them, in the order of the terms; one we have no record of is not `known`. */
export function seenPeople(terms: Terms | undefined, persons: readonly PersonRecord[]): SeenPerson[] {
  return (terms?.debtors ?? []).map(({ personId, role }) => {
    const person = persons.find((candidate) => candidate.personId === personId);
    if (!person) return { personId, role, known: false, points: [], holds: [] };
    const points = person.points.map(({ pointId, kind, verifiedOn, invalidSince }) => ({
      pointId,
      kind,
      ...(verifiedOn ? { verifiedOn } : {}),
      valid: invalidSince === undefined,
    }));
    const zone = person.zone ?? person.addressZone;
    return { personId, role, known: true, ...(zone ? { zone } : {}), points, holds: person.holds };
  });
}
