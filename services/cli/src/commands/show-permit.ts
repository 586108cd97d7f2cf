import type { ActRecord } from '@recourse/activities/records/act-record';
import { caseBook } from '@recourse/infra/mongo/case-book';
import { permitBook } from '@recourse/infra/mongo/permit-book';
import type { OpenStores } from '../stack/open-stores.js';
import type { Lang } from '../words/lang.js';
import { listTable } from '../words/list-table.js';
import { Mistake } from '../words/mistake.js';
import { momentWords } from '../words/moment-words.js';
import { codeWords, resultWords } from '../words/outcome-words.js';
import { dialHeads, dialStateWords, permitHeads, untold } from '../words/permit-words.js';
import { permitRow } from './list-permits.js';
import { tenantNow } from './tenant-now.js';

/** A permit and what became of each of its dials. @throws Mistake when there is none of this id */
export async function showPermit(stores: OpenStores, permitId: string, lang: Lang): Promise<string[]> {
  const { mongo, tenant } = stores;
  const now = await tenantNow(stores);
  const found = await permitBook(mongo.collections).one(tenant, permitId);
  if (!found) throw new Mistake(`tenant ${tenant} has no permit ${permitId}`);
  const { permit, made } = found;
  const caseId = permit.covers[0]?.caseId ?? '';
  const zone = (await caseBook(mongo.collections).zones([caseId])).get(caseId) ?? 'UTC';
  const dials = permit.dials.map(({ n, state }) => {
    const act = made.get(n);
    const begun = act ? [momentWords(act.begunAt, zone), cameOf(act, lang), act._id] : ['', '', ''];
    return [n, dialStateWords[lang][state], ...begun];
  });
  return [
    ...listTable(permitHeads[lang], [permitRow(permit, zone, now, lang)], lang),
    '',
    ...listTable(dialHeads[lang], dials, lang),
  ];
}

const cameOf = ({ outcome }: ActRecord, lang: Lang): string => {
  if (!outcome) return untold[lang];
  return outcome.result === 'answered' ? codeWords[lang][outcome.code] : resultWords[lang][outcome.result];
};
