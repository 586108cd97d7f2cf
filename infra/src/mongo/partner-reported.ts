import type { PartnerReport } from '@recourse/domain/case/case-inputs';
import { judgeReport } from '@recourse/activities/contact/conclude-attempt';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type mongoose from 'mongoose';
import { appendInTransaction } from './append-in-transaction.js';
import { partyWithout } from './collecting-party-after.js';
import type { Collections } from './collections.js';
import { concludeInTransaction } from './conclude-in-transaction.js';
import { findPerson } from './find-person.js';
import { mustMatch } from './must-match.js';

type Reported = { report: PartnerReport; itemId: string; at: string; wall: Date };

/**
 * Takes what a partner tells of a placement of ours; one it returns is no longer collected by it. Whoever speaks of a placement has taken it:
 * an act whose outcome nobody knows yet is concluded first, so that the case hears "done" before "returned".
 */
export async function partnerReportedInTransaction(
  collections: Collections,
  session: mongoose.mongo.ClientSession,
  reported: Reported,
): Promise<{ ring: string[] } | undefined> {
  const { report, itemId, at, wall } = reported;
  const act = await collections.acts.findOne({ _id: report.placementId }, { session });
  if (!act || (act.act.kind !== 'place-with-agency' && act.act.kind !== 'refer-to-legal')) return undefined;
  const taken = { status: 'done' as const, at };
  await concludeInTransaction(collections, session, {
    actId: act._id,
    judge: (concluding) => judgeReport(taken, concluding),
    wall,
  });
  if (report.report === 'returned' && act.personId)
    await release(
      collections,
      session,
      await findPerson(collections, session, act.tenant, act.personId),
      report.placementId,
    );
  const ring: string[] = [];
  for (const { caseId } of act.covers) {
    const appended = await appendInTransaction(
      collections,
      session,
      caseId,
      { kind: 'partner-report', itemId, at, report },
      wall,
    );
    if (appended !== 'case-closed') ring.push(caseId);
  }
  return { ring };
}

/** The person is written whoever the party is: of two loans that come back at once one then conflicts and sees the other. */
async function release(
  collections: Collections,
  session: mongoose.mongo.ClientSession,
  person: PersonRecord | undefined,
  placementId: string,
): Promise<void> {
  if (!person) return;
  const { _id } = person;
  const party = await partyWithout(collections, session, person, placementId);
  const update = party
    ? { $set: { collectingParty: party, version: person.version + 1 } }
    : { $set: { version: person.version + 1 }, $unset: { collectingParty: '' as const } };
  mustMatch(await collections.persons.updateOne({ _id, version: person.version }, update, { session }), _id);
}
