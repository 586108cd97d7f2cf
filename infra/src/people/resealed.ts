import type { PersonRecord, PointOfPerson } from '@recourse/activities/records/person-record';
import type { KeyRing } from '../keys/key-ring.js';
import { pointField } from './seal-point.js';

type Keeper = Pick<PersonRecord, 'tenant' | 'personId' | 'wrappedKey'>;

/**
 * One person's points, opened and sealed anew under another's key and by the names they have there: erasing that person erases them too.
 * @throws when key and points do not belong together
 */
export function resealed(
  keys: KeyRing,
  { points, ...from }: Keeper & Pick<PersonRecord, 'points'>,
  into: Keeper,
  names: Readonly<Record<string, string>>,
): PointOfPerson[] {
  const ownerOf = ({ tenant, personId }: Keeper) => ({ tenant, personId });
  return points.map((point) => {
    const pointId = names[point.pointId] ?? point.pointId;
    const value = keys.open(from.wrappedKey, ownerOf(from), pointField(point.pointId), point.sealed);
    return { ...point, pointId, sealed: keys.seal(into.wrappedKey, ownerOf(into), pointField(pointId), value) };
  });
}
