import { caseBook } from '@recourse/infra/mongo/case-book';
import type { OpenStores } from '../stack/open-stores.js';
import { attemptLines } from '../words/attempt-lines.js';
import { amountWords } from '../words/amount-words.js';
import { Mistake } from '../words/mistake.js';
import { endingWords, stageWords } from '../words/stage-words.js';
import type { Lang } from '../words/lang.js';
import { timeline, toldOfCase } from '../words/timeline.js';
import { attemptsOf } from './attempts-of.js';
import { pastDueNow } from './past-due-now.js';
import { tenantNow } from './tenant-now.js';

/**
 * Every episode of a loan as a timeline in plain words, and its attempts by the name `gate explain` takes.
 * @throws Mistake when there is no such tenant, or no case of this loan
 */
export async function showCase(stores: OpenStores, loanId: string, lang: Lang): Promise<string[]> {
  const { mongo, tenant } = stores;
  const now = await tenantNow(stores);
  const book = caseBook(mongo.collections);
  const episodes = await book.ofLoan(tenant, loanId);
  if (episodes.length === 0) throw new Mistake(`tenant ${tenant} has no case of loan ${loanId}`);
  const lines: string[] = [];
  for (const kase of episodes) {
    const standing =
      'ending' in kase.plan ? endingWords[lang][kase.plan.ending] : stageWords[lang][kase.stage ?? 'intake'];
    const { arrears, currency } = kase.noted;
    const { dpd, bucket } = pastDueNow(kase, now);
    lines.push(
      `${kase.caseId} · ${standing} · ${amountWords(arrears, currency, lang)} · DPD ${dpd} (${bucket}) · ${kase.terms.zone}`,
    );
    const journal = await book.journal(kase.caseId);
    const attempts = attemptLines(attemptsOf(journal), toldOfCase(kase, journal), lang);
    lines.push(...timeline(kase, journal, lang), '', ...(attempts.length > 0 ? [...attempts, ''] : []));
  }
  return lines;
}
