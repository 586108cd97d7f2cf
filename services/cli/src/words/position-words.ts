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

type Said = { overdue: string; payoff: string; received: string; reversed: string; allocated: string; credit: string };

const answer: Words<(of: ExplainedPosition, money: Said) => readonly string[]> = {
  en: ({ asOf, dpd, bucket }, { overdue, payoff, received, reversed, allocated, credit }) => [
    `On ${asOf}: overdue ${overdue}, ${dpd} days past due (${bucket}); ${payoff} would pay off all that is known.`,
    `Came in: ${received}; taken back: ${reversed}; allocated: ${allocated}; credit: ${credit}.`,
  ],
  zh: ({ asOf, dpd, bucket }, { overdue, payoff, received, reversed, allocated, credit }) => [
    `${asOf}:逾期应还 ${overdue},逾期 ${dpd} 天(${bucket});已知款项全部结清需 ${payoff}。`,
    `收到 ${received};撤回 ${reversed};已冲还 ${allocated};溢缴 ${credit}。`,
  ],
};

/** What is owed, component by component. */
export function positionLines(explained: ExplainedPosition, lang: Lang): string[] {
  const { currency, debts, arrears, payoff, money } = explained;
  const words = (amount: number): string => amountWords(amount, currency, lang);
  const { received, reversed, allocated, credit } = money;
  const said = {
    overdue: words(arrears),
    payoff: words(payoff),
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
  return [...answer[lang](explained, said), ...creditors, '', ...listTable(heads[lang], rows, lang)];
}
