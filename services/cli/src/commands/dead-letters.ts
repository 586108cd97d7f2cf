import { discardParked, redriveParked, showParked } from '@recourse/activities/intake/resolve-parked';
import type { ParkedRefusal } from '@recourse/activities/intake/parked-store';
import type { ParkedRecord } from '@recourse/activities/records/event-record';
import { parkedFor } from '@recourse/infra/mongo/parked-for';
import { openDlq } from '../operator/open-dlq.js';
import { operatorName } from '../operator/operator-name.js';
import { ringAll } from '../operator/ring-all.js';
import type { OpenStores } from '../stack/open-stores.js';
import { Mistake } from '../words/mistake.js';
import { listTable } from '../words/list-table.js';

const refusals: Record<ParkedRefusal, string> = {
  'unknown-parked': 'no event is parked under this id',
  'already-resolved': 'it has been resolved before',
};

/** Parked events of the tenant, and of none that there is: what cannot be read may not name one. */
export async function listDeadLetters(stores: OpenStores, status: ParkedRecord['status']): Promise<string[]> {
  const parked = await parkedFor(stores.mongo.collections, stores.tenant).list(status);
  const rows = parked.map(({ _id, tenant, loanId, cause, parkedAt }) => [
    _id,
    tenant ?? '',
    loanId ?? '',
    parkedAt,
    `${cause.code}: ${cause.field} ${cause.reason}`,
  ]);
  const nobodys = parked.filter(({ tenant }) => tenant !== stores.tenant).length;
  const note = `note: ${nobodys} of ${parked.length} name no tenant that there is; every tenant is shown them`;
  return [...listTable(['id', 'tenant', 'loan', 'parked at', 'because'], rows), ...(nobodys > 0 ? [note] : [])];
}

/** With `content` also the record as it came, which may hold anything. @throws Mistake */
export async function showDeadLetter(stores: OpenStores, parkedId: string, content: boolean): Promise<string[]> {
  await mustBeOurs(stores, parkedId);
  const shown = await showParked(openDlq(stores), parkedId);
  if (!shown) throw new Mistake(refusals['unknown-parked']);
  const { sealedBytes: _, ...parked } = shown.parked;
  const { key, headers, value } = shown.record;
  const record = { key, headers, value: value === null ? null : Buffer.from(value).toString('utf8') };
  return JSON.stringify(content ? { ...parked, record } : parked, null, 2).split('\n');
}

/** @throws Mistake when it is refused again, with the cause */
export async function redriveDeadLetter(stores: OpenStores, parkedId: string): Promise<string> {
  await mustBeOurs(stores, parkedId);
  const answer = await redriveParked(openDlq(stores), parkedId, operatorName());
  if (answer.redriven) {
    await ringAll(stores, answer.ring);
    return `${parkedId} is taken`;
  }
  if (answer.refused !== 'refused-again') throw new Mistake(`${parkedId}: ${refusals[answer.refused]}`);
  const { code, field, reason } = answer.because;
  throw new Mistake(`${parkedId} was refused again and stays parked: ${code}: ${field} ${reason}`);
}

/** @throws Mistake */
export async function discardDeadLetter(stores: OpenStores, parkedId: string, reason: string): Promise<string> {
  await mustBeOurs(stores, parkedId);
  const answer = await discardParked(openDlq(stores), parkedId, operatorName(), reason);
  if (!answer.resolved) throw new Mistake(`${parkedId}: ${refusals[answer.refused]}`);
  await ringAll(stores, answer.ring);
  return `${parkedId} is discarded`;
}

async function mustBeOurs({ mongo, tenant }: OpenStores, parkedId: string): Promise<void> {
  if (!(await parkedFor(mongo.collections, tenant).has(parkedId)))
    throw new Mistake(`${parkedId}: ${refusals['unknown-parked']} (tenant ${tenant})`);
}
