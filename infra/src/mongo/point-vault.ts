import type { PointVault } from '@recourse/activities/contact/channels';
import { tenantKey } from '@recourse/domain/case/case-id';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type { KeyRing } from '../keys/key-ring.js';
import { pointField } from '../people/seal-point.js';
import type { Collections } from './collections.js';
import { findPersons } from './find-person.js';

/** Opens sealed contact values. @throws when the person or the point is not there */
export function pointVault({ persons }: Pick<Collections, 'persons'>, keys: KeyRing): PointVault {
  return {
    async open(tenant, personId, pointId) {
      const { people, merges } = await findPersons({ persons }, undefined, tenant, [personId]);
      const asked = inOneName({ personId, pointId }, merges);
      const person = people.find((each) => each.personId === asked.personId);
      const point = person?.points.find((each) => each.pointId === asked.pointId);
      if (!person || !point) throw new Error(`no point ${pointId} of person ${tenantKey(tenant, personId)}`);
      const owner = { tenant, personId: person.personId };
      return keys.open(person.wrappedKey, owner, pointField(point.pointId), point.sealed);
    },
  };
}
