import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { loanKey } from '@recourse/activities/event-keys';
import { parkedIdOf } from '@recourse/activities/intake/loan-event';
import { tenantKey } from '@recourse/domain/case/case-id';
import { servicingEventType } from '@recourse/infra/events/servicing-events-schema';
import { toHeaders } from '@recourse/infra/kafka/cloud-events';
import { loanEventsTopic } from '@recourse/infra/kafka/topics';
import { findPersons } from '@recourse/infra/mongo/find-person';
import { readMerging } from '@recourse/infra/mongo/read-merging';
import { operatorName } from '../operator/operator-name.js';
import type { OpenStores } from '../stack/open-stores.js';
import { Mistake } from '../words/mistake.js';
import { mustBeTwo } from './must-be-two.js';
import { tenantNow } from './tenant-now.js';

export type MergeAsked = { from: string; into: string; because: string };

const source = '/recourse/operator';
/** Ingest is asked so long whether it has taken what was published. */
const withinMs = 15_000;
const everyMs = 100;

/**
 * Says that two records are of one human, as servicing does: published as an event, judged and written by ingest, so that a stack of which
 * ingest is away does it later. Who said so is in the event; why, in our store. @throws Mistake
 */
export async function mergePersons(stores: OpenStores, { from, into, because }: MergeAsked): Promise<string> {
  const { bus, tenant, mongo } = stores;
  const by = operatorName();
  mustBeTwo({ tenant, from, into }, await readMerging(mongo.collections, undefined, tenant, { from, into }));
  const loan = await loanOf(stores, [from, into]);
  const [id, time] = [randomUUID(), await tenantNow(stores)];
  const type = servicingEventType('person-merged');
  const headers = toHeaders({ id, source, type, time, tenant, loan });
  const value = Buffer.from(JSON.stringify({ from, into, by }));
  const [place] = await bus.producer().send([{ topic: loanEventsTopic, key: loanKey(tenant, loan), value, headers }]);
  if (!place) throw new Mistake('Kafka did not say where it put the event');

  const { events, parked } = mongo.collections;
  const parkedId = parkedIdOf({ ...place, offset: String(place.offset) });
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(everyMs)) {
    const _id = tenantKey(tenant, `${source}/${id}`);
    const taken = await events.updateOne({ _id }, { $set: { saidBy: { by, because } } });
    if (taken.matchedCount === 1) return `${from} is ${into} from now on, whichever of the two is named`;
    const aside = await parked.findOne({ _id: parkedId });
    if (aside) throw new Mistake(`not merged: ${aside.cause.field} ${aside.cause.reason} (${parkedId} is parked)`);
  }
  return `published as ${parkedId}; ingest has not taken it yet, and will. Why (${because}) is not on record`;
}

/** The event comes with a loan, as all news of persons does: theirs, or one of somebody they are related to. @throws Mistake when there is none */
async function loanOf({ mongo, tenant }: OpenStores, names: readonly string[]): Promise<string> {
  const { people } = await findPersons(mongo.collections, undefined, tenant, names);
  const debtors = people.flatMap(({ relations = [] }) => relations.map(({ to }) => to));
  const related = await findPersons(mongo.collections, undefined, tenant, debtors);
  const [loan] = [...people, ...related.people].flatMap(({ loans }) => loans);
  if (loan === undefined)
    throw new Mistake(`nobody named ${names.join(' or ')} has to do with a loan of tenant ${tenant}`);
  return loan;
}
