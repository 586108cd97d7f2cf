import { tenantKey } from '@recourse/domain/case/case-id';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { judgeReport } from '@recourse/activities/contact/conclude-attempt';
import { dialActId } from '@recourse/activities/permits/dial-act-id';
import { reportedActId } from '@recourse/activities/permits/reported-act';
import type {
  ReportedContactStore,
  ReportedEvent,
  ReportedRead,
  ReportedResult,
  ReportedVerdict,
} from '@recourse/activities/permits/reported-contact';
import { mergesOf } from '@recourse/activities/people/merges-of';
import type { PermitRecord } from '@recourse/activities/records/permit-record';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';
import type { MongoConnection } from './connect.js';
import { concludeInTransaction } from './conclude-in-transaction.js';
import { findPerson } from './find-person.js';
import { ledgerWith } from './ledger-with.js';
import { readPoint } from './read-for-begin.js';
import { tellCases } from './tell-cases.js';
import { inTransaction } from './transaction.js';
import { countLoans, writeLedgers } from './write-permit.js';

type Session = mongoose.mongo.ClientSession;

/** Contacts of agencies on MongoDB. */
export function mongoReportedContactStore(
  { connection, collections }: Pick<MongoConnection, 'connection' | 'collections'>,
  wallClock: () => Date,
): ReportedContactStore {
  return {
    record: (event, judge) =>
      inTransaction(connection, async (session): Promise<ReportedResult> => {
        const read = await readForReported(collections, session, event, wallClock());
        const verdict = judge(read);
        switch (verdict.taken) {
          case 'not':
            return verdict.because;
          case 'known':
            return { ring: verdict.ring };
          case 'dial': {
            const { actId, report } = verdict;
            const ring = await conclude(collections, session, actId, report, read.wall);
            await collections.acts.updateOne({ _id: actId }, { $set: { toldBy: event.itemId } }, { session });
            return { ring };
          }
          case 'breach':
            return { ring: await writeBreach(collections, session, read, verdict) };
          default:
            return verdict satisfies never;
        }
      }),
  };
}

async function readForReported(
  collections: Collections,
  session: Session,
  { contact, itemId }: ReportedEvent,
  wall: Date,
): Promise<ReportedRead> {
  const { acts, loans } = collections;
  const one = async (_id: string) => (await acts.findOne({ _id }, { session })) ?? undefined;
  const placement = await one(contact.placementId);
  if (!placement) return { wall, loans: [] };
  const { tenant, covers } = placement;
  const person = await findPerson(collections, session, tenant, contact.personId);
  const { pointId } = inOneName(contact, person ? mergesOf(person) : []);
  const point = person && (await readPoint(collections, session, person, pointId));
  const permit = await permitNamed(collections, session, tenant, contact);
  const dial = permit && contact.permit && (await one(dialActId(permit, contact.permit.n)));
  const before = await one(reportedActId(contact, itemId));
  const ids = covers.map(({ loanId }) => tenantKey(tenant, loanId));
  return {
    wall,
    placement,
    loans: await loans
      .find({ _id: { $in: ids } }, { session })
      .sort({ _id: 1 })
      .toArray(),
    ...(person && { person }),
    ...(point && { point }),
    ...(permit && { permit }),
    ...(dial && { dial }),
    ...(before && { before }),
  };
}

async function permitNamed(
  { permits }: Collections,
  session: Session,
  tenant: string,
  { permit }: ReportedEvent['contact'],
): Promise<PermitRecord | undefined> {
  if (!permit) return undefined;
  return (await permits.findOne({ _id: tenantKey(tenant, permit.permitId) }, { session })) ?? undefined;
}

/** Person, point, loans, act (design section 6), and then what came of it. */
async function writeBreach(
  collections: Collections,
  session: Session,
  { person, point, loans, wall }: ReportedRead,
  { act, entry, report, notes }: Extract<ReportedVerdict, { taken: 'breach' }>,
): Promise<string[]> {
  const stands = { person, point: point?.record };
  await writeLedgers(collections, session, stands, (ledger) => inOrder(ledgerWith(ledger, [entry])));
  await countLoans(collections, session, { loans: loans.map((loan) => ({ loan })) });
  await collections.acts.insertOne(act, { session });
  const ring = await conclude(collections, session, act._id, report, wall);
  return [...new Set([...ring, ...(await tellCases(collections, session, notes, wall))])];
}

async function conclude(
  collections: Collections,
  session: Session,
  actId: string,
  report: Parameters<typeof judgeReport>[0],
  wall: Date,
): Promise<string[]> {
  const judge = (concluding: Parameters<typeof judgeReport>[1]) => judgeReport(report, concluding);
  const concluded = await concludeInTransaction(collections, session, { actId, judge, wall });
  return concluded === 'unknown-act' ? [] : concluded.ring;
}

const inOrder = (ledger: readonly LedgerEntry[]): LedgerEntry[] =>
  ledger.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
