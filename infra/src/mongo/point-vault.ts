import type { PointVault } from '@recourse/activities/contact/channels';
import { tenantKey } from '@recourse/domain/case/case-id';
import type { KeyRing } from '../keys/key-ring.js';
import { pointField } from '../people/seal-point.js';
import type { Collections } from './collections.js';

/** Opens sealed contact values. @throws when the person or the point is not there */
export function pointVault({ persons }: Pick<Collections, 'persons'>, keys: KeyRing): PointVault {
  return {
    async open(tenant, personId, pointId) {
      const person = await persons.findOne(
        { _id: tenantKey(tenant, personId) },
        { projection: { wrappedKey: 1, points: 1 } },
      );
      const point = person?.points.find((each) => each.pointId === pointId);
      if (!person || !point) throw new Error(`no point ${pointId} of person ${tenantKey(tenant, personId)}`);
      return keys.open(person.wrappedKey, { tenant, personId }, pointField(pointId), point.sealed);
    },
  };
}
