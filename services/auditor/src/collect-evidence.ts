import { readLaw } from './law/read-law.js';
import type { Evidence, OutsideLogs, PublishedEntry } from './evidence.js';
import { incomingRecord } from './incoming-record.js';
import type { Progress } from './progress.js';
import { publishedEntry } from './published-entry.js';
import { readCommitted } from './read-committed.js';
import { readKafka } from './read-kafka.js';
import { readMongo } from './read-mongo.js';
import { readPractice } from './read-practice.js';
import { readSandbox } from './read-sandbox.js';
import type { Settings } from './read-settings.js';
import { readStrategies } from './read-strategies.js';
import { readTemporal } from './read-temporal.js';

/** Names on Kafka; tests have their own. */
export type Topics = { loanEvents: string; contactOutcomes: string; caseEvents: string; ingestGroup: string };
export const topicsOfRecourse: Topics = {
  loanEvents: 'servicing.loan.events.v1',
  contactOutcomes: 'collections.contact.outcomes.v1',
  caseEvents: 'collections.case.events.v1',
  ingestGroup: 'recourse-ingest',
};

/** Reads everything the checks ask for, from everyone, anew. @throws Trouble naming the setting to look at */
export async function collectEvidence(
  settings: Settings,
  progress: Progress,
  topics: Topics = topicsOfRecourse,
): Promise<Evidence> {
  const { tenant, sandboxUrl } = settings;
  const readWallAt = Date.now();
  const outside = sandboxUrl === undefined ? undefined : await readSandbox(sandboxUrl);
  const strategies = await readStrategies(settings.policies);
  const law = await readLaw(settings.policies);
  const practice = await readPractice(settings.policies);
  // Before the stores: what ingest had read by then is in them.
  const committed = await readCommitted(settings.kafka, topics.ingestGroup, [
    topics.loanEvents,
    topics.contactOutcomes,
  ]);
  const stored = await readMongo(settings.mongoUri, tenant, progress);
  const incoming: Evidence['incoming'] = [];
  const onKafka: PublishedEntry[] = [];
  const { cut } = await readKafka(
    settings.kafka,
    [topics.loanEvents, topics.contactOutcomes, topics.caseEvents],
    (topic, partition, message) => {
      if (topic !== topics.caseEvents) {
        const record = incomingRecord(topic === topics.loanEvents ? 'loan' : 'contact', topic, partition, message);
        const unread = BigInt(message.offset) >= (committed.get(`${topic}/${partition}`) ?? 0n);
        incoming.push({ ...record, ...(unread && { unread }) });
      } else {
        const entry = publishedEntry(tenant, message);
        if (entry) onKafka.push(entry);
      }
    },
    progress,
  );
  const temporal = await readTemporal(settings.temporal, tenant, progress);
  return {
    tenant,
    ...stored,
    ...(outside && { outside: ofTenant(outside, tenant, incoming) }),
    unlogged: settings.unlogged,
    incoming,
    onKafka,
    kafkaIsCut: cut,
    ...temporal,
    strategies,
    law,
    practice,
    readWallAt,
  };
}

/** The sandbox plays one tenant at a time and does not say which: what is known to be another's is left out. */
function ofTenant({ published, received }: OutsideLogs, tenant: string, incoming: Evidence['incoming']): OutsideLogs {
  const others = incoming.filter((record) => record.tenant !== undefined && record.tenant !== tenant);
  const theirEvents = new Set(others.map(({ id, loan }) => `${loan}/${id}`));
  const ourEvents = new Set(
    incoming.flatMap((record) => (record.tenant === tenant ? [`${record.loan}/${record.id}`] : [])),
  );
  const theirTenants = new Set(others.map((record) => record.tenant));
  const isTheirs = (event: string): boolean => theirEvents.has(event) && !ourEvents.has(event);
  return {
    published: published.filter(({ id, loan }) => !isTheirs(`${loan}/${id}`)),
    received: received.filter(({ id }) => !theirTenants.has(id.slice(0, id.indexOf('/')))),
  };
}
