import type { PaymentMethod } from '@recourse/domain/arrangements/payment-method';
import type { PromiseTold } from '@recourse/domain/arrangements/promise';
import type { PromiseRefusal } from '@recourse/domain/arrangements/refuse-promises';
import { amountWords } from './amount-words.js';
import type { Lang, Words } from './lang.js';

const methodWords: Words<Record<PaymentMethod, string>> = {
  en: {
    transfer: 'by transfer',
    'direct-debit': 'by direct debit',
    card: 'by card',
    wallet: 'by wallet',
    cash: 'in cash',
  },
  zh: { transfer: '转账', 'direct-debit': '代扣', card: '刷卡', wallet: '电子钱包', cash: '现金' },
};

export const promiseRefusalWords: Words<Record<PromiseRefusal | 'nothing-overdue', string>> = {
  en: {
    'not-an-amount': 'it is no amount of money',
    'day-in-the-past': 'its day is past',
    'above-the-debt': 'it is more than is owed',
    'too-far-ahead': 'its day is too far ahead',
    'too-small-a-part': 'it is too small a part of what is overdue',
    'too-many-at-once': 'too many amounts are promised at once',
    'renegotiated-too-often': 'it has been renegotiated too often',
    'broken-too-often': 'too many promises were broken before',
    'nothing-overdue': 'nothing is overdue any more',
  },
  zh: {
    'not-an-amount': '金额无效',
    'day-in-the-past': '日期已过',
    'above-the-debt': '超过欠款总额',
    'too-far-ahead': '日期过远',
    'too-small-a-part': '占逾期金额比例过低',
    'too-many-at-once': '一次承诺笔数过多',
    'renegotiated-too-often': '改期次数过多',
    'broken-too-often': '此前多次未履行承诺',
    'nothing-overdue': '已无逾期',
  },
};

/** Amounts with their days, and how each is to be paid when somebody said so. */
export const promisesWords = (told: readonly PromiseTold[], currency: string, lang: Lang): string =>
  told
    .map(({ amount, by, method }) => {
      const sum = amountWords(amount, currency, lang);
      const how = method === undefined ? '' : methodWords[lang][method];
      if (lang === 'zh') return `${by} 前 ${sum}${how}`;
      return how ? `${sum} by ${by} ${how}` : `${sum} by ${by}`;
    })
    .join(lang === 'zh' ? '、' : ', ');

/** What a promise was found, and what it was found before. */
export const judgedWords: Words<(state: 'kept' | 'broken', was?: 'kept' | 'broken') => string> = {
  en: (state, was) =>
    was === undefined
      ? `Promise ${state}`
      : state === 'kept'
        ? 'Promise kept after all: the money was there in time'
        : 'Promise not kept after all: the money was taken back',
  zh: (state, was) =>
    was === undefined
      ? state === 'kept'
        ? '承诺已履行'
        : '承诺未履行'
      : state === 'kept'
        ? '承诺实已按期履行'
        : '承诺款项被退回，视为未履行',
};
