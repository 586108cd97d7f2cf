import type { Stage } from '@recourse/domain/case/stage';
import { caseBook } from '@recourse/infra/mongo/case-book';
import type { OpenStores } from '../stack/open-stores.js';
import { amountWords } from '../words/amount-words.js';
import type { Lang } from '../words/lang.js';
import { momentWords } from '../words/moment-words.js';
import { endingWords, stageWords } from '../words/stage-words.js';
import { textTable } from '../words/text-table.js';

const most = 1_000;

export type ListCases = { stage?: Stage; closed: boolean; lang: Lang };

const heads = {
  en: ['loan', 'episode', 'stage', 'overdue', 'DPD', 'next', 'because'],
  zh: ['贷款', '次数', '阶段', '逾期应还', '逾期天数', '下一步', '原因'],
} as const;

/** One row a case: where it stands and what it will do next. */
export async function listCases({ mongo, tenant }: OpenStores, { stage, closed, lang }: ListCases): Promise<string[]> {
  const filter = { ...(stage ? { stage } : {}), ...(closed ? {} : { status: ['intake' as const, 'open' as const] }) };
  const cases = await caseBook(mongo.collections).list(tenant, filter, most);
  const rows = cases.map(({ loanId, episode, stage: at, noted, plan, terms }) => [
    loanId,
    episode,
    'ending' in plan ? stageWords[lang].closed : stageWords[lang][at ?? 'intake'],
    amountWords(noted.arrears, noted.currency, lang),
    noted.dpd,
    'ending' in plan ? endingWords[lang][plan.ending] : momentWords(plan.dueAt, terms.zone),
    'ending' in plan ? '' : plan.because,
  ]);
  const more = cases.length === most ? [`... the first ${most}`] : [];
  return [...textTable(heads[lang], rows), ...more];
}
