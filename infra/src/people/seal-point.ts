import type { PointOfPerson } from '@recourse/activities/records/person-record';
import type { PersonRow } from '@recourse/activities/people/person-store';
import { zonesOfNumber, type NumberPrefixes } from '@recourse/domain/contact/zones-of-number';
import type { KeyRing, PersonOwner } from '../keys/key-ring.js';
import { e164 } from './e164.js';

/** Under what name a contact value is sealed; opening needs the same. */
export const pointField = (pointId: string): string => `point/${pointId}`;

/** A contact point as it is stored: the value sealed, equal values found by their blind index. */
export function sealPoint(
  keys: KeyRing,
  wrappedKey: string,
  owner: PersonOwner,
  { pointId, kind, value, verifiedOn, recordedOn, source, placeType, foundBy }: PersonRow['points'][number],
  prefixes: NumberPrefixes,
): PointOfPerson {
  // Said now, while the number is in the clear.
  const zones = kind === 'mobile' ? zonesOfNumber(prefixes, e164(value) ?? '') : [];
  return {
    pointId,
    kind,
    blindIndex: blindIndexOf(keys, owner.tenant, kind, value),
    sealed: keys.seal(wrappedKey, owner, pointField(pointId), value),
    ...(verifiedOn ? { verifiedOn } : {}),
    ...(recordedOn ? { recordedOn } : {}),
    source,
    ...(placeType ? { placeType } : {}),
    ...(foundBy ? { foundBy } : {}),
    ...(zones.length > 0 ? { zones: [...zones] } : {}),
  };
}

/** By which equal values are found, whoever has them. */
export const blindIndexOf = (keys: KeyRing, tenant: string, kind: PointOfPerson['kind'], value: string): string =>
  keys.blindIndex(tenant, kind, sameSpelling(kind, value));

/** One number written in several ways is one number: caps count it as one. */
function sameSpelling(kind: PointOfPerson['kind'], value: string): string {
  switch (kind) {
    case 'mobile':
      return e164(value) ?? value.trim();
    case 'email':
      return value.trim().toLowerCase();
    case 'app':
    case 'im':
    case 'address':
      return value.trim();
  }
}
