import type { ArrangementFact } from '@recourse/domain/arrangements/arrangement-fact';
import { amountWords } from './amount-words.js';
import { arrangementRefusalWords } from './arrangement-refusal-words.js';
import { arrangementTermsWords, authorityWords, declineWords, endWords, foundWords } from './arrangement-words.js';
import type { FactSayings } from './fact-sayings.js';
import type { Words } from './lang.js';

/** What is said of arrangements. */
export const arrangementSayings: Words<Pick<FactSayings, ArrangementFact['type']>> = {
  en: {
    'arrangement-proposed': ({ arrangement: { terms, needs, proposedBy } }) =>
      `Proposed by ${proposedBy}: ${arrangementTermsWords(terms, 'en')}; ${needs ? `${authorityWords.en[needs]} must approve it` : 'offered to the debtor'}.`,
    'arrangement-refused': ({ refused }, { currency }) =>
      `Arrangement: not done, ${arrangementRefusalWords(refused, currency, 'en').join('; ')}.`,
    'arrangement-approved': ({ by }) => `Arrangement approved by ${by}.`,
    'arrangement-declined': ({ by, because }) => `Arrangement not approved by ${by}: ${declineWords.en[because]}.`,
    'arrangement-accepted': ({ personId, on }) =>
      `Arrangement signed by ${personId} on ${on}: collection rests while it is kept.`,
    'arrangement-judged': ({ state, missed, received }, { currency }) =>
      `${foundWords.en(state, missed)}; ${amountWords(received, currency, 'en')} came for it.`,
    'arrangement-ended': ({ because }) => `Arrangement over: ${endWords.en[because]}.`,
  },
  zh: {
    'arrangement-proposed': ({ arrangement: { terms, needs, proposedBy } }) =>
      `${proposedBy} 提出${arrangementTermsWords(terms, 'zh')}；${needs ? `须由${authorityWords.zh[needs]}复核` : '已向债务人提出'}。`,
    'arrangement-refused': ({ refused }, { currency }) =>
      `安排未办理：${arrangementRefusalWords(refused, currency, 'zh').join('；')}。`,
    'arrangement-approved': ({ by }) => `安排经 ${by} 复核通过。`,
    'arrangement-declined': ({ by, because }) => `安排未获 ${by} 复核通过：${declineWords.zh[because]}。`,
    'arrangement-accepted': ({ personId, on }) => `${personId} 于 ${on} 签署协议：履行期间停止催收。`,
    'arrangement-judged': ({ state, missed, received }, { currency }) =>
      `${foundWords.zh(state, missed)}；已到账 ${amountWords(received, currency, 'zh')}。`,
    'arrangement-ended': ({ because }) => `安排终止：${endWords.zh[because]}。`,
  },
};
