import { tenantKey } from '@recourse/domain/case/case-id';
import { nowOf } from '@recourse/activities/clock/now-of';
import { isPlacementLive } from '@recourse/activities/contact/collecting-party';
import { mergeOf } from '@recourse/activities/people/merges-of';
import type { PermitLoan, PermitRead, PermitRequest } from '@recourse/activities/permits/permit-store';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type mongoose from 'mongoose';
import { dealingsOf } from './collecting-party-after.js';
import type { Collections } from './collections.js';
import { followed } from './find-person.js';
import { readPoint } from './read-for-begin.js';
import { readTogether } from './read-together.js';

type Session = mongoose.mongo.ClientSession;
type Wanted = Pick<PermitRequest, 'tenant' | 'personId' | 'pointId' | 'holder'> & {
  loans: readonly string[];
  placementId?: string;
};

/** What a permit is judged by, from one snapshot. Undefined: no such tenant. A loan that is not there has no open case. */
export async function readForPermit(
  collections: Collections,
  session: Session,
  asked: Wanted,
  at: { wall: Date; ingestIsCurrent: boolean },
): Promise<PermitRead | undefined> {
  const { tenant, loans: loanIds } = asked;
  const found = await readTogether(collections, session, tenant, {
    persons: { from: 'persons', values: [tenantKey(tenant, asked.personId)] },
    loans: { from: 'loans', values: loanIds.map((loanId) => tenantKey(tenant, loanId)) },
  });
  if (!found) return undefined;
  const person = await followed(collections, session, found.persons[0]);
  const merges = found.persons.flatMap(mergeOf);
  const wanted = inOneName(asked, merges);
  const open = found.loans.flatMap(({ openCase }) => openCase ?? []);
  const cases = open.length > 0 ? await collections.cases.find({ _id: { $in: open } }, { session }).toArray() : [];
  const loans = found.loans
    .toSorted((a, b) => (a.loanId < b.loanId ? -1 : 1))
    .map((loan): PermitLoan => {
      const record = cases.find(({ _id }) => _id === loan.openCase);
      return { loan, ...(record && { kase: record }) };
    });
  const point = person && (await readPoint(collections, session, person, wanted.pointId));
  return {
    now: nowOf(found.tenant, at.wall),
    ...at,
    contactStopped: found.tenant.contactStopped !== undefined,
    ...(person && { person }),
    ...(point && { point }),
    merges,
    loans: loans.length === new Set(loanIds).size ? loans : [],
    placementIsLive: person ? await isLive(collections, session, wanted, person) : false,
  };
}

/** Every loan must be one that the placement handed over, and to that holder. */
async function isLive(
  collections: Collections,
  session: Session,
  { holder, loans, placementId }: Wanted,
  person: PersonRecord,
): Promise<boolean> {
  if (placementId === undefined) return false;
  const placement = await collections.acts.findOne({ _id: placementId }, { session });
  return (
    placement?.act.kind === 'place-with-agency' &&
    placement.act.agencyId === holder.id &&
    loans.every((loanId) => placement.covers.some((covered) => covered.loanId === loanId)) &&
    isPlacementLive(placementId, await dealingsOf(collections, session, person))
  );
}
