import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Day } from '@recourse/domain/calendar/day';
import { localDay, startOfDay } from '@recourse/domain/calendar/local-time';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import { massHold, type MassReason } from '@recourse/domain/holds/mass-hold';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { giveCommand } from '@recourse/infra/mongo/give-command';
import { loansInRegion } from '@recourse/infra/mongo/loans-in-region';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { operatorName } from '../operator/operator-name.js';
import { ringAll } from '../operator/ring-all.js';
import type { OpenStores } from '../stack/open-stores.js';
import { holdWords } from '../words/hold-words.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { tellCase } from './tell-case.js';
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

/** Nowhere does a day begin later: a loan of a zone we have no rules of is held until it has begun everywhere. */
const lastToBegin: ZoneSlice = { zone: 'UTC-12', offsets: [[0, -12 * 60]] };

/**
 * Holds the open cases of many loans by one word, each in its own inbox; without `expecting` it only counts. Every hold has the id `BATCH/loan`.
 * @throws Mistake when other loans are found than were counted, or the day is not ahead
 */
export async function holdLoans(
  stores: OpenStores,
  { reason, named, place, until, expecting, lang }: HoldLoans,
): Promise<string[]> {
  const { mongo, tenant } = stores;
  const at = await tenantNow(stores);
  if (until !== undefined && until <= localDay(at, { zone: 'UTC', offsets: [[0, 0]] }))
    throw new Mistake(`--until ${until} must be a day to come`);
  const { found, without } = await loansInRegion(mongo.collections, tenant, { named, ...(place && { place }) });
  const counted =
    lang === 'zh'
      ? `${found.length} 件在办案件将因${holdWords.zh[reason]}暂缓${until ? `至 ${until}` : ''}；${without.length} 笔指定贷款无在办案件`
      : `${found.length} open cases to be held for ${holdWords.en[reason]}${until ? ` until ${until}` : ''}; ${without.length} of the loans named have none`;
  if (expecting === undefined) return [counted, ...found.map(({ loanId }) => `  ${loanId}`)];
  if (expecting !== found.length)
    throw new Mistake(`${found.length} open cases are found, not ${expecting} as counted: look again`);
  const { law, zones } = loadPolicies(join(repoRoot, 'policies'));
  const batch = `mass/${randomUUID()}`;
  const ring: string[] = [];
  for (const { loanId, terms } of found) {
    const id = `${batch}/${loanId}`;
    const zone = zones[terms.zone] ?? lastToBegin;
    const ends = until === undefined ? {} : { until: startOfDay(until, zone) };
    const hold = massHold({ loanId, terms }, { id, reason, at, law, ...ends });
    const command = { command: 'place-hold', hold } as const;
    const item = { kind: 'command', itemId: `command/${id}`, at, actor: operatorName(), command } as const;
    const caseId = await giveCommand(mongo, { tenant, loanId }, item);
    if (caseId !== undefined) ring.push(caseId);
  }
  await ringAll(stores, ring);
  return [counted, lang === 'zh' ? `已下达 ${ring.length} 件，批次 ${batch}` : `${ring.length} told, batch ${batch}`];
}

/** Ends one hold of a loan's open case. @throws Mistake when the case knows of none by that id */
export async function endHoldOf(stores: OpenStores, loanId: string, holdId: string): Promise<string> {
  const { caseId, answer } = await tellCase(stores, loanId, { command: 'end-hold', holdId }, operatorName());
  if (answer === 'waiting') return `told; case ${caseId} has not taken its turn yet, and will`;
  if (!answer.accepted) throw new Mistake(`not done [${answer.reason}]`);
  return `${holdId}: ended`;
}
