import { tenantKey } from '@recourse/domain/case/case-id';
import { givenBack, over, reservedDials, type Permit } from '@recourse/domain/contact/permit';
import { dialActId } from '@recourse/activities/permits/dial-act-id';
import type { GrantResult, PermitStore, RedeemResult } from '@recourse/activities/permits/permit-store';
import type { PermitRecord } from '@recourse/activities/records/permit-record';
import { nowOf } from '@recourse/activities/clock/now-of';
import type mongoose from 'mongoose';
import { Busy } from './busy.js';
import type { Collections } from './collections.js';
import type { MongoConnection } from './connect.js';
import { findPerson } from './find-person.js';
import { ingestIsCurrent } from './ingest-is-current.js';
import { ledgerWith } from './ledger-with.js';
import { mustMatch } from './must-match.js';
import { openCallsOf } from './open-calls.js';
import { readForPermit } from './read-for-permit.js';
import { tellCases } from './tell-cases.js';
import { sharedFor } from './shared-for.js';
import { inTransaction } from './transaction.js';
import { countLoans, writeLedgers } from './write-permit.js';

type Session = mongoose.mongo.ClientSession;

/** Permits on MongoDB; they write what `begin` writes, so that of all senders at once none takes a slot twice. */
export function mongoPermitStore(
  { connection, collections }: Pick<MongoConnection, 'connection' | 'collections'>,
  wallClock: () => Date,
): PermitStore {
  const { permits, acts } = collections;
  const current = sharedFor(100, () => ingestIsCurrent(collections, wallClock()));

  return {
    grant: (request, judge) =>
      unlessBusy<GrantResult>({ granted: undefined, not: { because: 'busy', rules: [] } }, () =>
        inTransaction(connection, async (session): Promise<GrantResult> => {
          const _id = tenantKey(request.tenant, request.permitId);
          const before = await permits.findOne({ _id }, { session });
          const at = { wall: wallClock(), ingestIsCurrent: await current() };
          const read = await readForPermit(collections, session, request, at);
          if (!read) return { granted: undefined, not: { because: 'unknown-tenant', rules: [] } };
          const verdict = judge({ ...read, ...(before && { before }) });
          if (!verdict.granted)
            return {
              granted: undefined,
              not: verdict.not,
              ring: await tellCases(collections, session, verdict.notes, at.wall),
            };
          const { granted, entries, again } = verdict;
          if (again) return { granted, again };
          const stands = { person: read.person, point: read.point?.record };
          await writeLedgers(collections, session, stands, (ledger) => ledgerWith(ledger, entries));
          await countLoans(collections, session, read);
          await permits.insertOne(granted, { session });
          return { granted };
        }),
      ),

    redeem: ({ tenant, permitId, ...dial }, judge) =>
      unlessBusy<RedeemResult>({ go: false, because: 'busy' }, () =>
        inTransaction(connection, async (session): Promise<RedeemResult> => {
          const permit = await permits.findOne({ _id: tenantKey(tenant, permitId) }, { session });
          if (!permit || dial.holderId !== permit.holder.id) return { go: false, because: 'unknown-permit' };
          const at = { wall: wallClock(), ingestIsCurrent: await current() };
          const wanted = { ...permit, loans: permit.covers.map(({ loanId }) => loanId) };
          const read = await readForPermit(collections, session, wanted, at);
          if (!read) return { go: false, because: 'unknown-permit' };
          const openCalls = await openCallsOf(collections, session, {
            ledgers: [read.person?.ledger, read.point?.record.ledger],
            also: permit.dials.flatMap(({ n, state }) => (state === 'redeemed' ? [dialActId(permit, n)] : [])),
          });
          const verdict = judge({ ...read, permit, openCalls });
          if (verdict.go === false) return verdict;
          if (verdict.go === 'again') return { ...verdict, go: true, again: true };
          if (verdict.go === 'revoke') {
            await release(collections, session, permit, verdict.permit);
            const ring = await tellCases(collections, session, verdict.notes, at.wall);
            return { go: false, because: 'permit-revoked', revoked: verdict.revoked, ring };
          }
          const gone = goneFrom(permit, verdict.permit);
          const stands = { person: read.person, point: read.point?.record };
          await writeLedgers(collections, session, stands, (ledger) => {
            const left = ledger.filter(({ actId }) => !gone.has(actId));
            return ledgerWith(left, [verdict.entry]);
          });
          await countLoans(collections, session, read);
          await putPermit(collections, session, permit, verdict.permit);
          await acts.insertOne(verdict.act, { session });
          const { _id: actId, notAfter } = verdict.act;
          // What it read of the kill switch is too old to dial on.
          if (wallClock() >= notAfter) throw new Busy('5 s between reading and writing');
          return { go: true, actId, notAfter };
        }),
      ),

    giveBack: ({ tenant, permitId, holderId }) =>
      unlessBusy<'given-back' | 'unknown-permit' | 'busy'>('busy', () =>
        inTransaction(connection, async (session) => {
          const permit = await permits.findOne({ _id: tenantKey(tenant, permitId) }, { session });
          const found = permit && (await collections.tenants.findOne({ _id: tenant }, { session }));
          if (!found || permit.holder.id !== holderId) return 'unknown-permit';
          await release(collections, session, permit, givenBack(permit, nowOf(found, wallClock())));
          return 'given-back';
        }),
      ),

    async releaseOver(most) {
      let released = 0;
      for (const tenant of await collections.tenants.find({}).toArray()) {
        const now = nowOf(tenant, wallClock());
        const found = await permits
          .find({ tenant: tenant._id, state: 'open', until: { $lt: `${now}~` } }, { projection: { _id: 1 } })
          .limit(most - released)
          .toArray();
        for (const { _id } of found)
          await inTransaction(connection, async (session) => {
            const permit = await permits.findOne({ _id }, { session });
            if (permit) await release(collections, session, permit, over(permit));
          });
        released += found.length;
        if (released >= most) break;
      }
      return released;
    },

    async permit(tenant, permitId) {
      return (await permits.findOne({ _id: tenantKey(tenant, permitId) })) ?? undefined;
    },
  };
}

async function unlessBusy<T>(busy: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Busy) return busy;
    throw error;
  }
}

/** The reservations that leave the ledgers: a redeemed one comes back as the dial it has become. */
function goneFrom(before: PermitRecord, after: Permit): Set<string> {
  const still = new Set(reservedDials(after));
  return new Set(reservedDials(before).flatMap((n) => (still.has(n) ? [] : [dialActId(before, n)])));
}

async function putPermit(
  { permits }: Collections,
  session: Session,
  { _id, version }: PermitRecord,
  { dials, state, revoked, givenBackAt }: Permit,
): Promise<void> {
  const $set = { dials, state, version: version + 1, ...(revoked && { revoked }), ...(givenBackAt && { givenBackAt }) };
  mustMatch(await permits.updateOne({ _id, version }, { $set }, { session }), _id);
}

/** What `after` reserves no more leaves the ledgers. */
async function release(collections: Collections, session: Session, permit: PermitRecord, after: Permit): Promise<void> {
  const { points } = collections;
  if (permit.state !== 'open') return;
  const gone = goneFrom(permit, after);
  if (gone.size > 0) {
    const person = await findPerson(collections, session, permit.tenant, permit.personId);
    const point = await points.findOne({ _id: tenantKey(permit.tenant, permit.blindIndex) }, { session });
    const stands = { person, point: point ?? undefined };
    await writeLedgers(collections, session, stands, (ledger) => ledger.filter(({ actId }) => !gone.has(actId)));
  }
  await putPermit(collections, session, permit, after);
}
