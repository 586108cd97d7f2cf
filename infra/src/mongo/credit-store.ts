import type { CreditRead, CreditStore } from '@recourse/activities/credit/credit-store';
import { nowOf } from '@recourse/activities/clock/now-of';
import type { CreditDisputeRecord } from '@recourse/activities/records/credit-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { tenantKey } from '@recourse/domain/case/case-id';
import { borrowerOf } from '@recourse/domain/case/terms';
import type mongoose from 'mongoose';
import { appendInTransaction } from './append-in-transaction.js';
import type { CaseRecord } from './collections.js';
import type { MongoConnection } from './connect.js';
import { findPerson } from './find-person.js';
import { mustMatch } from './must-match.js';
import { inTransaction } from './transaction.js';

type Session = mongoose.mongo.ClientSession;

/** Credit reporting over MongoDB. */
export function mongoCreditStore(
  { connection, collections }: MongoConnection,
  wall: () => Date = () => new Date(),
): CreditStore {
  const { tenants, loans, persons, cases, creditMonths, creditSnapshots, creditDisputes } = collections;

  const read = async (session: Session, tenant: string, loanId: string): Promise<CreditRead | undefined> => {
    const owner = await tenants.findOne({ _id: tenant }, { session });
    const loan = await loans.findOne({ _id: tenantKey(tenant, loanId) }, { session });
    if (!owner || !loan) return undefined;
    const kase = loan.openCase === undefined ? null : await cases.findOne({ _id: loan.openCase }, { session });
    const borrower = loan.terms && borrowerOf(loan.terms);
    const person = borrower === undefined ? undefined : await findPerson(collections, session, tenant, borrower);
    const months = await creditMonths.find({ tenant, loanId }, { session }).sort({ month: 1 }).toArray();
    const found = await creditDisputes.find({ tenant, loanId }, { session }).toArray();
    return {
      now: nowOf(owner, wall()),
      loan,
      ...(kase && { kase: withoutId(kase) }),
      ...(person && { person }),
      sent: months.flatMap(({ rows }) => rows),
      disputes: found.map(disputeOf),
    };
  };

  /** Persons first, loans after: whoever places a hold meanwhile conflicts, and is before or after this. */
  const writeRests = async (session: Session, { loan, person }: CreditRead, change: object): Promise<void> => {
    if (person) await touch(session, person);
    const { _id, order, positionVersion } = loan;
    mustMatch(await loans.updateOne({ _id, order, positionVersion }, { $set: change }, { session }), _id);
  };
  const touch = async (session: Session, { _id, version }: PersonRecord): Promise<void> =>
    mustMatch(await persons.updateOne({ _id, version }, { $set: { version: version + 1 } }, { session }), _id);

  return {
    snapshots: (tenant) => creditSnapshots.find({ tenant }).sort({ month: 1 }).toArray(),
    open: (tenant, judge) =>
      inTransaction(connection, async (session) => {
        const before = await creditSnapshots.find({ tenant }, { session }).sort({ month: 1 }).toArray();
        const opened = judge(before);
        if (typeof opened === 'string' || before.includes(opened)) return opened;
        // Two that begin at once both write this, and one of them is judged again.
        const { month: creditMonth } = opened;
        mustMatch(await tenants.updateOne({ _id: tenant }, { $set: { creditMonth } }, { session }), tenant);
        await creditSnapshots.insertOne(opened, { session });
        return opened;
      }),
    async *loanIds(tenant) {
      const found = loans.find({ tenant, terms: { $exists: true } }, { projection: { loanId: 1 } });
      for (const id of (await found.toArray()).map(({ loanId }) => loanId).toSorted()) yield id;
    },
    furnish: (tenant, loanId, month, judge) =>
      inTransaction(connection, async (session) => {
        const done = await creditMonths.findOne({ _id: `${tenantKey(tenant, loanId)}/${month}` }, { session });
        if (done) return { record: done };
        const seen = await read(session, tenant, loanId);
        const write = seen && judge(seen);
        if (!write) return {};
        await writeRests(session, seen, { furnished: month });
        await creditMonths.insertOne(write.record, { session });
        const { openCase } = seen.loan;
        if (openCase === undefined) return { record: write.record };
        for (const item of write.items) await appendInTransaction(collections, session, openCase, item, wall());
        return { record: write.record, ring: openCase };
      }),
    months: (tenant, month) => creditMonths.find({ tenant, month }).sort({ loanId: 1 }),
    async finish(_id, { at, totals, sha256 }) {
      await creditSnapshots.updateOne({ _id }, { $set: { finishedAt: at, totals, sha256 } });
    },
    receive: (tenant, { name, loanId, month }, receipt) =>
      inTransaction(connection, async (session) => {
        const _id = `${tenantKey(tenant, loanId)}/${month}`;
        const found = await creditMonths.findOne({ _id }, { session });
        const row = found?.rows.find((each) => each.row === name);
        const owner = await tenants.findOne({ _id: tenant }, { session });
        if (!found || !row || !owner) return 'unknown-row';
        const { at: _at, ...before } = row.receipt ?? { at: '' };
        if (row.receipt)
          return JSON.stringify(before) === JSON.stringify(receipt) ? { noted: false } : 'known-otherwise';
        const at = nowOf(owner, wall());
        const rows = found.rows.map((each) => (each === row ? { ...each, receipt: { ...receipt, at } } : each));
        mustMatch(await creditMonths.updateOne({ _id }, { $set: { rows } }, { session }), _id);
        const loan = await loans.findOne({ _id: tenantKey(tenant, loanId) }, { session });
        if (receipt.taken || loan?.openCase === undefined) return { noted: true };
        const told = { credit: 'rejected', row: name, code: receipt.code } as const;
        const item = { kind: 'credit-told', at, itemId: `credit/rejected/${name}`, told } as const;
        await appendInTransaction(collections, session, loan.openCase, item, wall());
        return { noted: true, ring: loan.openCase };
      }),
    async disputes(tenant, loanId) {
      const found = creditDisputes.find({ tenant, ...(loanId !== undefined && { loanId }) });
      return (await found.sort({ dueOn: 1 }).toArray()).map(disputeOf);
    },
    dispute: (tenant, loanId, judge) =>
      inTransaction(connection, async (session) => {
        const seen = await read(session, tenant, loanId);
        if (!seen) return 'unknown-loan';
        const write = judge(seen);
        if (typeof write === 'string') return write;
        const { dispute, holds, item } = write;
        await writeRests(session, seen, { holds });
        const _id = tenantKey(tenant, dispute.id);
        await creditDisputes.replaceOne({ _id }, { tenant, ...dispute }, { session, upsert: true });
        const { openCase } = seen.loan;
        if (openCase === undefined) return { dispute };
        await appendInTransaction(collections, session, openCase, item, wall());
        return { dispute, ring: openCase };
      }),
  };
}

const withoutId = ({ _id, ...kase }: CaseRecord): Omit<CaseRecord, '_id'> => kase;
const disputeOf = ({ _id, tenant: _tenant, ...dispute }: CreditDisputeRecord) => dispute;
