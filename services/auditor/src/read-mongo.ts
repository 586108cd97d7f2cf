import { MongoClient, type Db, type Document, type Filter } from 'mongodb';
import { actOf } from './act-of.js';
import { asHeard } from './as-heard.js';
import { asTheyWere } from './as-they-were.js';
import { creditDisputeOf, creditRowsOf } from './credit-evidence.js';
import { entryOf } from './entry-of.js';
import type { Evidence } from './evidence.js';
import {
  acceptedOf,
  caseOf,
  itemOf,
  loanOf,
  parkedOf,
  permitOf,
  personOf,
  pointOf,
  taskOf,
} from './stored-documents.js';
import type { Progress } from './progress.js';
import { asTrouble, Trouble } from './trouble.js';

export type StoredEvidence = Pick<
  Evidence,
  | 'now'
  | 'accepted'
  | 'parked'
  | 'loans'
  | 'inbox'
  | 'cases'
  | 'journal'
  | 'acts'
  | 'permits'
  | 'creditRows'
  | 'creditDisputes'
  | 'tasks'
  | 'persons'
  | 'points'
>;

const everyDocuments = 5_000;

/**
 * Reads a tenant's documents by the raw driver, collection after collection, each by a cursor; not in one snapshot, so what changes
 * meanwhile is told from what is wrong by looking twice.
 * @throws Trouble
 */
export async function readMongo(uri: string, tenant: string, progress: Progress): Promise<StoredEvidence> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 10_000, promoteValues: true });
  try {
    return await asTrouble('MONGODB_URI', 'reading', async () =>
      readTenant((await client.connect()).db(), tenant, progress),
    );
  } finally {
    await client.close();
  }
}

async function readTenant(db: Db, tenant: string, progress: Progress): Promise<StoredEvidence> {
  const owner = await db
    .collection<{ _id: string; clock?: { kind: string; now?: string } }>('tenants')
    .findOne({ _id: tenant });
  if (!owner) throw new Trouble(`MONGODB_URI: the database has no tenant ${tenant} (--tenant names another)`);
  const { clock } = owner;
  const all = <T>(
    collection: string,
    pick: (document: Document) => T,
    fields: string[],
    filter: Filter<Document> = { tenant },
  ): Promise<T[]> => collect(db, { collection, filter, fields }, pick, progress);
  // `0` follows `/`: all cases of the tenant, and no tenant whose name begins alike.
  const ofTenant = { caseId: { $gt: `${tenant}/`, $lt: `${tenant}0` } };
  const permits = await all('permits', permitOf, ['permitId', 'holder.kind', 'covers.loanId', 'covers.readPosition']);
  const senders = new Map(permits.map(({ permitId, sender }) => [permitId, sender]));
  const actBy = (stored: Document): Evidence['acts'][number] => {
    const act = actOf(stored);
    return { ...act, sender: senders.get(act.permitId ?? '') ?? act.sender };
  };
  const stored = {
    permits,
    creditRows: (await all('credit_months', creditRowsOf, ['loanId', 'at', 'order', 'rows'])).flat(),
    creditDisputes: await all('credit_disputes', creditDisputeOf, ['loanId', 'openedAt', 'answer']),
    now: clock?.kind === 'test' && clock.now ? clock.now : new Date().toISOString(),
    accepted: await all('events', acceptedOf, [
      'loanId',
      'type',
      'order',
      'positionVersion',
      'caseId',
      'paymentId',
      'acceptedAt',
      'acceptedWallAt',
      'topic',
      'partition',
      'offset',
      'tenant',
    ]),
    parked: await all('parked', parkedOf, ['loanId', 'status', 'parkedAt', 'resolvedAt'], {
      $or: [{ tenant }, { tenant: { $exists: false } }],
    }),
    journal: await all('journal', ({ _id: _name, ...entry }) => entryOf(entry), [], ofTenant),
    cases: await all('cases', caseOf, [
      'loanId',
      'status',
      'seq',
      'head',
      'stage',
      'plan',
      'noted',
      'matters.id',
      'writeOff',
    ]),
    loans: await all('loans', loanOf, [
      'loanId',
      'openCase',
      'position',
      'positionVersion',
      'lawFrom',
      'holds',
      'terms.jurisdiction',
      'terms.product',
      'terms.graceDays',
      'terms.tolerance',
      'terms.debtors',
    ]),
    inbox: await all('inbox', itemOf, ['caseId', 'consumed', 'input.kind', 'input.taskId']),
    acts: await all('acts', actBy, [
      'act',
      'status',
      'begunAt',
      'begunWallAt',
      'notAfter',
      'covers',
      'outcome.result',
      'outcome.code',
      'acceptedAt',
      'concludedAt',
      'personId',
      'pointId',
      'blindIndex',
      'actor',
      'reportedBy',
      'permit.permitId',
      'taskId',
      'template',
      'language',
      'about.unreachable',
      'gate.answers.rule',
      'gate.answers.inputs.longestMinutes',
    ]),
    tasks: await all('tasks', taskOf, ['kind', 'covers', 'status', 'lease', 'answeredBy', 'answeredAt']),
    persons: await all('persons', personOf, [
      'personId',
      'zone',
      'addressZone',
      'points.pointId',
      'points.kind',
      'points.verifiedOn',
      'points.zones',
      'points.placeType',
      'points.invalidSince',
      'standing',
      'relations.to',
      'relations.role',
      'relations.namedBy',
      'said',
      'language',
      'holds',
      'otherZones',
      'records',
      'merged.into',
    ]),
    points: await all('points', pointOf, ['blindIndex', 'holds']),
  };
  return asTheyWere(asHeard(stored));
}

type Asked = { collection: string; filter: Filter<Document>; fields: string[] };

async function collect<T>(
  db: Db,
  { collection, filter, fields }: Asked,
  pick: (document: Document) => T,
  progress: Progress,
): Promise<T[]> {
  const projection = Object.fromEntries(fields.map((field) => [field, 1]));
  const found: T[] = [];
  for await (const document of db.collection(collection).find(filter, { projection, batchSize: 1_000 })) {
    found.push(pick(document));
    if (found.length % everyDocuments === 0) progress(`${collection}: ${found.length}`);
  }
  progress(`${collection}: ${found.length}`);
  return found;
}
