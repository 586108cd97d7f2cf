import type { CreditDispute } from '@recourse/domain/credit-reporting/credit-dispute';
import type { Snapshot } from '../commands/credit-snapshot.js';
import type { Receipt } from '../commands/credit-receipt.js';
import { amountWords } from './amount-words.js';
import { creditKindWords, disputeReasonWords, furnishRefusalWords } from './credit-words.js';
import type { Lang, Words } from './lang.js';

const entries = <K extends string, V>(record: Partial<Record<K, V>>): [K, V][] => Object.entries(record) as [K, V][];

export const furnishingWords: Words<(loans: number) => string> = {
  en: (loans) => `${loans} loans judged`,
  zh: (loans) => `已核对 ${loans} 笔贷款`,
};

/** What a snapshot came to, and why loans were left out. */
export const snapshotLines = (file: string, { furnished, totals, sha256 }: Snapshot, lang: Lang): string[] => {
  const kinds = entries(totals.kinds).filter(([, count]) => count > 0);
  const parts = kinds.map(([kind, count]) => `${creditKindWords[lang][kind]} ${count}`).join(', ');
  const sums = Object.entries(totals.overdue)
    .map(([currency, sum]) => amountWords(sum, currency, lang))
    .join(', ');
  const withheld = entries(furnished.withheld);
  return lang === 'en'
    ? [
        `${file}: ${totals.rows} rows${parts === '' ? '' : ` (${parts})`}, ${totals.adverse} adverse${sums === '' ? '' : `, ${sums} overdue`}`,
        `hash ${sha256}`,
        ...withheld.map(
          ([because, count]) => `not told: ${count} loans, ${furnishRefusalWords.en[because]} [${because}]`,
        ),
      ]
    : [
        `${file}：${totals.rows} 条${parts === '' ? '' : `（${parts}）`}，其中不良 ${totals.adverse} 条${sums === '' ? '' : `，逾期金额 ${sums}`}`,
        `校验值 ${sha256}`,
        ...withheld.map(([because, count]) => `未报送 ${count} 笔：${furnishRefusalWords.zh[because]} [${because}]`),
      ];
};

export const receiptLineWords: Words<(receipt: Receipt) => string> = {
  en: ({ taken, rejected, known }) =>
    `${taken} rows taken, ${rejected} rejected (sent again with the next file), ${known} known before`,
  zh: ({ taken, rejected, known }) => `受理 ${taken} 条，退回 ${rejected} 条（下次重报），此前已知 ${known} 条`,
};

/** One line of a dispute; `isLate`: it is past its day. */
export const disputeLine = (
  { id, loanId, raised, dueOn, answer }: CreditDispute,
  isLate: boolean,
  lang: Lang,
): (string | number)[] => {
  const says = disputeReasonWords[lang][raised];
  if (answer) {
    const upheld = lang === 'en' ? (answer.upheld ? 'upheld' : 'not upheld') : answer.upheld ? '成立' : '不成立';
    const late = lang === 'en' ? ', late' : '，逾期答复';
    return [
      id,
      loanId,
      says,
      dueOn,
      `${upheld} ${answer.on}${answer.wrong.length > 0 ? ` (${answer.wrong.join(', ')})` : ''}${answer.late ? late : ''}`,
    ];
  }
  const waiting = lang === 'en' ? ['open', 'OVERDUE'] : ['待答复', '已逾期'];
  return [id, loanId, says, dueOn, waiting[isLate ? 1 : 0] ?? ''];
};

export const disputeHeads: Words<string[]> = {
  en: ['dispute', 'loan', 'of', 'answer by', 'state'],
  zh: ['异议', '贷款', '事由', '答复期限', '状态'],
};

/** Why a list of those that are late ends with 1. */
export const lateDisputesWords: Words<(count: number) => string> = {
  en: (count) =>
    `${count} ${count === 1 ? 'dispute' : 'disputes'} of the credit record not answered by the day of the law`,
  zh: (count) => `${count} 件征信异议逾期未答复`,
};

export const disputeDoneWords: Words<(dispute: CreditDispute) => string> = {
  en: ({ id, dueOn, answer }) =>
    answer
      ? `dispute ${id} answered: ${answer.upheld ? `upheld, ${answer.wrong.join(', ')} taken back with the next file` : 'not upheld'}${answer.late ? '; late' : ''}`
      : `dispute ${id} taken; furnishing of the loan is held but for its mark; answer in writing by ${dueOn}`,
  zh: ({ id, dueOn, answer }) =>
    answer
      ? `异议 ${id} 已答复：${answer.upheld ? `成立，${answer.wrong.join('、')} 将于下次报送更正` : '不成立'}${answer.late ? '；逾期' : ''}`
      : `已受理异议 ${id}；该贷款仅报送异议标注；请于 ${dueOn} 前书面答复`,
};
