import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { lateFrom } from '@recourse/domain/case/matters-of-case';
import type { Matter } from '@recourse/domain/matters/matter';
import { caseBook } from '@recourse/infra/mongo/case-book';
import { openMatters } from '@recourse/infra/mongo/open-matters';
import type { OpenStores } from '../stack/open-stores.js';
import type { Lang } from '../words/lang.js';
import { listTable } from '../words/list-table.js';
import {
  matterChannelWords,
  matterGroundWords,
  matterKindWords,
  matterOutcomeWords,
  matterStateWords,
} from '../words/matter-words.js';
import { Mistake } from '../words/mistake.js';
import { tenantNow } from './tenant-now.js';

/** The matter named, or the last that is not over, of the loan's newest case. @throws Mistake when there is none */
export async function matterNamed(
  { mongo, tenant }: OpenStores,
  loanId: string,
  id: string | undefined,
): Promise<Matter> {
  const kase = (await caseBook(mongo.collections).ofLoan(tenant, loanId)).at(-1);
  const matters = kase?.matters ?? [];
  const found =
    id === undefined ? matters.findLast(({ state }) => state !== 'closed') : matters.find((each) => each.id === id);
  if (!found)
    throw new Mistake(`loan ${loanId} has no ${id === undefined ? 'open dispute or complaint' : `matter ${id}`}`);
  return found;
}

const heads = {
  en: ['loan', 'kind', 'state', 'raised', 'due', 'rule', 'by', 'ground', 'id'],
  zh: ['贷款', '类别', '状态', '提出日', '答复期限', '依据', '渠道', '事由', '编号'],
} as const;
const late = { en: 'LATE', zh: '逾期' } as const;

const row = (kase: Pick<CollectionCase, 'loanId' | 'zone'>, matter: Matter, now: string, lang: Lang): string[] => {
  const { id, kind, channel, ground, raisedOn, dueOn, rule, state, outcome } = matter;
  const isLate = state === 'open' && lateFrom(kase, matter) <= now;
  const stands = outcome && state === 'closed' ? matterOutcomeWords[lang][outcome] : matterStateWords[lang][state];
  return [
    kase.loanId,
    matterKindWords[lang][kind],
    isLate ? `${stands}, ${late[lang]}` : stands,
    raisedOn,
    dueOn,
    rule ?? '-',
    matterChannelWords[lang][channel],
    matterGroundWords[lang][ground],
    id,
  ];
};

/** Every dispute and complaint of a loan's cases, oldest first. */
export async function showMatters(stores: OpenStores, loanId: string, lang: Lang): Promise<string[]> {
  const { mongo, tenant } = stores;
  const now = await tenantNow(stores);
  const cases = await caseBook(mongo.collections).ofLoan(tenant, loanId);
  if (cases.length === 0) throw new Mistake(`tenant ${tenant} has no case of loan ${loanId}`);
  const rows = cases.flatMap((kase) => (kase.matters ?? []).map((matter) => row(kase, matter, now, lang)));
  return listTable(heads[lang], rows, lang);
}

/** Those of the tenant that are not over, by their day; `lateOnly`: whose day is over. */
export async function listMatters(stores: OpenStores, lateOnly: boolean, lang: Lang): Promise<string[]> {
  const now = await tenantNow(stores);
  const found = await openMatters(stores.mongo.collections, stores.tenant);
  const rows = found
    .filter(({ kase, matter }) => !lateOnly || (matter.state === 'open' && lateFrom(kase, matter) <= now))
    .toSorted((a, b) => (a.matter.dueOn < b.matter.dueOn ? -1 : a.matter.dueOn > b.matter.dueOn ? 1 : 0))
    .map(({ kase, matter }) => row(kase, matter, now, lang));
  return listTable(heads[lang], rows, lang);
}
