import type { SeenPerson, SeenPoint } from '@recourse/domain/case/seen';
import type { Terms } from '@recourse/domain/case/terms';
import { candidateZones } from '@recourse/domain/contact/candidate-zones';
import type { PersonRecord, PointOfPerson } from '../records/person-record.js';
import { mergesOf } from '../people/merges-of.js';
import { zoneEvidence } from '../contact/zones-of-person.js';

/** The loan's debtors as a case may know them, in the order of the terms; one we have no record of is not `known`. */
export function seenPeople(terms: Terms | undefined, persons: readonly PersonRecord[]): SeenPerson[] {
  return (terms?.debtors ?? []).map(({ personId, role }) => {
    const person = persons.find((candidate) => candidate.personId === personId);
    if (!person) return { personId, role, known: false, points: [], holds: [] };
    const { zone, holds, ledger, collectingParty: party } = person;
    const zones = candidateZones(zoneEvidence(person));
    const told = zone ?? person.addressZone ?? person.otherZones?.[0];
    const merges = mergesOf(person);
    return {
      personId,
      role,
      known: true,
      ...(told ? { zone: told } : {}),
      candidateZones: zones,
      points: person.points.map(seenPoint),
      holds,
      ledger,
      ...(merges.length > 0 && { merges }),
      ...(party && { collectingParty: { kind: party.kind, partnerId: party.partnerId } }),
    };
  });
}

export function seenPoint({ pointId, kind, verifiedOn, invalidSince, foundBy }: PointOfPerson): SeenPoint {
  return {
    pointId,
    kind,
    ...(verifiedOn ? { verifiedOn } : {}),
    ...(invalidSince ? { invalidSince } : {}),
    valid: invalidSince === undefined,
    ...(foundBy ? { foundBy } : {}),
  };
}
