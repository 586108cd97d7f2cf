import type { Evidence, PublishedEntry } from '../evidence.js';
import { finding, type Finding } from '../finding.js';

/** All that is in the journal is on Kafka with the same content, each case in its order; nothing else is there. Doubles are allowed: readers drop them. */
export const journalAgainstKafka = ({ journal, onKafka, kafkaIsCut }: Evidence): Finding => {
  const hashes = new Map(journal.map(({ caseId, seq, hash }) => [`${caseId}/${seq}`, hash]));
  const there = new Set<string>();
  const last = new Map<string, number>();
  const violations: string[] = [];
  for (const record of onKafka) {
    const { id } = record;
    const fault = faultOf(record, hashes.get(id));
    if (fault) violations.push(`${id} ${fault}`);
    const { caseId, seq } = partsOf(id);
    const before = last.get(caseId) ?? 0;
    if (!there.has(id) && seq < before) violations.push(`${id} first stands on Kafka after ${caseId}/${before}`);
    there.add(id);
    last.set(caseId, Math.max(before, seq));
  }
  const missing = kafkaIsCut ? [] : [...hashes.keys()].filter((id) => !there.has(id));
  return finding('journal-against-kafka', [...violations, ...missing.map((id) => `${id} is not on Kafka`)]);
};

const partsOf = (id: string): { caseId: string; seq: number } => ({
  caseId: id.slice(0, id.lastIndexOf('/')),
  seq: Number(id.slice(id.lastIndexOf('/') + 1)),
});

/** The key keeps a loan's records on one partition, and so in order. */
const faultOf = ({ id, contentHash, key }: PublishedEntry, expected: string | undefined): string | undefined => {
  if (expected === undefined) return 'is on Kafka and in no journal';
  if (expected !== contentHash) return 'is on Kafka with other content';
  const [tenant, loan] = id.split('/');
  return key === `${tenant}|${loan}` ? undefined : `is on Kafka under the key ${key}`;
};
