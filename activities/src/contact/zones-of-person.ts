import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import { candidateZones } from '@recourse/domain/contact/candidate-zones';
import type { PersonRecord } from '../records/person-record.js';

/** The rules of every zone the person may be in; none when nobody knows, or when we lack the rules of one of them. */
export function zonesOfPerson(
  { zone, addressZone, points }: Pick<PersonRecord, 'zone' | 'addressZone' | 'points'>,
  rules: Readonly<Record<string, ZoneSlice>>,
): ZoneSlice[] {
  const names = candidateZones({
    ...(zone !== undefined && { explicit: zone }),
    ...(addressZone !== undefined && { address: addressZone }),
    numbers: points.flatMap(({ zones, invalidSince }) => (invalidSince === undefined ? (zones ?? []) : [])),
  });
  const slices = names.flatMap((name) => rules[name] ?? []);
  return slices.length === names.length ? slices : [];
}
