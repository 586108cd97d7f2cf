import type { ContractFact, Discrepancy } from '@recourse/domain/case/contract-fact';
import { amountWords } from './amount-words.js';
import type { FactSayings } from './fact-sayings.js';
import type { Lang, Words } from './lang.js';

const about: Words<Record<Discrepancy['about'], (ref: string) => string>> = {
  en: {
    acceleration: (ref) => `acceleration ${ref}, of which the notice the law wants is not proved`,
    'taken-over': (ref) => `what restructuring ${ref} took over`,
    'money-out': (ref) => `what left again of payment ${ref}, against what it brought`,
    waiver: (ref) => `waiver ${ref}, of a day before its charge`,
    arrears: (ref) => `the arrears as of ${ref}`,
    outstanding: (ref) => `all that is owed as of ${ref}`,
  },
  zh: {
    acceleration: (ref) => `提前到期 ${ref}（法定通知未获证实）`,
    'taken-over': (ref) => `重组 ${ref} 承接的金额`,
    'money-out': (ref) => `还款 ${ref} 的转出金额（与其入账金额相比）`,
    waiver: (ref) => `减免 ${ref}（日期早于所减免的费用）`,
    arrears: (ref) => `${ref} 的逾期金额`,
    outstanding: (ref) => `${ref} 的未偿总额`,
  },
};

const sums = ({ ours, theirs }: Discrepancy, currency: string, lang: Lang): [string, string] => [
  amountWords(ours, currency, lang),
  amountWords(theirs, currency, lang),
];

const overdue = {
  en: { 'billed-anew': 'billed anew', capitalised: 'made principal' },
  zh: { 'billed-anew': '重新列账', capitalised: '转为本金' },
} as const;
const undone = {
  en: { agreed: 'as agreed', paid: 'the arrears were paid', 'told-in-error': 'it was told in error' },
  zh: { agreed: '双方协商', paid: '欠款已还清', 'told-in-error': '系误报' },
} as const;
const solvedBy = { en: { news: 'later news', person: 'a person' }, zh: { news: '后续消息', person: '人工' } } as const;

/** What is said of changes of the contract and of sums that differ. */
export const contractSayings: Words<Pick<FactSayings, ContractFact['type']>> = {
  en: {
    'restructuring-noted': ({ on, replaces, instalments, overdue: how, takenOver }, { currency }) =>
      `Restructured on ${on}: ${instalments} new instalments for numbers ${replaces.from} to ${replaces.to}; ${amountWords(takenOver, currency, 'en')} that was due is ${overdue.en[how]}.`,
    'acceleration-noted': ({ on, due, against }, { currency }) =>
      `Accelerated on ${on}: ${amountWords(due, currency, 'en')} more is due${against ? `; not relied on, ${against.join(', ')} wants a notice nobody proved` : ''}.`,
    'undoing-noted': ({ undoneOn, because }) => `Acceleration undone on ${undoneOn}: ${undone.en[because]}.`,
    'creditor-noted': ({ to, on, notifiedOn }) =>
      `The claim is ${to}'s from ${on}; ${notifiedOn === undefined ? 'the debtor has not been told, as far as is proved' : `the debtor was told on ${notifiedOn}`}.`,
    'discrepancy-found': ({ discrepancy }, { currency }) => {
      const [ours, theirs] = sums(discrepancy, currency, 'en');
      return `Servicing's sums are not ours: ${about.en[discrepancy.about](discrepancy.ref)}: ${theirs}, by its events ${ours}.`;
    },
    'debit-requested': ({ after, attempt, amount, currency }) =>
      `Servicing asked for another direct debit of ${amountWords(amount, currency, 'en')} (try ${attempt}, after ${after} failed).`,
    'discrepancy-solved': ({ discrepancyId, by }) => `Difference ${discrepancyId} settled by ${solvedBy.en[by]}.`,
  },
  zh: {
    'restructuring-noted': ({ on, replaces, instalments, overdue: how, takenOver }, { currency }) =>
      `${on} 重组：新还款计划 ${instalments} 期，取代第 ${replaces.from} 至 ${replaces.to} 期；已到期的 ${amountWords(takenOver, currency, 'zh')} ${overdue.zh[how]}。`,
    'acceleration-noted': ({ on, due, against }, { currency }) =>
      `${on} 宣布提前到期：新增应还 ${amountWords(due, currency, 'zh')}${against ? `；不予采信，${against.join('、')} 要求的通知未获证实` : ''}。`,
    'undoing-noted': ({ undoneOn, because }) => `${undoneOn} 撤回提前到期：${undone.zh[because]}。`,
    'creditor-noted': ({ to, on, notifiedOn }) =>
      `债权自 ${on} 起转让予 ${to}；${notifiedOn === undefined ? '尚无证据表明已通知债务人' : `${notifiedOn} 已通知债务人`}。`,
    'discrepancy-found': ({ discrepancy }, { currency }) => {
      const [ours, theirs] = sums(discrepancy, currency, 'zh');
      return `与核心系统金额不符：${about.zh[discrepancy.about](discrepancy.ref)}：对方 ${theirs}，按事件 ${ours}。`;
    },
    'debit-requested': ({ after, attempt, amount, currency }) =>
      `${after} 扣款失败后，请核心系统再次扣款 ${amountWords(amount, currency, 'zh')}（第 ${attempt} 次）。`,
    'discrepancy-solved': ({ discrepancyId, by }) => `差异 ${discrepancyId} 已由${solvedBy.zh[by]}解决。`,
  },
};
