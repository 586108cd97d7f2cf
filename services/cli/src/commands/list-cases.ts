import type { Stage } from '@recourse/domain/case/stage';
import { caseBook } from '@recourse/infra/mongo/case-book';
import type { OpenStores } from '../stack/open-stores.js';
import { actWords } from '../words/act-words.js';
import { amountWords } from '../words/amount-words.js';
import type { Lang, Words } from '../words/lang.js';
import { momentWords } from '../words/moment-words.js';
import { planWords } from '../words/plan-words.js';
import { endingWords, stageWords } from '../words/stage-words.js';
import { listTable } from '../words/list-table.js';
import { pastDueNow } from './past-due-now.js';
import { tenantNow } from './tenant-now.js';

/** Where a case stands: before its first stage, or in one. */
export type Standing = Stage | 'intake';
export type ListCases = {
  stage?: Standing;
  closed: boolean;
  loan?: string;
  after?: { loanId: string; episode: number };
  limit: number;
  lang: Lang;
};

const heads = {
  en: ['loan', 'episode', 'stage', 'overdue', 'DPD', 'next', 'what', 'because'],
  zh: ['贷款', '次数', '阶段', '逾期应还', '逾期天数', '下一步', '动作', '原因'],
} as const;

const moreWords: Words<(shown: number, of: number, last: string) => string> = {
  en: (shown, of, last) => `${shown} of ${of}; the next ones: --after ${last}`,
  zh: (shown, of, last) => `共 ${of} 件，已列 ${shown} 件；后续：--after ${last}`,
};
const review: Words<string> = { en: 'review', zh: '复核' };

/** One row a case: where it stands as of the tenant's clock, and what it will do next. @throws Mistake when there is no such tenant */
export async function listCases(
  stores: OpenStores,
  { stage, closed, loan, after, limit, lang }: ListCases,
): Promise<string[]> {
  const { mongo, tenant } = stores;
  const now = await tenantNow(stores);
  const open = closed ? {} : { status: ['intake' as const, 'open' as const] };
  const standing = stage === 'intake' ? { status: ['intake' as const] } : { ...open, ...(stage ? { stage } : {}) };
  const from = { ...(loan !== undefined && { loan }), ...(after && { after }) };
  const { cases, left } = await caseBook(mongo.collections).list(tenant, { ...standing, ...from }, limit);
  const rows = cases.map((kase) => {
    const { loanId, episode, stage: at, noted, plan, terms } = kase;
    const standing = [loanId, episode, stageWords[lang]['ending' in plan ? 'closed' : (at ?? 'intake')]];
    const owed = [amountWords(noted.arrears, noted.currency, lang), pastDueNow(kase, now).dpd];
    if ('ending' in plan) return [...standing, ...owed, endingWords[lang][plan.ending], '', ''];
    const what = plan.act && !plan.awaiting ? actWords(plan.act, lang) : review[lang];
    return [...standing, ...owed, momentWords(plan.dueAt, terms.zone), what, planWords(plan.because, lang)];
  });
  const last = cases.at(-1);
  const more =
    last && left > cases.length ? [moreWords[lang](cases.length, left, `${last.loanId}/${last.episode}`)] : [];
  return [...listTable(heads[lang], rows, lang), ...more];
}
