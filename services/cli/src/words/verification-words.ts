import type { MismatchField, VerificationSource, VerificationWait } from '@recourse/domain/case/loan-verification';
import { amountWords } from './amount-words.js';
import type { Lang, Words } from './lang.js';

export const sourceWords: Words<Record<VerificationSource, string>> = {
  en: { servicing: 'servicing', directory: 'the directory' },
  zh: { servicing: '核心系统', directory: '客户信息库' },
};

export const mismatchWords: Words<Record<MismatchField, string>> = {
  en: {
    loan: 'the loan',
    debtors: 'who owes',
    currency: 'the currency',
    sums: 'what is overdue',
    instalments: 'the unpaid instalments',
    overdue: 'whether anything is overdue',
  },
  zh: {
    loan: '贷款',
    debtors: '债务人',
    currency: '币种',
    sums: '逾期金额',
    instalments: '未还各期',
    overdue: '是否逾期',
  },
};

/** What one side says of a field: sums as money, of the unpaid instalments too, which are told as `3 due 2025-11-28: 150000`. */
export function differing(field: MismatchField, said: string, currency: string, lang: Lang): string {
  const money = (minor: string): string => amountWords(Number(minor), currency, lang);
  if (field === 'sums' && /^\d+$/.test(said)) return money(said);
  return field === 'instalments' ? said.replace(/: (\d+)(?=,|$)/g, (_, minor: string) => `: ${money(minor)}`) : said;
}

export const waitWords: Words<Record<VerificationWait, string>> = {
  en: {
    down: 'it is down',
    'refused-us': 'it refuses us',
    nonsense: 'its answer makes no sense',
    unanswered: 'asking it came to nothing',
    'not-overdue': 'by its books nothing is overdue, so a payment is on its way',
    news: 'it has told something new',
  },
  zh: {
    down: '对方不可用',
    'refused-us': '对方拒绝了我方请求',
    nonsense: '应答无法理解',
    unanswered: '询问未果',
    'not-overdue': '对方账上已无逾期，还款在途',
    news: '有新消息',
  },
};

/** What came instead of an answer, in brackets: the status, or the field and what was expected of it. */
export const troubleWords: Words<(field: string | undefined, reason: string | undefined) => string> = {
  en: (...told) => inBrackets(told, ' (', ')'),
  zh: (...told) => inBrackets(told, '（', '）'),
};

function inBrackets(told: readonly (string | undefined)[], opening: string, closing: string): string {
  const words = told.filter((each) => each !== undefined).join(' ');
  return words === '' ? '' : `${opening}${words}${closing}`;
}
