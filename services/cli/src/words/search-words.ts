import type { LocateSource } from '@recourse/domain/contact/locate-sources';
import type { LocateFinding } from '@recourse/domain/contact/searched-source';
import type { Unreachable } from '@recourse/domain/contact/unreachable';
import type { Words } from './lang.js';

export const locateSourceWords: Words<Record<LocateSource, string>> = {
  en: {
    'contact-person': 'a contact person',
    'own-records': 'our own records',
    'public-register': 'a public register',
    'other-product': 'another product of the bank',
  },
  zh: {
    'contact-person': '联系人',
    'own-records': '本行记录',
    'public-register': '公开登记信息',
    'other-product': '本行其他业务',
  },
};

export const findingWords: Words<Record<LocateFinding, string>> = {
  en: {
    'number-found': 'a number',
    'address-found': 'an address',
    'known-already': 'what was known already',
    'nothing-found': 'nothing',
  },
  zh: {
    'number-found': '新号码',
    'address-found': '新地址',
    'known-already': '已知信息',
    'nothing-found': '无结果',
  },
};

export const unreachableWords: Words<(proof: Unreachable) => string> = {
  en: ({ because, acts, points, days }) =>
    because === 'attempts-failed'
      ? `${acts.length} calls in a row failed, on ${days.join(', ')}`
      : `every verified number (${points.length}) reaches nobody, since ${days.join(', ')}`,
  zh: ({ because, acts, points, days }) =>
    because === 'attempts-failed'
      ? `连续 ${acts.length} 次未接通（${days.join('、')}）`
      : `已核实的 ${points.length} 个号码均无法联系（${days.join('、')}）`,
};
