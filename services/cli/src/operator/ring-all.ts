import { connectTemporal } from '@recourse/infra/temporal/connect';
import { temporalDoorbell } from '@recourse/infra/temporal/doorbell';
import type { OpenStores } from '../stack/open-stores.js';

/** Rings cases that have news. Best effort: the sweeper rings what is missed. */
export async function ringAll({ config }: OpenStores, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  const temporal = await connectTemporal(config.temporal).catch(() => undefined);
  if (!temporal) return;
  const doorbell = temporalDoorbell(temporal.client);
  await Promise.all(caseIds.map((caseId) => doorbell.ring(caseId)));
  await temporal.close();
}
