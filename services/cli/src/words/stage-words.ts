import type { Ending, Stage, StageCause } from '@recourse/domain/case/stage';
import type { Words } from './lang.js';

export const stageWords: Words<Record<Stage | 'intake' | 'closed', string>> = {
  en: {
    intake: 'intake',
    reminder: 'reminder',
    call: 'call',
    visit: 'visit',
    outsourcing: 'outsourcing',
    legal: 'legal',
    monitoring: 'monitoring',
    closed: 'closed',
  },
  zh: {
    intake: '受理',
    reminder: '提醒',
    call: '电催',
    visit: '外访',
    outsourcing: '委外',
    legal: '司法',
    monitoring: '后续管理',
    closed: '已结案',
  },
};

export const endingWords: Words<Record<Ending, string>> = {
  en: {
    'paid-in-grace': 'nothing overdue by the end of grace',
    cured: 'cured: nothing overdue any more',
    'paid-off': 'loan paid off',
    settled: 'settled',
    sold: 'sold',
    uncollectable: 'uncollectable',
    'opened-in-error': 'opened in error',
  },
  zh: {
    'paid-in-grace': '宽限期满前已无逾期',
    cured: '逾期还清',
    'paid-off': '结清',
    settled: '减免结清',
    sold: '已转让',
    uncollectable: '无法收回',
    'opened-in-error': '误建案件',
  },
};

export const causeWords: Words<Record<StageCause, string>> = {
  en: {
    'grace-passed': 'grace is over',
    'condition-met': 'the conditions are met',
    'arrears-reduced': 'the arrears were reduced',
    cured: 'nothing is overdue any more',
    relapsed: 'a new instalment was missed',
    'payment-reversed': 'a payment was reversed',
    'taken-on': 'taken on from another collector at this point of the ladder',
    'borrower-found': 'a number of the borrower was found and is to be called',
    'promise-broken': 'what was promised was not paid',
    'promise-kept': 'the promise was kept after all',
  },
  zh: {
    'grace-passed': '宽限期已过',
    'condition-met': '条件已满足',
    'arrears-reduced': '逾期金额减少',
    cured: '逾期已还清',
    relapsed: '再次逾期',
    'payment-reversed': '还款被冲回',
    'taken-on': '存量接管',
    'borrower-found': '查到借款人新号码，先行致电',
    'promise-broken': '承诺未履行',
    'promise-kept': '承诺实已履行',
  },
};
