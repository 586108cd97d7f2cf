import { nowOf } from '@recourse/activities/clock/now-of';
import type { KnownBefore, KnownBeforeStore } from '@recourse/activities/intake/known-before-store';
import { tellsTerms } from '@recourse/activities/intake/tells-terms';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import { caseIdOf } from '@recourse/domain/case/case-id';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';
import type { MongoConnection } from './connect.js';
import { inTransaction } from './transaction.js';

type Session = mongoose.mongo.ClientSession;

/** Loans known before the law was asked of their terms, on MongoDB. */
export function mongoKnownBeforeStore(
  { connection, collections }: MongoConnection,
  wall: () => Date = () => new Date(),
): KnownBeforeStore {
  return {
    async list() {
      const found = await collections.loans
        .find({ terms: { $exists: true }, lawOn: { $exists: false } }, { projection: { _id: 1 } })
        .toArray();
      return found.map(({ _id }) => _id);
    },

    put: (id, judge) =>
      inTransaction(connection, async (session) => {
        const loan = await collections.loans.findOne({ _id: id }, { session });
        if (!loan) return undefined;
        const put = judge(await readKnown(collections, session, loan, wall()));
        if (put === loan) return loan;
        const { matchedCount } = await collections.loans.replaceOne({ _id: id, order: loan.order }, put, { session });
        if (matchedCount !== 1) throw new Error(`loan ${id} changed under its own snapshot`);
        return put;
      }),
  };
}

async function readKnown(
  { tenants, journal, events }: Collections,
  session: Session,
  loan: LoanRecord,
  wall: Date,
): Promise<KnownBefore> {
  const { tenant, loanId, episodes } = loan;
  const of = await tenants.findOne({ _id: tenant }, { session });
  const stated: KnownBefore['stated'] = [];
  for (let episode = 1; episode <= episodes; episode += 1) {
    const entries = await journal
      .find(
        { caseId: caseIdOf(tenant, loanId, episode), 'fact.type': { $in: ['case-opened', 'terms-noted'] } },
        { session },
      )
      .sort({ seq: 1 })
      .toArray();
    for (const { fact } of entries)
      if (fact.type === 'case-opened' || fact.type === 'terms-noted')
        stated.push({ version: fact.terms.version, itemId: fact.cause, at: fact.at });
  }
  const told = await events
    .find({ tenant, loanId, type: { $in: [...tellsTerms] } }, { session })
    .sort({ order: 1 })
    .toArray();
  return {
    loan,
    stated,
    tellings: told.map(({ _id, acceptedAt }) => ({ itemId: _id.slice(tenant.length + 1), acceptedAt })),
    now: of ? nowOf(of, wall) : wall.toISOString(),
  };
}
