import type { PointOfPerson } from '../records/person-record.js';

/** Of one number known twice: found to reach nobody for one it is so for the other, unless somebody was reached there since. */
export function onePoint(known: PointOfPerson, other: PointOfPerson): PointOfPerson {
  const last = (a = '', b = ''): string => (a > b ? a : b);
  const verifiedOn = last(known.verifiedOn, other.verifiedOn);
  const recordedOn = last(known.recordedOn, other.recordedOn);
  const invalidSince = last(known.invalidSince, other.invalidSince);
  const placeType = known.placeType === 'work' || other.placeType === 'work' ? 'work' : known.placeType;
  const zones = [...new Set([...(known.zones ?? []), ...(other.zones ?? [])])];
  const { invalidSince: _before, ...rest } = known;
  return {
    ...rest,
    ...(verifiedOn && { verifiedOn }),
    ...(recordedOn && { recordedOn }),
    ...((placeType ?? other.placeType) && { placeType: placeType ?? other.placeType }),
    ...(zones.length > 0 && { zones }),
    ...(invalidSince && verifiedOn <= invalidSince && { invalidSince }),
  } as PointOfPerson;
}
