import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import { candidateZones, type ZoneEvidence } from '@recourse/domain/contact/candidate-zones';
import type { PersonRecord } from '../records/person-record.js';

type WithZones = Pick<PersonRecord, 'zone' | 'addressZone' | 'otherZones' | 'points'>;

/** What a person's record says of the zone; a number that reaches nobody says nothing. */
export function zoneEvidence({ zone, addressZone, otherZones, points }: WithZones): ZoneEvidence {
  return {
    ...(otherZones && { others: otherZones }),
    ...(zone !== undefined && { explicit: zone }),
    ...(addressZone !== undefined && { address: addressZone }),
    numbers: points.flatMap(({ zones, invalidSince }) => (invalidSince === undefined ? (zones ?? []) : [])),
  };
}

/** The rules of every zone the person may be in; none when nobody knows, or when we lack the rules of one of them. */
export function zonesOfPerson(person: WithZones, rules: Readonly<Record<string, ZoneSlice>>): ZoneSlice[] {
  const names = candidateZones(zoneEvidence(person));
  const slices = names.flatMap((name) => rules[name] ?? []);
  return slices.length === names.length ? slices : [];
}
