import { tenantKey } from '@recourse/domain/case/case-id';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { judgeReport, type AttemptReport } from '@recourse/activities/contact/conclude-attempt';
import { openEntry } from '@recourse/activities/contact/open-entry';
import { dialActId } from '@recourse/activities/permits/dial-act-id';
import { isOfDial } from '@recourse/activities/permits/is-of-dial';
import { reportedAct, reportedActId } from '@recourse/activities/permits/reported-act';
import type { ReportedContact, ReportedContactStore } from '@recourse/activities/permits/reported-contact';
import { mergesOf } from '@recourse/activities/people/merges-of';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type { PersonMerge } from '@recourse/domain/contact/person-merge';
import type mongoose from 'mongoose';
import { appendInTransaction } from './append-in-transaction.js';
import type { Collections } from './collections.js';
import type { MongoConnection } from './connect.js';
import { concludeInTransaction } from './conclude-in-transaction.js';
import { findPerson } from './find-person.js';
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
    record: (told, itemId, at, law) =>
      inTransaction(connection, async (session) => {
        const wall = wallClock();
        const { code, details, wishes } = told;
        const report: AttemptReport = { code, at, law, ...(details && { details }), ...(wishes && { wishes }) };
        const conclude = async (actId: string): Promise<string[]> => {
          const judge = (concluding: Parameters<typeof judgeReport>[1]) => judgeReport(report, concluding);
          const concluded = await concludeInTransaction(collections, session, { actId, judge, wall });
          return concluded === 'unknown-act' ? [] : concluded.ring;
        };
        const placement = await collections.acts.findOne({ _id: told.placementId }, { session });
        if (placement?.act.kind !== 'place-with-agency') return 'unknown-placement';

        const person = await findPerson(collections, session, placement.tenant, told.personId);
        const merges = person ? mergesOf(person) : [];
        const contact = inOneName(told, merges);
        const dial = await dialOf(collections, session, contact, placement, merges);
        if (dial && isOfDial({ code, at }, dial)) return { ring: await conclude(dial._id) };

        const actId = reportedActId(contact, itemId);
        const before = await collections.acts.findOne({ _id: actId }, { session });
        if (before) return { ring: before.covers.map(({ caseId }) => caseId) };
        const written = await recordAsItHappened(collections, session, {
          contact,
          person,
          itemId,
          at,
          wall,
          placement,
        });
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
  { permits, acts }: Collections,
  session: Session,
  { permit, placementId, personId, pointId, channel }: ReportedContact,
  { tenant }: ActRecord,
  merges: readonly PersonMerge[],
): Promise<ActRecord | undefined> {
  if (!permit) return undefined;
  const granted = await permits.findOne({ _id: tenantKey(tenant, permit.permitId) }, { session });
  const found = inOneName(granted, merges);
  if (found?.placementId !== placementId || found.personId !== personId || found.pointId !== pointId) return undefined;
  const wasLetGo = found.dials.some(({ n, state }) => n === permit.n && state === 'redeemed');
  if (!wasLetGo || found.channel !== channel) return undefined;
  return (await acts.findOne({ _id: dialActId(found, permit.n) }, { session })) ?? undefined;
}

type Told = {
  contact: ReportedContact;
  person: PersonRecord | undefined;
  itemId: string;
  at: string;
  wall: Date;
  placement: ActRecord;
};

/** Person, point, loans, act (design section 6). */
async function recordAsItHappened(
  collections: Collections,
  session: Session,
  told: Told,
): Promise<'recorded' | 'unknown-person' | 'unknown-point'> {
  const { contact, person, placement, at } = told;
  const { tenant, covers } = placement;
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
    traces: [],
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
