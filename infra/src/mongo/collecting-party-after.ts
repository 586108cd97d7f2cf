import { tenantKey } from '@recourse/domain/case/case-id';
import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import {
  nextCollectingParty,
  placementEndedBy,
  type CollectingParty,
  type PartnerDealings,
} from '@recourse/activities/contact/collecting-party';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { namesOf } from '@recourse/activities/people/merges-of';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';

type Session = mongoose.mongo.ClientSession;

/** Who collects from the person once this act has come to its outcome; undefined: we do. */
export async function partyAfter(
  collections: Collections,
  session: Session,
  act: ActRecord,
  outcome: ActOutcome,
  person: PersonRecord,
): Promise<CollectingParty | undefined> {
  const ended = placementEndedBy({ ...act, outcome });
  return ended === undefined ? person.collectingParty : partyWithout(collections, session, person, ended);
}

/** The party left when one placement ends: another loan of the person may still be with it. */
export async function partyWithout(
  collections: Collections,
  session: Session,
  person: PersonRecord,
  placementId: string,
): Promise<CollectingParty | undefined> {
  const { collectingParty } = person;
  if (collectingParty?.placementId !== placementId) return collectingParty;
  const { acts, returned } = await dealingsOf(collections, session, person);
  return nextCollectingParty({ acts, returned: [...returned, placementId] });
}

/** Read from acts and inboxes: a case knows of a placement, or of its end, only from its next turn on. */
export async function dealingsOf(
  { loans, acts, inbox }: Collections,
  session: Session,
  person: PersonRecord,
): Promise<PartnerDealings> {
  const keys = person.loans.map((loanId) => tenantKey(person.tenant, loanId));
  const open = (await loans.find({ _id: { $in: keys } }, { session, projection: { openCase: 1 } }).toArray()).flatMap(
    ({ openCase }) => openCase ?? [],
  );
  const found = await acts
    .find({ 'covers.caseId': { $in: open }, personId: { $in: namesOf(person) } }, { session })
    .sort({ begunWallAt: 1 })
    .toArray();
  const reports = await inbox
    .find({ caseId: { $in: open }, 'input.kind': 'partner-report' }, { session, projection: { input: 1 } })
    .toArray();
  const returned = reports.flatMap(({ input }) =>
    input.kind === 'partner-report' && input.report.report === 'returned' ? input.report.placementId : [],
  );
  return { acts: found, returned };
}
