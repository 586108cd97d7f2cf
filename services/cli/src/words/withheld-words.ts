import type { NotJoined, NotJoinedReason } from '@recourse/domain/contact/not-joined';
import type { PermitWithheld } from '@recourse/domain/contact/permit-withheld';
import type { Told } from './fact-sayings.js';
import type { Lang, Words } from './lang.js';
import { momentWords } from './moment-words.js';
import { refusalWords } from './outcome-words.js';
import { holderWords, revocationWords } from './permit-words.js';

/** Who might not dial, what for and why: `a permit to agency a-1 (CASE/0/p-1/1): a hold is in force`. */
export const permitWithheldWords: Words<(withheld: PermitWithheld, told: Told) => string> = {
  en: ({ asked, holder, attempt, loanId, ...why }, told) =>
    `${asked === 'permit' ? 'No permit' : 'A permit taken back'} for ${holderWords.en[holder.kind]} ${holder.id} (${attempt}): ${revocationWords.en[why.because]}${limits(why, told)}${loanId === undefined ? '' : `, for loan ${loanId}`}`,
  zh: ({ asked, holder, attempt, loanId, ...why }, told) =>
    `${holderWords.zh[holder.kind]} ${holder.id} ${asked === 'permit' ? '未获拨打许可' : '的拨打许可被撤销'}（${attempt}）：${revocationWords.zh[why.because]}${limits(why, told)}${loanId === undefined ? '' : `（因贷款 ${loanId}）`}`,
};

const notJoinedReasonWords: Words<Record<NotJoinedReason, string>> = {
  en: {
    ...refusalWords.en,
    'position-changed': revocationWords.en['position-changed'],
    'other-purpose': 'the law wants it of one of the loans only',
    'put-off-by-law': revocationWords.en['put-off-by-law'],
  },
  zh: {
    ...refusalWords.zh,
    'position-changed': revocationWords.zh['position-changed'],
    'other-purpose': '法律只要求就其中一笔贷款作此通知',
    'put-off-by-law': revocationWords.zh['put-off-by-law'],
  },
};

/** Which contact went without the loan, and why. */
export const notJoinedWords = ({ actId, ...why }: NotJoined, told: Told, lang: Lang): string =>
  `${actId}: ${notJoinedReasonWords[lang][why.because]}${limits(why, told)}`;

const limits = ({ until, rules }: Pick<NotJoined, 'until' | 'rules'>, { zone }: Told): string =>
  `${until === undefined ? '' : ` → ${momentWords(until, zone)}`}${rules.length > 0 ? ` (${rules.join(', ')})` : ''}`;
