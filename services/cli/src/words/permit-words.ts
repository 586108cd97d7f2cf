import type { Permit, PermitDial, PermitHolder, PermitRevocation } from '@recourse/domain/contact/permit';
import { refusalWords } from './outcome-words.js';
import type { Words } from './lang.js';

/** What has become of a permit; `passed`: its window has, and the sweeper has not come by yet. */
export const permitStateWords: Words<Record<Permit['state'] | 'passed' | 'given-back', string>> = {
  en: { open: 'open', revoked: 'revoked', over: 'over', passed: 'over', 'given-back': 'given back' },
  zh: { open: '有效', revoked: '已撤销', over: '已到期', passed: '已到期', 'given-back': '已退回' },
};

export const dialStateWords: Words<Record<PermitDial['state'], string>> = {
  en: { reserved: 'reserved', redeemed: 'let go', released: 'not made' },
  zh: { reserved: '已预留', redeemed: '已核销', released: '未拨打' },
};

export const holderWords: Words<Record<PermitHolder['kind'], string>> = {
  en: { agency: 'agency', dialler: 'dialler' },
  zh: { agency: '委外机构', dialler: '外呼系统' },
};

/** Why a permit was revoked. */
export const revocationWords: Words<Record<PermitRevocation, string>> = {
  en: {
    ...refusalWords.en,
    'position-changed': 'the loan has changed since',
    'case-closed': 'the case is closed',
    'put-off-by-law': 'the law puts it off',
  },
  zh: {
    ...refusalWords.zh,
    'position-changed': '贷款账务已变化',
    'case-closed': '案件已结',
    'put-off-by-law': '依规推迟',
  },
};

export const permitHeads: Words<readonly string[]> = {
  en: ['permit', 'holder', 'person', 'loans', 'channel', 'from', 'until', 'dials', 'state'],
  zh: ['许可', '持有方', '联系人', '贷款', '渠道', '起', '止', '拨打', '状态'],
};

export const dialHeads: Words<readonly string[]> = {
  en: ['dial', 'state', 'let go at', 'outcome', 'attempt'],
  zh: ['拨打', '状态', '核销时间', '结果', '联系'],
};

export const untold: Words<string> = { en: 'not told yet', zh: '尚未告知' };
