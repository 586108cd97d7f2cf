import type { ExplainedCreditor } from '@recourse/domain/money/explain/explain-creditors';
import type { ExplainedDebt, ExplainedPosition } from '@recourse/domain/money/explain/explain-position';
import { amountWords } from './amount-words.js';
import { debtWords } from './debt-words.js';
import type { Lang, Words } from './lang.js';
import { listTable } from './list-table.js';

const standingWords: Words<Record<ExplainedDebt['standing'], string>> = {
  en: { settled: 'settled', 'not-due': 'not due yet', due: 'due today', 'past-due': 'past due' },
  zh: { settled: '已结清', 'not-due': '未到期', due: '今日到期', 'past-due': '已逾期' },
};

const heads: Words<readonly string[]> = {
  en: ['what', 'due on', '', 'due', 'paid', 'waived', 'met unseen', 'open'],
  zh: ['项目', '到期日', '状态', '应还', '已还', '已减免', '按时还清(款项未见)', '未还'],
};

const creditorLine: Words<(of: ExplainedCreditor) => string> = {
  en: ({ to, on, notifiedOn = '', standing }) =>
    ({
      creditor: `The creditor is ${to} since ${on}; the debtor was notified on ${notifiedOn}.`,
      former: `The creditor was ${to} from ${on}; the debtor was notified on ${notifiedOn}.`,
      'not-notified': `The claim was assigned to ${to} on ${on}; to the debtor that has no effect before the notice is proved.`,
      unclear: `${to} is told as creditor since ${on}, and so is another: nobody can say who it is.`,
    })[standing],
  zh: ({ to, on, notifiedOn = '', standing }) =>
    ({
      creditor: `债权人自 ${on} 起为 ${to},于 ${notifiedOn} 通知债务人。`,
      former: `债权人自 ${on} 起曾为 ${to},于 ${notifiedOn} 通知债务人。`,
      'not-notified': `债权于 ${on} 转让予 ${to},通知到达得到证明之前对债务人不发生效力。`,
      unclear: `${to} 与他方同被告知为 ${on} 起的债权人:无从判断。`,
    })[standing],
};

type Said = { overdue: string; open: string; received: string; reversed: string; allocated: string; credit: string };

const answer: Words<(of: ExplainedPosition, money: Said) => readonly string[]> = {
  en: ({ asOf, dpd, bucket }, { overdue, open, received, reversed, allocated, credit }) => [
    `On ${asOf}: overdue ${overdue}, ${dpd} days past due (${bucket}); ${open} of what is listed below is open, less credit.`,
    `Came in: ${received}; taken back: ${reversed}; allocated: ${allocated}; credit: ${credit}.`,
  ],
  zh: ({ asOf, dpd, bucket }, { overdue, open, received, reversed, allocated, credit }) => [
    `${asOf}:逾期应还 ${overdue},逾期 ${dpd} 天(${bucket});下列款项扣除溢缴后未还 ${open}。`,
    `收到 ${received};撤回 ${reversed};已冲还 ${allocated};溢缴 ${credit}。`,
  ],
};

type Ending = Record<'payoff' | 'billed' | 'toCome' | 'late' | 'credit', string>;
const toPayOffLines: Words<{ known: (of: Ending) => readonly string[]; unknown: string }> = {
  en: {
    known: ({ payoff, billed, toCome, late, credit }) => [
      `${payoff} would pay off the loan that day:`,
      `  billed and due        ${billed}`,
      `  not billed yet        ${toCome} (by servicing's total)`,
      `  charges for lateness  ${late} (not billed yet)`,
      `  less credit           ${credit}`,
    ],
    unknown:
      'What would pay off the loan is not known: servicing has told no total, or what lateness costs cannot be reckoned.',
  },
  zh: {
    known: ({ payoff, billed, toCome, late, credit }) => [
      `当日结清金额 ${payoff}:`,
      `  已到期未还            ${billed}`,
      `  尚未到期              ${toCome}(按核心系统余额)`,
      `  未入账的逾期费用      ${late}`,
      `  减:溢缴               ${credit}`,
    ],
    unknown: '结清金额不明:核心系统未告知余额,或逾期费用无法计算。',
  },
};

/** What is owed, component by component. */
export function positionLines(explained: ExplainedPosition, lang: Lang): string[] {
  const { currency, debts, arrears, payoff, toPayOff, money } = explained;
  const words = (amount: number): string => amountWords(amount, currency, lang);
  const { received, reversed, allocated, credit } = money;
  const said = {
    overdue: words(arrears),
    open: words(payoff),
    received: words(received),
    reversed: words(reversed),
    allocated: words(allocated),
    credit: words(credit),
  };
  const rows = debts.map((debt) => [
    debtWords(debt, lang),
    debt.dueOn,
    standingWords[lang][debt.standing],
    ...[debt.due, debt.paid, debt.waived, debt.unseen, debt.open].map(words),
  ]);
  const creditors = (explained.creditors ?? []).map(creditorLine[lang]);
  const ending = toPayOff
    ? toPayOffLines[lang].known({
        payoff: words(toPayOff.payoff),
        billed: words(toPayOff.billed),
        toCome: words(toPayOff.toCome),
        late: words(toPayOff.late),
        credit: words(toPayOff.credit),
      })
    : [toPayOffLines[lang].unknown];
  return [...answer[lang](explained, said), ...ending, ...creditors, '', ...listTable(heads[lang], rows, lang)];
}
