import type { DpdEvent, DpdExplained } from '@recourse/domain/money/explain/explain-dpd';
import { amountWords } from './amount-words.js';
import type { Lang, Words } from './lang.js';
import { listTable } from './list-table.js';

const happened: Words<Record<DpdEvent['what'], (of: string, amount: string) => string>> = {
  en: {
    'fell-due': (of, amount) => `instalment ${of} fell due: ${amount}`,
    met: (of) => `instalment ${of} fell due and was met`,
    paid: (of, amount) => `payment ${of}: ${amount}`,
    'taken-back': (of, amount) => `payment ${of} taken back: ${amount}`,
    'charge-due': (of, amount) => `charge ${of} fell due: ${amount}`,
    waived: (of, amount) => `waiver ${of}: up to ${amount}`,
    'waiver-withdrawn': (of, amount) => `waiver ${of} withdrawn: ${amount}`,
    'money-out': (of, amount) => `money paid back, ${of}: ${amount}`,
    accelerated: (of, amount) => `acceleration ${of}: ${amount} more fell due`,
    'acceleration-undone': (of, amount) => `acceleration ${of} undone: ${amount}`,
    restructured: (of, amount) => `restructuring ${of} took over up to ${amount}`,
  },
  zh: {
    'fell-due': (of, amount) => `第 ${of} 期到期:${amount}`,
    met: (of) => `第 ${of} 期到期并已按时还款`,
    paid: (of, amount) => `还款 ${of}:${amount}`,
    'taken-back': (of, amount) => `还款 ${of} 被撤回:${amount}`,
    'charge-due': (of, amount) => `费用 ${of} 到期:${amount}`,
    waived: (of, amount) => `减免 ${of}:至多 ${amount}`,
    'waiver-withdrawn': (of, amount) => `减免 ${of} 撤销:${amount}`,
    'money-out': (of, amount) => `资金退出 ${of}:${amount}`,
    accelerated: (of, amount) => `提前到期 ${of}:新增到期 ${amount}`,
    'acceleration-undone': (of, amount) => `提前到期 ${of} 撤回:${amount}`,
    restructured: (of, amount) => `重组 ${of} 承接至多 ${amount}`,
  },
};

const heads: Words<readonly string[]> = {
  en: ['day', 'what happened', 'oldest unpaid since', 'DPD', 'bucket', 'overdue'],
  zh: ['日期', '事项', '最早未还到期日', '逾期天数', '账龄', '逾期应还'],
};

const answer: Words<(of: DpdExplained, overdue: string, credit: string) => string> = {
  en: ({ asOf, dpd, bucket, oldestUnpaidDueOn }, overdue, credit) =>
    oldestUnpaidDueOn === undefined
      ? `On ${asOf} nothing is overdue (M0); money nothing needed yet: ${credit}.`
      : `On ${asOf}: ${dpd} days past due (${bucket}), the days from ${oldestUnpaidDueOn}, the oldest due date unpaid. Overdue: ${overdue}.`,
  zh: ({ asOf, dpd, bucket, oldestUnpaidDueOn }, overdue, credit) =>
    oldestUnpaidDueOn === undefined
      ? `${asOf} 无逾期(M0);尚未使用的款项:${credit}。`
      : `${asOf} 逾期 ${dpd} 天(${bucket}),自最早未还到期日 ${oldestUnpaidDueOn} 起算。逾期应还:${overdue}。`,
};

const separator: Words<string> = { en: '; ', zh: ';' };

/** Days past due and how they came to be, day by day. */
export function dpdLines(explained: DpdExplained, lang: Lang): string[] {
  const { currency, steps, arrears, credit } = explained;
  const money = (amount: number): string => amountWords(amount, currency, lang);
  const rows = steps.map(({ on, because, oldestUnpaidDueOn = '', dpd, bucket, arrears: overdue }) => [
    on,
    because.map(({ what, of, amount }) => happened[lang][what](of, money(amount))).join(separator[lang]),
    oldestUnpaidDueOn,
    dpd,
    bucket,
    money(overdue),
  ]);
  return [answer[lang](explained, money(arrears), money(credit)), '', ...listTable(heads[lang], rows, lang)];
}
