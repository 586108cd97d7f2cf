import { MongoClient, type Db, type Document, type Filter } from 'mongodb';
import { actOf, wallMs } from './act-of.js';
import { entryOf } from './entry-of.js';
import type { Evidence, Planned } from './evidence.js';
import type { Progress } from './progress.js';
import { asTrouble, Trouble } from './trouble.js';

export type StoredEvidence = Pick<
  Evidence,
  'now' | 'accepted' | 'parked' | 'loans' | 'inbox' | 'cases' | 'journal' | 'acts' | 'persons'
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
  return {
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
    cases: await all('cases', caseOf, ['loanId', 'status', 'seq', 'head', 'stage', 'plan']),
    loans: await all('loans', loanOf, [
      'loanId',
      'openCase',
      'position.payments.paymentId',
      'position.payments.amount',
    ]),
    inbox: await all('inbox', itemOf, ['caseId', 'consumed']),
    acts: await all('acts', actOf, [
      'act',
      'status',
      'begunAt',
      'begunWallAt',
      'notAfter',
      'covers',
      'outcome.result',
      'acceptedAt',
      'personId',
    ]),
    persons: await all('persons', personOf, ['personId', 'zone']),
  };
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

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const acceptedOf = (event: Document): Evidence['accepted'][number] => ({
  id: text(event['_id']).slice(`${text(event['tenant'])}/`.length),
  place: `${event['topic']}/${event['partition']}/${event['offset']}`,
  loanId: text(event['loanId']),
  type: text(event['type']),
  order: Number(event['order']),
  positionVersion: Number(event['positionVersion']),
  acceptedAt: text(event['acceptedAt']),
  acceptedWallAt: wallMs(event['acceptedWallAt']),
  ...(event['caseId'] && { caseId: text(event['caseId']) }),
  ...(event['paymentId'] && { paymentId: text(event['paymentId']) }),
});

const parkedOf = (parked: Document): Evidence['parked'][number] => ({
  id: text(parked['_id']),
  status: text(parked['status']),
  parkedAt: text(parked['parkedAt']),
  ...(parked['loanId'] && { loanId: text(parked['loanId']) }),
  ...(parked['resolvedAt'] && { resolvedAt: text(parked['resolvedAt']) }),
});

const loanOf = (loan: Document): Evidence['loans'][number] => ({
  loanId: text(loan['loanId']),
  payments: ((loan['position'] as Document | undefined)?.['payments'] ?? []) as { paymentId: string; amount: number }[],
  ...(loan['openCase'] && { openCase: text(loan['openCase']) }),
});

const itemOf = (item: Document): Evidence['inbox'][number] => ({
  caseId: text(item['caseId']),
  itemId: text(item['_id']).slice(`${text(item['caseId'])}/`.length),
  consumed: item['consumed'] === true,
});

const caseOf = (kase: Document): Evidence['cases'][number] => ({
  caseId: text(kase['_id']),
  loanId: text(kase['loanId']),
  status: text(kase['status']),
  seq: Number(kase['seq']),
  head: text(kase['head']),
  plan: (kase['plan'] ?? {}) as Planned,
  ...(kase['stage'] && { stage: text(kase['stage']) }),
});

const personOf = (person: Document): Evidence['persons'][number] => ({
  personId: text(person['personId']),
  ...(person['zone'] && { zone: text(person['zone']) }),
});
