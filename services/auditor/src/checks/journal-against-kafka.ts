import { finding, type Evidence, type Finding } from '../evidence.js';

/** All that is in the journal is on Kafka with the same content, each case in order; nothing else is there. Doubles are allowed: readers drop them. */
export const journalAgainstKafka = ({ journal, onKafka }: Evidence): Finding => {
  const hashes = new Map(journal.map(({ caseId, seq, hash }) => [`${caseId}/${seq}`, hash]));
  const seen = new Map<string, number>();
  const violations: string[] = [];
  const there = new Set<string>();
  for (const { id, hash } of onKafka) {
    const expected = hashes.get(id);
    if (expected === undefined) violations.push(`${id} is on Kafka and in no journal`);
    else if (expected !== hash) violations.push(`${id} is on Kafka with other content`);
    const caseId = id.slice(0, id.lastIndexOf('/'));
    const seq = Number(id.slice(id.lastIndexOf('/') + 1));
    const last = seen.get(caseId) ?? 0;
    if (!there.has(id) && seq !== last + 1) violations.push(`${id} first appears after ${caseId}/${last}`);
    there.add(id);
    seen.set(caseId, Math.max(last, seq));
  }
  const missing = [...hashes.keys()].filter((id) => !there.has(id)).map((id) => `${id} is not on Kafka`);
  return finding('journal-against-kafka', [...violations, ...missing]);
};
