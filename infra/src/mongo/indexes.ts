import type mongoose from 'mongoose';
import type { Collections } from './collections.js';

type Indexes = { [Name in keyof Collections]?: mongoose.mongo.IndexDescription[] };

const indexes: Indexes = {
  persons: [{ key: { 'points.blindIndex': 1 } }, { key: { 'relations.to': 1, tenant: 1 } }],
  loans: [
    { key: { tenant: 1, openCase: 1 } },
    { key: { tenant: 1, 'terms.debtors.personId': 1 } },
    { key: { unresolved: 1 } },
  ],
  events: [
    { key: { tenant: 1, loanId: 1, order: 1 } },
    { key: { tenant: 1, paymentId: 1 } },
    // One payment counts on one loan, even told for two in the same instant. Apart from the index above: the local server does not look up by a partial one.
    { key: { paymentId: 1, tenant: 1 }, unique: true, partialFilterExpression: { paymentId: { $exists: true } } },
  ],
  parked: [{ key: { tenant: 1, status: 1 } }],
  inbox: [{ key: { caseId: 1, n: 1 }, unique: true }, { key: { consumed: 1, appendedWallAt: 1 } }],
  cases: [
    { key: { tenant: 1, 'plan.dueAt': 1, status: 1 } },
    { key: { tenant: 1, loanId: 1, episode: 1 }, unique: true },
  ],
  journal: [{ key: { caseId: 1, seq: 1 }, unique: true }],
  // A plan is offered to people in one open task at most.
  tasks: [
    { key: { tenant: 1, status: 1, kind: 1 } },
    { key: { 'covers.caseId': 1, status: 1 } },
    { key: { 'covers.planId': 1 }, unique: true, partialFilterExpression: { status: 'open' } },
  ],
  permits: [{ key: { tenant: 1, state: 1, until: 1 } }, { key: { tenant: 1, 'covers.loanId': 1 } }],
  creditMonths: [{ key: { tenant: 1, month: 1, loanId: 1 } }, { key: { tenant: 1, loanId: 1, month: 1 } }],
  creditSnapshots: [{ key: { tenant: 1, month: 1 } }],
  creditDisputes: [{ key: { tenant: 1, loanId: 1 } }],
  // A plan is fulfilled by one act at most, its own or a sibling's.
  acts: [
    { key: { 'covers.planId': 1 }, unique: true },
    { key: { 'covers.caseId': 1, status: 1 } },
    { key: { status: 1, begunWallAt: 1 } },
    { key: { tenant: 1, status: 1 } },
    { key: { taskId: 1 } },
  ],
};

/** Creates what is missing of the indexes the design rests on; harmless when repeated. */
export async function ensureIndexes(collections: Collections): Promise<void> {
  for (const [name, wanted] of Object.entries(indexes) as [keyof Collections, mongoose.mongo.IndexDescription[]][]) {
    await collections[name].createIndexes(wanted);
  }
}
