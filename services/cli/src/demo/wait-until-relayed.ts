import { setTimeout as sleep } from 'node:timers/promises';
import { relayBehind } from '@recourse/infra/mongo/relay-behind';
import type { OpenStores } from '../stack/open-stores.js';

const patienceMs = 60_000;

/** @throws when the relay makes no progress for a minute */
export async function waitUntilRelayed({ mongo, tenant }: OpenStores): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  let since = performance.now();
  for (;;) {
    const behind = await relayBehind(mongo.collections, tenant);
    if (behind === 0) return;
    if (behind < least) [least, since] = [behind, performance.now()];
    if (performance.now() - since > patienceMs)
      throw new Error(`the relay has not published ${behind} journal entries for a minute`);
    await sleep(100);
  }
}
