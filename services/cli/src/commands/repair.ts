import { setTimeout as pause } from 'node:timers/promises';
import { repairCases, type Found } from '@recourse/activities/repair/repair-cases';
import { caseEventRecord } from '@recourse/infra/kafka/case-event-record';
import { mongoRepairStore } from '@recourse/infra/mongo/repair-store';
import { caseRuns } from '@recourse/infra/temporal/case-runs';
import { connectTemporal } from '@recourse/infra/temporal/connect';
import { temporalDoorbell } from '@recourse/infra/temporal/doorbell';
import { operatorName } from '../operator/operator-name.js';
import type { OpenStores } from '../stack/open-stores.js';
import type { Lang } from '../words/lang.js';
import { repairWords } from '../words/repair-words.js';
import { textTable } from '../words/text-table.js';

export type Repair = { dryRun: boolean; lang: Lang };

/** Restores from the journals what is lost or differs; one row each. `whole` false: a journal itself is broken. */
export async function repair(
  stores: OpenStores,
  { dryRun, lang }: Repair,
): Promise<{ said: string[]; whole: boolean }> {
  const { mongo, tenant, config, bus } = stores;
  const temporal = await connectTemporal(config.temporal);
  try {
    const ports = {
      store: mongoRepairStore(mongo, tenant),
      runs: caseRuns(temporal.client),
      doorbell: temporalDoorbell(temporal.client),
      publish: async (entries: Parameters<typeof caseEventRecord>[0][]) =>
        void (await bus.producer().send(entries.map(caseEventRecord))),
      pause: (ms: number) => pause(ms),
    };
    const found = await repairCases(ports, { tenant, actor: operatorName(), dryRun });
    return { said: saidOf(found, dryRun, lang), whole: found.every(({ what }) => what !== 'journal') };
  } finally {
    await temporal.close();
  }
}

function saidOf(found: readonly Found[], dryRun: boolean, lang: Lang): string[] {
  const { heads, nothing, what: things, because: reasons, done, would, cannot } = repairWords[lang];
  if (found.length === 0) return [nothing];
  const rows = found.map(({ caseId, what, because, detail }) => [
    caseId,
    things[what],
    detail ? `${reasons[because]} (${detail})` : reasons[because],
    what === 'journal' ? cannot : dryRun ? would : done,
  ]);
  return textTable(heads, rows);
}
