import type { IgnoredReason } from '@recourse/domain/case/case-facts';
import type { OpenStores } from '../stack/open-stores.js';
import { ignoredWords } from '../words/detail-words.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { actorNamed, tellCase } from './tell-case.js';

/** What is printed when the case does not end a hold. */
export const holdNotEnded = (reason: string, lang: Lang): string => {
  const words: Record<string, string> = ignoredWords[lang] satisfies Record<IgnoredReason, string>;
  return `${lang === 'zh' ? '未办理' : 'not done'} [${reason}] ${words[reason] ?? ''}`.trimEnd();
};

/** Ends one hold of a loan's open case. @throws Mistake with the reason when the case does not: it knows of none by that id, or keeps it */
export async function endHold(stores: OpenStores, loanId: string, holdId: string, lang: Lang): Promise<string> {
  const { caseId, answer } = await tellCase(stores, loanId, { command: 'end-hold', holdId }, actorNamed(undefined));
  if (answer === 'waiting')
    return lang === 'zh'
      ? `已送达；案件 ${caseId} 尚未处理`
      : `told; case ${caseId} has not taken its turn yet, and will`;
  if (!answer.accepted) throw new Mistake(holdNotEnded(answer.reason, lang));
  return `${holdId}: ${lang === 'zh' ? '已解除' : 'ended'}`;
}
