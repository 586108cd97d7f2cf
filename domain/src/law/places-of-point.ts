import type { GatePoint } from '../contact/gate-ask.js';
import type { PlaceType } from '../contact/ledger-entry.js';

const anywhere: readonly PlaceType[] = ['home', 'mobile', 'work', 'other'];

/**
 * Every kind of place a contact at a point may be a contact at. A mobile number and an electronic address are at none unless we were told
 * (12 CFR 1006.6(b)(1)(ii), comment 1.i); an address nobody told us the kind of may be any.
 */
export const placesOfPoint = (point: Pick<GatePoint, 'kind' | 'placeType'> | undefined): readonly PlaceType[] => {
  if (!point) return anywhere;
  if (point.placeType) return [point.placeType];
  switch (point.kind) {
    case 'mobile':
      return ['mobile'];
    case 'email':
    case 'app':
    case 'im':
      return [];
    case 'address':
      return ['home', 'work', 'other'];
    default:
      return point.kind satisfies never;
  }
};
