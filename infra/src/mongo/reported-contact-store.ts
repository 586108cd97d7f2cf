import { tenantKey } from '@recourse/domain/case/case-id';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { judgeReport, type AttemptReport } from '@recourse/activities/contact/conclude-attempt';
import { openEntry } from '@recourse/activities/contact/open-entry';
import { dialActId } from '@recourse/activities/permits/dial-act-id';
import { reportedAct, reportedActId } from '@recourse/activities/permits/reported-act';
import type { ReportedContact, ReportedContactStore } from '@recourse/activities/permits/reported-contact';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type mongoose from 'mongoose';
import { appendInTransaction } from './append-in-transaction.js';
import type { Collections } from './collections.js';
import type { MongoConnection } from './connect.js';
import { concludeInTransaction } from './conclude-in-transaction.js';
import { readPoint } from './read-for-begin.js';
import { inTransaction } from './transaction.js';
import { countLoans, writeLedgers } from './write-permit.js';

type Session = mongoose.mongo.ClientSession;

/** Contacts of agencies on MongoDB. */
export function mongoReportedContactStore(
  { connection, collections }: Pick<MongoConnection, 'connection' | 'collections'>,
  wallClock: () => Date,
): ReportedContactStore {
  return {
    record: (contact, itemId, at, law) =>
      inTransaction(connection, async (session) => {
        const wall = wallClock();
        const { code, details, wishes } = contact;
        const report: AttemptReport = { code, at, law, ...(details && { details }), ...(wishes && { wishes }) };
        const conclude = async (actId: string): Promise<string[]> => {
          const judge = (concluding: Parameters<typeof judgeReport>[1]) => judgeReport(report, concluding);
          const concluded = await concludeInTransaction(collections, session, { actId, judge, wall });
          return concluded === 'unknown-act' ? [] : concluded.ring;
        };
        const placement = await collections.acts.findOne({ _id: contact.placementId }, { session });
        if (placement?.act.kind !== 'place-with-agency') return 'unknown-placement';

        const dial = await dialOf(collections, session, contact, placement);
        if (dial !== undefined) return { ring: await conclude(dial) };

        const actId = reportedActId(contact, itemId);
        const before = await collections.acts.findOne({ _id: actId }, { session });
        if (before) return { ring: before.covers.map(({ caseId }) => caseId) };
        const written = await recordAsItHappened(collections, session, { contact, itemId, at, wall, placement });
        if (written !== 'recorded') return written;
        const ring = await conclude(actId);
        const breach = { kind: 'contact-without-permit' as const, actId, placementId: contact.placementId };
        for (const { caseId } of placement.covers) {
          const item = { kind: 'breach-reported' as const, itemId: `breach/${itemId}`, at, breach };
          if ((await appendInTransaction(collections, session, caseId, item, wall)) === 'appended') ring.push(caseId);
        }
        return { ring: [...new Set(ring)] };
      }),
  };
}

/** The act of the dial that was let go for this contact; a permit of somebody else, for somebody else or not redeemed is none. */
async function dialOf(
  { permits }: Collections,
  session: Session,
  { permit, placementId, personId, pointId, channel }: ReportedContact,
  { tenant }: ActRecord,
): Promise<string | undefined> {
  if (!permit) return undefined;
  const found = await permits.findOne({ _id: tenantKey(tenant, permit.permitId) }, { session });
  if (found?.placementId !== placementId || found.personId !== personId || found.pointId !== pointId) return undefined;
  const wasLetGo = found.dials.some(({ n, state }) => n === permit.n && state === 'redeemed');
  return wasLetGo && found.channel === channel ? dialActId(found, permit.n) : undefined;
}

type Told = { contact: ReportedContact; itemId: string; at: string; wall: Date; placement: ActRecord };

/** Person, point, loans, act (design section 6). */
async function recordAsItHappened(
  collections: Collections,
  session: Session,
  told: Told,
): Promise<'recorded' | 'unknown-person' | 'unknown-point'> {
  const { contact, placement, at } = told;
  const { tenant, covers } = placement;
  const person = await collections.persons.findOne({ _id: tenantKey(tenant, contact.personId) }, { session });
  if (!person) return 'unknown-person';
  const point = await readPoint(collections, session, person, contact.pointId);
  if (!point) return 'unknown-point';
  const loans = await collections.loans
    .find({ _id: { $in: covers.map(({ loanId }) => tenantKey(tenant, loanId)) } }, { session })
    .sort({ _id: 1 })
    .toArray();
  const { ofPerson, record } = point;
  const act = reportedAct({ ...told, loans, person, blindIndex: ofPerson.blindIndex });
  const entry = openEntry({
    actId: act._id,
    at,
    contact: { ...contact, purpose: 'collect' },
    person,
    ofPerson,
    loans,
    trace: [],
    sender: 'agency',
    senderId: act.actor,
  });
  await writeLedgers(collections, session, { person, point: record }, (ledger) => inOrder([...ledger, entry]));
  await countLoans(collections, session, { loans: loans.map((loan) => ({ loan })) });
  await collections.acts.insertOne(act, { session });
  return 'recorded';
}

const inOrder = (ledger: readonly LedgerEntry[]): LedgerEntry[] =>
  ledger.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
