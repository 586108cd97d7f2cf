import type { ExplainedAllocation, ExplainedPayment } from '@recourse/domain/money/explain/explain-allocation';
import { amountWords } from './amount-words.js';
import { debtWords } from './debt-words.js';
import type { Lang, Words } from './lang.js';
import { listTable } from './list-table.js';

const creditWords: Words<string> = { en: 'credit', zh: '溢缴款' };
const goneWords: Words<(on: string) => string> = { en: (on) => `taken back on ${on}`, zh: (on) => `${on} 被撤回` };

const heads: Words<readonly string[]> = {
  en: ['payment', 'value date', 'DPD', 'went to', 'amount'],
  zh: ['还款', '入账日', '逾期天数', '冲还', '金额'],
};
const movedHeads: Words<readonly string[]> = {
  en: ['payment', 'to', 'before', 'after'],
  zh: ['还款', '冲还', '撤回前', '撤回后'],
};
const openHeads: Words<readonly string[]> = {
  en: ['open of', 'before', 'after'],
  zh: ['未还项目', '撤回前', '撤回后'],
};

const answer: Words<(asOf: string) => string> = {
  en: (asOf) => `Where the money that came in up to ${asOf} went:`,
  zh: (asOf) => `截至 ${asOf} 收到款项的冲还情况:`,
};
const reversalWords: Words<(paymentId: string, on: string) => string> = {
  en: (paymentId, on) => `Payment ${paymentId} was taken back on ${on}; by it moved:`,
  zh: (paymentId, on) => `还款 ${paymentId} 于 ${on} 被撤回,由此变动:`,
};

const placesOf = ({ parts, credit, reversedOn, order }: ExplainedPayment, lang: Lang): [string, number][] => [
  ...parts.map((part): [string, number] => [debtWords(part, lang), part.amount]),
  ...(credit > 0 ? [[creditWords[lang], credit] as [string, number]] : []),
  ...(order === undefined ? [[goneWords[lang](reversedOn ?? ''), 0] as [string, number]] : []),
];

/** Where each payment went, and what each reversal moved. */
export function allocationLines({ asOf, currency, payments, reversals }: ExplainedAllocation, lang: Lang): string[] {
  const words = (amount: number): string => amountWords(amount, currency, lang);
  const rows = payments.flatMap((payment) =>
    placesOf(payment, lang).map(([place, amount]) => [
      payment.paymentId,
      payment.valueDate,
      payment.dpd ?? '',
      place,
      words(amount),
    ]),
  );
  return [
    answer[lang](asOf),
    '',
    ...listTable(heads[lang], rows, lang),
    ...reversals.flatMap(({ paymentId, on, payments: moved, open }) => [
      '',
      reversalWords[lang](paymentId, on),
      '',
      ...listTable(
        movedHeads[lang],
        moved.map((each) => [
          each.paymentId,
          each.to === 'credit' ? creditWords[lang] : debtWords(each, lang),
          words(each.before),
          words(each.after),
        ]),
        lang,
      ),
      '',
      ...listTable(
        openHeads[lang],
        open.map((each) => [debtWords(each, lang), words(each.before), words(each.after)]),
        lang,
      ),
    ]),
  ];
}
