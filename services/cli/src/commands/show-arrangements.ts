import type { Arrangement } from '@recourse/domain/arrangements/arrangement';
import { moneyForArrangement } from '@recourse/domain/arrangements/standing-of-arrangement';
import { scheduleOf } from '@recourse/domain/arrangements/arrangement-schedule';
import { tenantKey } from '@recourse/domain/case/case-id';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { caseBook } from '@recourse/infra/mongo/case-book';
import type { OpenStores } from '../stack/open-stores.js';
import { amountWords } from '../words/amount-words.js';
import { arrangementStateWords, arrangementTermsWords } from '../words/arrangement-words.js';
import type { Lang } from '../words/lang.js';
import { listTable } from '../words/list-table.js';
import { Mistake } from '../words/mistake.js';
import { momentWords } from '../words/moment-words.js';

/** The loan's newest case with its arrangements. @throws Mistake when it has no case */
export async function arrangementsOf(
  { mongo, tenant }: OpenStores,
  loanId: string,
): Promise<{ kase: CollectionCase; arrangements: readonly Arrangement[] }> {
  const kase = (await caseBook(mongo.collections).ofLoan(tenant, loanId)).at(-1);
  if (!kase) throw new Mistake(`tenant ${tenant} has no case of loan ${loanId}`);
  return { kase, arrangements: kase.arrangements ?? [] };
}

/** The one named, or the last there is. @throws Mistake when there is none */
export async function arrangementNamed(
  stores: OpenStores,
  loanId: string,
  id: string | undefined,
): Promise<{ kase: CollectionCase; arrangement: Arrangement }> {
  const { kase, arrangements } = await arrangementsOf(stores, loanId);
  const arrangement = id === undefined ? arrangements.at(-1) : arrangements.find((each) => each.id === id);
  if (!arrangement)
    throw new Mistake(`loan ${loanId} has no ${id === undefined ? 'arrangement' : `arrangement ${id}`}`);
  return { kase, arrangement };
}

const heads = { en: ['no.', 'due on', 'amount', 'left'], zh: ['期数', '还款日', '金额', '剩余'] } as const;

/** Every arrangement of the loan's newest case: where it stands, its schedule, and what has come for it. @throws Mistake */
export async function showArrangements(stores: OpenStores, loanId: string, lang: Lang): Promise<string[]> {
  const { kase, arrangements } = await arrangementsOf(stores, loanId);
  if (arrangements.length === 0) return [lang === 'zh' ? '无' : 'none'];
  const loan = await stores.mongo.collections.loans.findOne({ _id: tenantKey(stores.tenant, loanId) });
  return arrangements.flatMap((arrangement) => {
    const { id, state, terms, hash, offerUntil, proposedBy, approvedBy, acceptedOn, acceptedBy } = arrangement;
    const money = (amount: number): string => amountWords(amount, terms.currency, lang);
    const came = loan
      ? moneyForArrangement(arrangement, loan.position).reduce((sum, { amount }) => sum + amount, 0)
      : 0;
    const rows = scheduleOf(terms).map(({ number, dueOn, amount, left }) => [
      number,
      dueOn,
      money(amount),
      money(left),
    ]);
    return [
      `${id} · ${arrangementStateWords[lang][state]} · ${arrangementTermsWords(terms, lang)}`,
      lang === 'zh'
        ? `  提出：${proposedBy}；复核：${approvedBy ?? '—'}；签署：${acceptedOn ? `${acceptedBy}，${acceptedOn}` : '—'}；要约至 ${momentWords(offerUntil, kase.zone.zone)}`
        : `  proposed by ${proposedBy}; approved by ${approvedBy ?? 'nobody'}; signed ${acceptedOn ? `by ${acceptedBy} on ${acceptedOn}` : 'by nobody'}; offer until ${momentWords(offerUntil, kase.zone.zone)}`,
      lang === 'zh' ? `  已到账 ${money(came)}；内容摘要 ${hash}` : `  ${money(came)} came for it; hash ${hash}`,
      ...listTable(heads[lang], rows, lang).map((line) => `  ${line}`),
      '',
    ];
  });
}
