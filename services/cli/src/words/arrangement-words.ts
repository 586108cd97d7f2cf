import type { DeclineReason, WithdrawReason } from '@recourse/domain/arrangements/arrangement-command';
import type { ArrangementKind, Authority } from '@recourse/domain/arrangements/arrangement-kind';
import type { ArrangementState, ArrangementTerms } from '@recourse/domain/arrangements/arrangement';
import { payable } from '@recourse/domain/arrangements/arrangement-schedule';
import { sumOf } from '@recourse/domain/money/components';
import { amountWords } from './amount-words.js';
import type { Lang, Words } from './lang.js';

export const arrangementKindWords: Words<Record<ArrangementKind, string>> = {
  en: {
    'repayment-plan': 'repayment plan',
    deferral: 'deferral',
    hardship: 'plan in hardship',
    settlement: 'settlement',
  },
  zh: { 'repayment-plan': '协商还款协议', deferral: '延期还款', hardship: '困难帮扶还款协议', settlement: '减免结清' },
};

export const authorityWords: Words<Record<Authority, string>> = {
  en: { collector: 'a collector', supervisor: 'a supervisor', manager: 'a manager' },
  zh: { collector: '催收员', supervisor: '主管', manager: '经理' },
};

export const arrangementStateWords: Words<Record<ArrangementState, string>> = {
  en: {
    proposed: 'waits for a second person',
    offered: 'waits for the debtor',
    active: 'agreed, and kept so far',
    kept: 'kept',
    broken: 'broken',
    declined: 'not approved',
    withdrawn: 'taken back',
    lapsed: 'offer lapsed',
    'loan-ended': 'over with the loan',
  },
  zh: {
    proposed: '待复核',
    offered: '待债务人确认',
    active: '履行中',
    kept: '已履行完毕',
    broken: '已违约',
    declined: '复核未通过',
    withdrawn: '已撤回',
    lapsed: '要约已失效',
    'loan-ended': '随贷款终结',
  },
};

export const declineWords: Words<Record<DeclineReason, string>> = {
  en: {
    'not-affordable': 'the debtor cannot afford it',
    'too-little': 'it is too little',
    'not-documented': 'it is not documented',
    'other-terms': 'other terms are wanted',
  },
  zh: {
    'not-affordable': '债务人无力承担',
    'too-little': '还款过少',
    'not-documented': '证明材料不足',
    'other-terms': '需另订条件',
  },
};

export const endWords: Words<Record<WithdrawReason | 'lapsed' | 'loan-ended', string>> = {
  en: {
    'debtor-asks': 'the debtor asks for it',
    'entered-in-error': 'entered in error',
    'untrue-statements': 'it rests on untrue statements',
    lapsed: 'nobody took the offer in time',
    'loan-ended': 'the loan is over',
  },
  zh: {
    'debtor-asks': '债务人要求',
    'entered-in-error': '录入有误',
    'untrue-statements': '依据的陈述不实',
    lapsed: '逾期未确认',
    'loan-ended': '贷款已终结',
  },
};

export const foundWords: Words<(state: 'active' | 'kept' | 'broken', missed?: string) => string> = {
  en: (state, missed) =>
    ({
      active: 'Arrangement in order again',
      kept: 'Arrangement kept to its end',
      broken: `Arrangement broken: what was due on ${missed} did not come in time`,
    })[state],
  zh: (state, missed) =>
    ({ active: '协议恢复履行', kept: '协议已履行完毕', broken: `协议违约：${missed} 应还款项未按期到账` })[state],
};

/** `repayment plan of CNY 1,200.00 in 12 instalments from 2026-02-01, CNY 30.00 given up`. */
export function arrangementTermsWords(terms: ArrangementTerms, lang: Lang): string {
  const { kind, currency, discount, layout } = terms;
  const toPay = amountWords(sumOf(payable(terms)), currency, lang);
  const givenUp = sumOf(discount);
  const given = givenUp === 0 ? undefined : amountWords(givenUp, currency, lang);
  const { instalments, firstOn } = layout;
  const name = arrangementKindWords[lang][kind];
  if (lang === 'zh')
    return `${name}：${toPay}，自 ${firstOn} 起${instalments === 1 ? '一次付清' : `按月分 ${instalments} 期`}${given ? `，减免 ${given}` : ''}`;
  return `${name} of ${toPay}, ${instalments === 1 ? `at once on ${firstOn}` : `in ${instalments} monthly instalments from ${firstOn}`}${given ? `, ${given} given up` : ''}`;
}
