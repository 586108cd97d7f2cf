import type { ByLaw } from '@recourse/domain/money/by-law';
import type { Lang } from './lang.js';

const said: Record<Lang, (byLaw: ByLaw) => string> = {
  en: ({ rules, against = [], uncharged }) =>
    [
      ...(rules.length > 0
        ? [` By law ${rules.join(', ')} ${rules.length > 1 ? 'hold' : 'holds'} for its money.`]
        : []),
      ...(against.length > 0 ? [` What was agreed does not keep ${against.join(', ')}.`] : []),
      ...(uncharged ? [' Nobody is told to pay for lateness.'] : []),
    ].join(''),
  zh: ({ rules, against = [], uncharged }) =>
    [
      ...(rules.length > 0 ? [`其款项依法适用 ${rules.join('、')}。`] : []),
      ...(against.length > 0 ? [`合同约定不符合 ${against.join('、')}。`] : []),
      ...(uncharged ? ['不向任何人告知应付逾期费用。'] : []),
    ].join(''),
};

/** What the law makes of a contract's terms, after the sentence that tells of them; nothing where it leaves them. */
export const byLawWords = (byLaw: ByLaw | undefined, lang: Lang): string => (byLaw ? said[lang](byLaw) : '');
