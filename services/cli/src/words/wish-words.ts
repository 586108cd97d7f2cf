import type { WishKind, WishTold } from '@recourse/domain/contact/wish';
import { channelWords } from './act-words.js';
import type { Lang, Words } from './lang.js';

export const kindOfWishWords: Words<Record<WishKind, string>> = {
  en: {
    'opt-out': 'no more contact',
    consent: 'consents',
    'agreed-time': 'agreed a time',
    'inconvenient-time': 'not at some times',
    'inconvenient-place': 'not at some place',
    language: 'another language',
  },
  zh: {
    'opt-out': '退订',
    consent: '同意',
    'agreed-time': '约定时间',
    'inconvenient-time': '某些时间不便',
    'inconvenient-place': '某些地点不便',
    language: '换用语言',
  },
};

/** `no more contact (SMS), not at some place`. */
export const wishWords = (wishes: readonly WishTold[], lang: Lang): string =>
  wishes
    .map(({ wish, channel }) => {
      const kind = kindOfWishWords[lang][wish];
      if (!channel) return kind;
      const by = channelWords[lang][channel];
      return lang === 'en' ? `${kind} (${by})` : `${kind}（${by}）`;
    })
    .join(lang === 'en' ? ', ' : '、');
