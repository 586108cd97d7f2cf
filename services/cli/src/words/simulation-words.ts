import type { ComparedFigure } from '@recourse/domain/simulation/paired-difference';
import type { Standing } from '@recourse/domain/simulation/tally';
import type { Words } from './lang.js';

/** `M1` and its like are the field's own words in both languages. */
export const standingWords = (standing: Standing, paidOff: string): string =>
  standing === 'paid-off' ? paidOff : standing;

type Label =
  | 'simulation'
  | 'assumed'
  | 'figure'
  | 'amount'
  | 'month'
  | 'from'
  | 'to'
  | 'recovery'
  | 'standing'
  | 'rolls'
  | 'contactsMade'
  | 'withheld'
  | 'arrearsAtStart'
  | 'fellDue'
  | 'recovered'
  | 'recoveryRate'
  | 'arrearsAtEnd'
  | 'paidInTime'
  | 'payments'
  | 'casesOpened'
  | 'cured'
  | 'relapsed'
  | 'paidInGrace'
  | 'promisesMade'
  | 'promisesKept'
  | 'promisesBroken'
  | 'placed'
  | 'referred'
  | 'costOfContacts'
  | 'commission'
  | 'referral'
  | 'cost'
  | 'costRate'
  | 'net'
  | 'channel'
  | 'made'
  | 'reached'
  | 'rule'
  | 'refused'
  | 'deferred'
  | 'paidOff'
  | 'difference'
  | 'interval'
  | 'none';

export const simulationWords: Words<Record<Label, string>> = {
  en: {
    simulation: 'Simulation',
    assumed: 'Borrowers and prices are assumptions (policies/simulation), not forecasts.',
    figure: 'figure',
    amount: 'amount',
    month: 'month',
    from: 'from',
    to: 'to',
    recovery: 'Recovery and cost',
    standing: 'Loans by bucket at the end of each month',
    rolls: 'Roll rates: of the loans in a bucket, how many in a hundred are in which a month later',
    contactsMade: 'Contacts by channel',
    withheld: 'Contacts that were not made, by rule',
    arrearsAtStart: 'overdue at the start',
    fellDue: 'missed meanwhile',
    recovered: 'recovered',
    recoveryRate: 'recovered, of what was overdue',
    arrearsAtEnd: 'overdue at the end',
    paidInTime: 'paid in time',
    payments: 'payments',
    casesOpened: 'cases opened',
    cured: 'cured',
    relapsed: 'overdue again while watched',
    paidInGrace: 'paid within grace',
    promisesMade: 'promises made',
    promisesKept: 'promises kept',
    promisesBroken: 'promises broken',
    placed: 'placed with an agency',
    referred: 'referred to a law firm',
    costOfContacts: 'cost of contacts',
    commission: 'commission',
    referral: 'referrals',
    cost: 'cost altogether',
    costRate: 'cost, of what was recovered',
    net: 'recovered less cost',
    channel: 'channel',
    made: 'made',
    reached: 'arrived or reached',
    rule: 'rule',
    refused: 'refused',
    deferred: 'put off',
    paidOff: 'paid off',
    difference: 'difference',
    interval: '95 in 100',
    none: 'none',
  },
  zh: {
    simulation: '模拟',
    assumed: '借款人行为和价格为假设 (policies/simulation), 并非预测。',
    figure: '项目',
    amount: '数值',
    month: '月',
    from: '自',
    to: '至',
    recovery: '回收与成本',
    standing: '各月末各账龄的贷款数',
    rolls: '滚动率: 某账龄的贷款一个月后处于各账龄的百分比',
    contactsMade: '各渠道联系次数',
    withheld: '未进行的联系 (按规则)',
    arrearsAtStart: '期初逾期金额',
    fellDue: '期间新增逾期',
    recovered: '回收金额',
    recoveryRate: '回收率',
    arrearsAtEnd: '期末逾期金额',
    paidInTime: '按时还款',
    payments: '还款笔数',
    casesOpened: '立案数',
    cured: '还清逾期',
    relapsed: '管理期内再次逾期',
    paidInGrace: '宽限期内还款',
    promisesMade: '承诺还款',
    promisesKept: '履行承诺',
    promisesBroken: '违反承诺',
    placed: '委外',
    referred: '移交律所',
    costOfContacts: '联系成本',
    commission: '佣金',
    referral: '移交费用',
    cost: '总成本',
    costRate: '成本占回收比',
    net: '净回收',
    channel: '渠道',
    made: '次数',
    reached: '送达或联系到本人',
    rule: '规则',
    refused: '拒绝',
    deferred: '推迟',
    paidOff: '结清',
    difference: '差额',
    interval: '95% 区间',
    none: '无',
  },
};

export const figureWords: Words<Record<ComparedFigure, string>> = {
  en: {
    recovered: 'recovered',
    arrearsAtEnd: 'overdue at the end',
    cost: 'cost altogether',
    net: 'recovered less cost',
    contacts: 'contacts',
    cured: 'cured',
  },
  zh: {
    recovered: '回收金额',
    arrearsAtEnd: '期末逾期金额',
    cost: '总成本',
    net: '净回收',
    contacts: '联系次数',
    cured: '还清逾期',
  },
};

/** What a running simulation shows. */
export const simulationProgress: Words<(loans: string, perCent: string | undefined) => string> = {
  en: (loans, perCent) => `${loans} loans simulated${perCent === undefined ? '' : `, ${perCent} of the file`}`,
  zh: (loans, perCent) => `已模拟 ${loans} 笔贷款${perCent === undefined ? '' : `, 文件已读 ${perCent}`}`,
};

export const simulationHead: Words<
  (what: { loans: number; months: number; asOf: string; seed: string; strategy: string }) => string
> = {
  en: ({ loans, months, asOf, seed, strategy }) =>
    `${strategy}: ${loans} loans, ${months} months from ${asOf}, seed "${seed}"`,
  zh: ({ loans, months, asOf, seed, strategy }) =>
    `${strategy}: ${loans} 笔贷款, 自 ${asOf} 起 ${months} 个月, 种子 "${seed}"`,
};
