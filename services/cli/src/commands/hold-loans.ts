import { join } from 'node:path';
import type { Day } from '@recourse/domain/calendar/day';
import { localDay } from '@recourse/domain/calendar/local-time';
import { massHold, type MassReason } from '@recourse/domain/holds/mass-hold';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { inboxId } from '@recourse/infra/mongo/append-in-transaction';
import { giveCommand } from '@recourse/infra/mongo/give-command';
import { loansInRegion } from '@recourse/infra/mongo/loans-in-region';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { operatorName } from '../operator/operator-name.js';
import { ringAll } from '../operator/ring-all.js';
import type { OpenStores } from '../stack/open-stores.js';
import { holdWords } from '../words/hold-words.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { holdUntil } from './hold-until.js';
import { massBatch } from './mass-batch.js';
import { tenantNow } from './tenant-now.js';

export type HoldLoans = {
  reason: MassReason;
  named: readonly string[];
  place?: string;
  /** Each hold is over at the beginning of that day where its loan is; absent: until somebody ends it. */
  until?: Day;
  /** How many the preview has counted; absent: count only. */
  expecting?: number;
  lang: Lang;
};

/**
 * Holds the open cases of many loans by one word, each in its own inbox; without `expecting` it only counts. Every hold has the id `BATCH/loan`.
 * What broke off goes on when it is said again on the same day (UTC).
 * @throws Mistake when other loans are found than were counted, or the day is not ahead
 */
export async function holdLoans(
  stores: OpenStores,
  { reason, named, place, until, expecting, lang }: HoldLoans,
): Promise<string[]> {
  const { mongo, tenant } = stores;
  const at = await tenantNow(stores);
  const { law, zones } = loadPolicies(join(repoRoot, 'policies'));
  const { found, without } = await loansInRegion(mongo.collections, tenant, { named, ...(place && { place }) });
  const { ends, begun } = until === undefined ? { ends: undefined, begun: [] } : holdUntil(found, until, zones, at);
  if (begun[0] !== undefined)
    throw new Mistake(`--until ${until} must be a day to come: where ${begun[0]} is it has begun`);
  const counted =
    lang === 'zh'
      ? `${found.length} 件在办案件将因${holdWords.zh[reason]}暂缓${until ? `至 ${until}` : ''}；${without.length} 笔指定贷款无在办案件`
      : `${found.length} open cases to be held for ${holdWords.en[reason]}${until ? ` until ${until}` : ''}; ${without.length} of the loans named have none`;
  if (expecting === undefined) return [counted, ...found.map(({ loanId }) => `  ${loanId}`)];
  if (expecting !== found.length)
    throw new Mistake(`${found.length} open cases are found, not ${expecting} as counted: look again`);
  const said = { reason, named, ...(place !== undefined && { place }), ...(until !== undefined && { until }) };
  const batch = massBatch(tenant, said, localDay(at, { zone: 'UTC', offsets: [[0, 0]] }));
  const itemOf = (loanId: string): string => `command/${batch}/${loanId}`;
  const items = found.map(({ caseId, loanId }) => inboxId(caseId, itemOf(loanId)));
  const before = await mongo.collections.inbox.countDocuments({ _id: { $in: items } });
  const ring: string[] = [];
  for (const { loanId, terms } of found) {
    const end = ends?.get(loanId);
    const how = { id: `${batch}/${loanId}`, reason, at, law, ...(end !== undefined && { until: end }) };
    const command = { command: 'place-hold', hold: massHold({ loanId, terms }, how) } as const;
    const item = { kind: 'command', itemId: itemOf(loanId), at, actor: operatorName(), command } as const;
    const caseId = await giveCommand(mongo, { tenant, loanId }, item);
    if (caseId !== undefined) ring.push(caseId);
  }
  await ringAll(stores, ring);
  const told = lang === 'zh' ? `已下达 ${ring.length} 件，批次 ${batch}` : `${ring.length} told, batch ${batch}`;
  const earlier =
    lang === 'zh'
      ? `其中 ${before} 件今日已以同一指令下达：其后解除的不再恢复`
      : `${before} of them were told by the same command earlier today: a hold that was ended since stays ended`;
  return [counted, told, ...(before > 0 ? [earlier] : [])];
}
