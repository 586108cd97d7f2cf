import type { ByLaw, Uncharged } from '@recourse/domain/money/by-law';
import type { Lang, Words } from './lang.js';

const kinds: Words<Record<Uncharged, string>> = {
  en: { damages: 'damages', penalty: 'penalty interest', compound: 'compound interest' },
  zh: { damages: '违约金', penalty: '罚息', compound: '复利' },
};

const said: Words<(byLaw: ByLaw) => string> = {
  en: ({ rules, against = [], unknown = [], uncharged = [] }) =>
    [
      ...(rules.length > 0
        ? [` By law ${rules.join(', ')} ${rules.length > 1 ? 'hold' : 'holds'} for its money.`]
        : []),
      ...(against.length > 0 ? [` What was agreed does not keep ${against.join(', ')}.`] : []),
      ...(unknown.length > 0 ? [` Too little was told to hold it against ${unknown.join(', ')}.`] : []),
      ...(uncharged.length > 0
        ? [` Nobody is told to pay ${uncharged.map((kind) => kinds.en[kind]).join(', ')}.`]
        : []),
    ].join(''),
  zh: ({ rules, against = [], unknown = [], uncharged = [] }) =>
    [
      ...(rules.length > 0 ? [`其款项依法适用 ${rules.join('、')}。`] : []),
      ...(against.length > 0 ? [`合同约定不符合 ${against.join('、')}。`] : []),
      ...(unknown.length > 0 ? [`所告知的内容不足以核对 ${unknown.join('、')}。`] : []),
      ...(uncharged.length > 0 ? [`不向任何人告知应付${uncharged.map((kind) => kinds.zh[kind]).join('、')}。`] : []),
    ].join(''),
};

/** What the law makes of a contract's terms, after the sentence that tells of them; nothing where it leaves them. */
export const byLawWords = (byLaw: ByLaw | undefined, lang: Lang): string => (byLaw ? said[lang](byLaw) : '');
