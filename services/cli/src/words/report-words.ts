import type { Words } from './lang.js';

/** The words of the demo's display and report. */
export const reportWords: Words<
  Record<
    | 'day'
    | 'of'
    | 'cases'
    | 'contacts'
    | 'payments'
    | 'recovered'
    | 'due'
    | 'parked'
    | 'closed'
    | 'ending'
    | 'count'
    | 'stage'
    | 'entered'
    | 'passedOver'
    | 'act'
    | 'outcome'
    | 'currency'
    | 'share'
    | 'event'
    | 'cause'
    | 'resolution'
    | 'reason'
    | 'open'
    | 'cameOf'
    | 'stagesTitle'
    | 'casesTitle'
    | 'contactsTitle'
    | 'moneyTitle'
    | 'parkedTitle'
    | 'noneParked'
    | 'slowest'
    | 'audit'
    | 'lookAt',
    string
  >
> = {
  en: {
    day: 'Day',
    of: 'of',
    cases: 'Cases',
    contacts: 'Contacts',
    payments: 'Payments',
    recovered: 'recovered',
    due: 'missed',
    parked: 'set aside',
    closed: 'closed',
    ending: 'ending',
    count: 'cases',
    stage: 'stage',
    entered: 'entered',
    passedOver: 'passed over',
    act: 'act',
    outcome: 'came to',
    currency: 'currency',
    share: 'share',
    event: 'event',
    cause: 'set aside because',
    resolution: 'resolved',
    reason: 'by the operator because',
    open: 'still open',
    cameOf: 'times',
    stagesTitle: 'Stages entered',
    casesTitle: 'How the cases ended',
    contactsTitle: 'What was done, and what came of it',
    moneyTitle: 'Money',
    parkedTitle: 'Events set aside',
    noneParked: 'None.',
    slowest: 'Slowest instant',
    audit: 'Audit',
    lookAt: 'Look at one case',
  },
  zh: {
    day: '第',
    of: '/',
    cases: '案件',
    contacts: '联系',
    payments: '还款',
    recovered: '已收回',
    due: '逾期应还',
    parked: '搁置事件',
    closed: '已结案',
    ending: '结果',
    count: '案件数',
    stage: '阶段',
    entered: '进入',
    passedOver: '跳过',
    act: '动作',
    outcome: '结果',
    currency: '币种',
    share: '比例',
    event: '事件',
    cause: '搁置原因',
    resolution: '处理',
    reason: '处理理由',
    open: '处理中',
    cameOf: '次数',
    stagesTitle: '各阶段',
    casesTitle: '案件结果',
    contactsTitle: '动作与结果',
    moneyTitle: '金额',
    parkedTitle: '搁置的事件',
    noneParked: '无。',
    slowest: '最慢的时刻',
    audit: '审计',
    lookAt: '查看一个案件',
  },
};
