import type { CreditRowKind } from '@recourse/domain/credit-reporting/credit-record';
import type { CreditStanding } from '@recourse/domain/credit-reporting/credit-state';
import type { CreditDisputeReason } from '@recourse/domain/credit-reporting/credit-dispute';
import type { CreditAnswerDue } from '@recourse/domain/credit-reporting/credit-answer-due';
import type { CreditTold, FurnishRefusal } from '@recourse/domain/credit-reporting/credit-told';
import { amountWords } from './amount-words.js';
import { holdWords } from './hold-words.js';
import type { Lang, Words } from './lang.js';

export const furnishRefusalWords: Words<Record<FurnishRefusal, string>> = {
  en: {
    'month-not-over': 'the month is not over',
    'unresolved-event': 'an event of the loan is set aside',
    held: 'on hold',
    'unknown-person': 'nobody is told who owes',
    'unknown-zone': 'time zone unknown',
    'unknown-jurisdiction': 'no law is known for where the person is',
    'notice-not-given': 'no notice of it is proved to have reached the person',
  },
  zh: {
    'month-not-over': '当月尚未结束',
    'unresolved-event': '有事件搁置',
    held: '暂缓',
    'unknown-person': '借款人未知',
    'unknown-zone': '时区未知',
    'unknown-jurisdiction': '所在地法律未知',
    'notice-not-given': '未证实已事先告知本人',
  },
};

export const creditKindWords: Words<Record<CreditRowKind, string>> = {
  en: {
    first: 'first record',
    update: 'update',
    correction: 'correction',
    resend: 'sent again',
    mark: 'dispute mark',
  },
  zh: { first: '首次报送', update: '更新', correction: '更正', resend: '重报', mark: '异议标注' },
};

export const standingWords: Words<Record<CreditStanding, string>> = {
  en: {
    current: 'current',
    'past-due': 'past due',
    'paid-off': 'paid off',
    settled: 'settled for less',
    sold: 'sold',
    'written-off': 'written off',
    'in-error': 'told in error',
  },
  zh: {
    current: '正常',
    'past-due': '逾期',
    'paid-off': '结清',
    settled: '减免结清',
    sold: '转出',
    'written-off': '呆账核销',
    'in-error': '误报撤销',
  },
};

export const disputeReasonWords: Words<Record<CreditDisputeReason, string>> = {
  en: {
    amount: 'the amount',
    'paid-already': 'paid already',
    'not-my-debt': 'not their debt',
    'not-told-before': 'not told before',
    other: 'something else',
  },
  zh: {
    amount: '金额有误',
    'paid-already': '已还款',
    'not-my-debt': '非本人债务',
    'not-told-before': '未事先告知',
    other: '其他',
  },
};

/** `, months 2025-12, 2026-01`, or nothing. */
const months = (wrong: readonly string[], lang: Lang): string =>
  wrong.length === 0 ? '' : lang === 'en' ? `, wrong for ${wrong.join(', ')}` : `，${wrong.join('、')} 有误`;

/** A sentence without its stop. */
export const creditToldWords: Words<(told: CreditTold | CreditAnswerDue) => string> = {
  en: (told) => {
    switch (told.credit) {
      case 'furnished':
        return `Credit bureau told for ${told.month} (${creditKindWords.en[told.kind]}): ${standingWords.en[told.standing]}${told.adverse ? `, ${told.dpd} days, ${amountWords(told.overdue, told.currency, 'en')} overdue` : ''}${told.disputed ? ', marked as disputed' : ''}`;
      case 'withheld':
        return `Credit bureau not told for ${told.month}: ${furnishRefusalWords.en[told.because]}${told.holds ? ` (${told.holds.map((hold) => holdWords.en[hold]).join(', ')})` : ''}${told.rules.length > 0 ? ` (${told.rules.join(', ')})` : ''}`;
      case 'rejected':
        return `Credit bureau did not take ${told.row}: ${told.code}; it is sent again with the next file`;
      case 'disputed':
        return `Credit record disputed (${disputeReasonWords.en[told.raised]}): to be answered by ${told.dueOn}${told.rules.length > 0 ? ` (${told.rules.join(', ')})` : ''}`;
      case 'answered':
        return `Dispute of the credit record answered${told.late ? ' late' : ''}: ${told.upheld ? 'upheld' : 'not upheld'}${months(told.wrong, 'en')}`;
      case 'answer-owed':
        return `The answer to the dispute of the credit record is somebody’s work until ${told.dueOn}`;
      case 'answer-overdue':
        return `Nobody answered the dispute of the credit record by ${told.dueOn}: the deadline is missed`;
      default:
        return told satisfies never;
    }
  },
  zh: (told) => {
    switch (told.credit) {
      case 'furnished':
        return `已报送征信 ${told.month}（${creditKindWords.zh[told.kind]}）：${standingWords.zh[told.standing]}${told.adverse ? `，逾期 ${told.dpd} 天，${amountWords(told.overdue, told.currency, 'zh')}` : ''}${told.disputed ? '，已作异议标注' : ''}`;
      case 'withheld':
        return `未报送征信 ${told.month}：${furnishRefusalWords.zh[told.because]}${told.holds ? `（${told.holds.map((hold) => holdWords.zh[hold]).join('、')}）` : ''}${told.rules.length > 0 ? `（${told.rules.join('、')}）` : ''}`;
      case 'rejected':
        return `征信机构退回 ${told.row}：${told.code}，下次报送时重报`;
      case 'disputed':
        return `征信异议（${disputeReasonWords.zh[told.raised]}）：应于 ${told.dueOn} 前答复${told.rules.length > 0 ? `（${told.rules.join('、')}）` : ''}`;
      case 'answered':
        return `征信异议已${told.late ? '逾期' : ''}答复：${told.upheld ? '成立' : '不成立'}${months(told.wrong, 'zh')}`;
      case 'answer-owed':
        return `征信异议已派人答复，期限 ${told.dueOn}`;
      case 'answer-overdue':
        return `至 ${told.dueOn} 未答复征信异议：已逾答复期限`;
      default:
        return told satisfies never;
    }
  },
};
