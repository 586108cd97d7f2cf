import { planOf } from '../act-kinds.js';
import type { AcceptedEvent, Evidence, IncomingRecord } from '../evidence.js';
import { finding, type Finding } from '../finding.js';

type Taken = { at: Map<string, AcceptedEvent>; byId: Map<string, AcceptedEvent> };

/**
 * Every event that servicing published is on Kafka and every record there is taken or set aside; what is taken has reached case and
 * position. What ingest has not come to yet is not lost. A duplicate is the same event with the same bytes; with other bytes it is another, and lost unless it is set aside.
 */
export const lostEvents = (evidence: Evidence): Finding => {
  const { accepted } = evidence;
  const taken = {
    at: new Map(accepted.map((event) => [event.place, event])),
    byId: new Map(accepted.map((event) => [event.id, event])),
  };
  return finding('lost-events', [
    ...notOnKafka(evidence),
    ...poisonTaken(evidence),
    ...notTaken(evidence, taken),
    ...neverPublished(evidence),
    ...notRead(evidence),
    ...outcomesUnheard(evidence),
  ]);
};

const name = ({ type, id, loan, place }: IncomingRecord): string =>
  `${type ?? 'a record'} ${id ?? ''} of loan ${loan ?? '?'} at ${place}`;

const notOnKafka = ({ outside, incoming, kafkaIsCut }: Evidence): string[] => {
  if (!outside || kafkaIsCut) return [];
  const there = new Set(incoming.map(({ id, loan }) => `${loan}/${id}`));
  const lost = outside.published.filter(({ id, loan }) => !there.has(`${loan}/${id}`));
  return lost.map(({ id, type, loan }) => `${type} ${id} of loan ${loan} was published and is not on Kafka`);
};

const poisonTaken = ({ outside, accepted, tenant, incoming }: Evidence): string[] => {
  const poison = new Set(outside?.published.flatMap(({ id, loan, poison }) => (poison ? [`${loan}/${id}`] : [])));
  const taken = new Set(accepted.map(({ place }) => place));
  const swallowed = incoming.filter(
    (record) => record.tenant === tenant && taken.has(record.place) && poison.has(`${record.loan}/${record.id}`),
  );
  return swallowed.map((record) => `${name(record)} is taken, though nobody can have read it`);
};

/** Who cannot be said to be another tenant's is ours to answer for. */
const ours = ({ tenant, incoming }: Evidence, about: IncomingRecord['about']): IncomingRecord[] =>
  incoming.filter((record) => record.about === about && (record.tenant === undefined || record.tenant === tenant));

const notTaken = (evidence: Evidence, { at, byId }: Taken): string[] => {
  const aside = new Set(evidence.parked.map(({ id }) => id));
  const bytesAt = new Map(evidence.incoming.map(({ place, bytes }) => [place, bytes]));
  return ours(evidence, 'loan').flatMap((record) => {
    if (record.unread || at.has(record.place) || aside.has(record.place)) return [];
    const first = byId.get(`${record.source}/${record.id}`);
    if (!first) return [`${name(record)} is neither taken nor set aside`];
    const known = bytesAt.get(first.place);
    return known === undefined || known === record.bytes
      ? []
      : [`${name(record)} says other than ${first.place} under the same id, and is not set aside`];
  });
};

const neverPublished = ({ accepted, incoming, kafkaIsCut }: Evidence): string[] => {
  if (kafkaIsCut) return [];
  const there = new Set(incoming.map(({ place }) => place));
  return accepted.flatMap(({ id, place }) =>
    there.has(place) ? [] : [`${id} is taken from ${place}, where nothing stands`],
  );
};

const notRead = ({ accepted, inbox, cases }: Evidence): string[] => {
  const items = new Map(inbox.map((item) => [`${item.caseId}/${item.itemId}`, item]));
  const closed = new Set(cases.flatMap(({ caseId, status }) => (status === 'closed' ? [caseId] : [])));
  const untold = accepted.filter(({ caseId, id }) => caseId !== undefined && !items.has(`${caseId}/${id}`));
  const unread = inbox.filter(({ caseId, consumed }) => !consumed && closed.has(caseId));
  return [
    ...untold.map(({ id, caseId }) => `${id} is taken and ${caseId} was never told`),
    ...unread.map(({ itemId, caseId }) => `${caseId} closed without reading ${itemId}`),
  ];
};

/** What was told of our attempts: each has concluded its act, has reached its case, or is set aside. */
const outcomesUnheard = (evidence: Evidence): string[] => {
  const aside = new Set(evidence.parked.map(({ id }) => id));
  const concluded = new Set(evidence.acts.flatMap(({ id, status }) => (status === 'concluded' ? [planOf(id)] : [])));
  const items = new Set(evidence.inbox.map(({ itemId }) => itemId));
  const closed = new Set(evidence.cases.flatMap(({ caseId, status }) => (status === 'closed' ? [caseId] : [])));
  const caseOf = (act: string): string => act.split('/').slice(0, 3).join('/');
  return ours(evidence, 'contact').flatMap((record) => {
    const { attempt = '', place, source, id, unread } = record;
    if (unread || aside.has(place)) return [];
    const heard = /\.partner-reported\./.test(record.type ?? '')
      ? items.has(`${source}/${id}`) || closed.has(caseOf(attempt))
      : concluded.has(attempt);
    return heard
      ? []
      : [
          `${record.type ?? 'an outcome'} of ${attempt || 'no attempt'} at ${place} concluded nothing and is not set aside`,
        ];
  });
};
