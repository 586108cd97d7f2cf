import { tenantKey } from '@recourse/domain/case/case-id';
import type { NewInput } from '@recourse/domain/case/case-inputs';
import { nowOf } from '@recourse/activities/clock/now-of';
import { unknownLoan } from '@recourse/activities/intake/judge-intake';
import { parkedIdOf } from '@recourse/activities/intake/loan-event';
import type { ParkedStore, Resolution, ToPark } from '@recourse/activities/intake/parked-store';
import type mongoose from 'mongoose';
import { appendInTransaction } from './append-in-transaction.js';
import type { Collections } from './collections.js';
import type { MongoConnection } from './connect.js';
import { inTransaction } from './transaction.js';

type Session = mongoose.mongo.ClientSession;

/** Events set aside, over MongoDB. */
export function mongoParkedStore(
  { connection, collections }: MongoConnection,
  wallClock: () => Date = () => new Date(),
): ParkedStore {
  const { parked } = collections;
  return {
    park: (record) => inTransaction(connection, (session) => park(collections, session, record, wallClock())),
    find: async (parkedId) => (await parked.findOne({ _id: parkedId })) ?? undefined,
    list: (tenant, status) =>
      parked
        .find({ ...(tenant === undefined ? {} : { tenant }), status })
        .sort({ parkedAt: 1 })
        .limit(1_000)
        .toArray(),
    resolve: (parkedId, how) =>
      inTransaction(connection, async (session) => {
        const found = await parked.findOne({ _id: parkedId }, { session });
        if (!found) return { resolved: false, refused: 'unknown-parked' };
        if (found.status !== 'parked') return { resolved: false, refused: 'already-resolved' };
        const wall = wallClock();
        const at = await dateOf(collections, session, found.tenant, wall);
        return { resolved: true, ring: await clearParked(collections, session, parkedId, { ...how, at }, wall) };
      }),
    refusedAgain: async (parkedId, because) => {
      await parked.updateOne({ _id: parkedId, status: 'parked' }, { $set: { cause: because } });
    },
  };
}

async function park(
  collections: Collections,
  session: Session,
  record: ToPark,
  wall: Date,
): Promise<{ first: boolean; ring: string[] }> {
  const _id = parkedIdOf(record.place);
  if (await collections.parked.findOne({ _id }, { session, projection: { _id: 1 } })) return { first: false, ring: [] };

  const ring: string[] = [];
  const blocked: ToPark['loans'] = [];
  for (const named of record.loans) {
    if (!(await collections.tenants.findOne({ _id: named.tenant }, { session, projection: { _id: 1 } }))) continue;
    const at = await dateOf(collections, session, named.tenant, wall);
    if (!(await block(collections, session, named, _id, record.rememberUnknownLoans))) continue;
    blocked.push(named);
    ring.push(
      ...(await tell(
        collections,
        session,
        named,
        { kind: 'event-parked', itemId: `parked/${_id}`, at, parkedId: _id },
        wall,
      )),
    );
  }
  const first = blocked[0] ?? record.loans[0];
  await collections.parked.insertOne(
    {
      _id,
      ...(first ? { tenant: first.tenant, loanId: first.loanId } : {}),
      headers: record.headers,
      sealedBytes: record.sealed,
      cause: record.because,
      parkedAt: await dateOf(collections, session, first?.tenant, wall),
      status: 'parked',
    },
    { session },
  );
  return { first: true, ring };
}

async function block(
  { loans }: Collections,
  session: Session,
  named: { tenant: string; loanId: string },
  parkedId: string,
  remember: boolean,
): Promise<boolean> {
  const _id = tenantKey(named.tenant, named.loanId);
  const blocked = await loans.updateOne(
    { _id },
    { $addToSet: { unresolved: parkedId }, $inc: { order: 1 } },
    { session },
  );
  if (blocked.matchedCount === 1) return true;
  if (remember) await loans.insertOne({ ...unknownLoan(named), order: 1, unresolved: [parkedId] }, { session });
  return remember;
}

/**
 * Resolves a parked event within the caller's transaction: its document, every loan it blocks, their open cases.
 * A document already resolved is left as it is. Returns the cases told.
 */
export async function clearParked(
  collections: Collections,
  session: Session,
  parkedId: string,
  resolution: Resolution,
  wall: Date,
): Promise<string[]> {
  const { status, by, because, at } = resolution;
  const resolved = { status, resolvedBy: by, resolvedBecause: because, resolvedAt: at };
  const found = await collections.parked.findOne({ _id: parkedId }, { session });
  if (found?.status !== 'parked') return [];
  await collections.parked.updateOne({ _id: parkedId }, { $set: resolved }, { session });
  const told: string[] = [];
  for (const { _id, tenant, loanId } of await collections.loans
    .find({ unresolved: parkedId }, { session })
    .sort({ _id: 1 })
    .toArray()) {
    await collections.loans.updateOne({ _id }, { $pull: { unresolved: parkedId }, $inc: { order: 1 } }, { session });
    const item: NewInput = { kind: 'unresolved-cleared', itemId: `cleared/${parkedId}`, at, parkedId };
    told.push(...(await tell(collections, session, { tenant, loanId }, item, wall)));
  }
  return told;
}

/** Appends to the loan's open case, if there is one. */
async function tell(
  collections: Collections,
  session: Session,
  { tenant, loanId }: { tenant: string; loanId: string },
  item: NewInput,
  wall: Date,
): Promise<string[]> {
  const loan = await collections.loans.findOne(
    { _id: tenantKey(tenant, loanId) },
    { session, projection: { openCase: 1 } },
  );
  if (loan?.openCase === undefined) return [];
  await appendInTransaction(collections, session, loan.openCase, item, wall);
  return [loan.openCase];
}

/** What names no tenant of ours is dated by the wall clock. */
async function dateOf(
  { tenants }: Collections,
  session: Session,
  tenant: string | undefined,
  wall: Date,
): Promise<string> {
  const owner = tenant === undefined ? null : await tenants.findOne({ _id: tenant }, { session });
  return owner ? nowOf(owner, wall) : wall.toISOString();
}
