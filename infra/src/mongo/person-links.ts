import { tenantKey } from '@recourse/domain/case/case-id';
import type { Hold } from '@recourse/domain/holds/hold';
import type { PersonHistory } from '@recourse/activities/intake/person-history';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type mongoose from 'mongoose';
import type { MongoConnection } from './connect.js';

type Session = mongoose.mongo.ClientSession;

/**
 * What events told of a person, known or not: the loans that name the person, and holds and contacts of others that came before the person did.
 * `_id` = `tenant/personId`. Ingest and the loading of persons both write it, so that of the two at once one conflicts and sees the other.
 */
export type PersonLinkRecord = {
  _id: string;
  tenant: string;
  personId: string;
  loans: string[];
  waitingHolds: Hold[];
  waitingHistories?: PersonHistory[];
  version: number;
};

export const linksOf = ({ connection }: MongoConnection): mongoose.mongo.Collection<PersonLinkRecord> =>
  connection.collection<PersonLinkRecord>('links');

/** A loan names a person as debtor. */
export async function linkDebtor(
  mongo: MongoConnection,
  session: Session,
  { tenant, personId, loanId }: { tenant: string; personId: string; loanId: string },
): Promise<void> {
  const _id = tenantKey(tenant, personId);
  await linksOf(mongo).updateOne(
    { _id },
    { $addToSet: { loans: loanId }, $inc: { version: 1 }, $setOnInsert: { tenant, personId, waitingHolds: [] } },
    { session, upsert: true },
  );
  await mongo.collections.persons.updateOne(
    { _id },
    { $addToSet: { loans: loanId }, $inc: { version: 1 } },
    { session },
  );
}

/** Places a hold on a person; of a person not yet known it waits for the person to be loaded. */
export async function holdOnPerson(
  mongo: MongoConnection,
  session: Session,
  { tenant, personId, hold }: { tenant: string; personId: string; hold: Hold },
): Promise<void> {
  const _id = tenantKey(tenant, personId);
  const placed = await mongo.collections.persons.updateOne(
    { _id },
    { $push: { holds: hold }, $inc: { version: 1 } },
    { session },
  );
  const known = placed.matchedCount === 1;
  await linksOf(mongo).updateOne(
    { _id },
    {
      ...(known ? {} : { $push: { waitingHolds: hold } }),
      $inc: { version: 1 },
      $setOnInsert: { tenant, personId, loans: [], ...(known ? { waitingHolds: [] } : {}) },
    },
    { session, upsert: true },
  );
}

/** The loans that name a person as debtor. */
export async function loansOf(
  mongo: MongoConnection,
  session: Session,
  tenant: string,
  personId: string,
): Promise<LoanRecord[]> {
  const link = await linksOf(mongo).findOne({ _id: tenantKey(tenant, personId) }, { session });
  const loans: LoanRecord[] = [];
  for (const loanId of [...(link?.loans ?? [])].sort()) {
    const loan = await mongo.collections.loans.findOne({ _id: tenantKey(tenant, loanId) }, { session });
    if (loan) loans.push(loan);
  }
  return loans;
}
