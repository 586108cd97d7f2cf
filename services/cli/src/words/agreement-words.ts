import type { AgreementClause, AgreementContents } from '@recourse/domain/arrangements/agreement-contents';
import { contractOrder, sumOf } from '@recourse/domain/money/components';
import { amountWords } from './amount-words.js';
import { arrangementKindWords } from './arrangement-words.js';
import { componentWords } from './component-words.js';
import type { Lang, Words } from './lang.js';

/** What a document is made of; `rows` of a table under `heads`. */
export type DocumentSection = { title: string; lines: string[]; heads?: string[]; rows?: string[][] };
export type DocumentText = { title: string; sections: DocumentSection[] };

type Told = Pick<AgreementContents, 'graceDays' | 'cureDays'>;

const clauses: Words<Record<AgreementClause, (told: Told) => string>> = {
  en: {
    'no-new-cards': () => 'Until all is paid the debtor applies for no new credit card.',
    'collection-rests': () =>
      'From the signature on, and as long as this agreement is kept, the lender does not collect.',
    'charges-rest': () => 'While it is kept neither interest nor charges for lateness accrue on what is arranged.',
    'charges-run-on': () =>
      'Interest and charges for lateness go on by the contract while it is kept; what they come to is not in this schedule.',
    'paid-early': () => 'The debtor may pay earlier or more at any time, at no cost.',
    'right-to-statement': () =>
      'The debtor may ask at any time for a statement of what came and what is left, free of charge.',
    'right-to-complain': () => 'The debtor may complain to the lender, and to the supervisory authority, at any time.',
    'pay-on-time': ({ graceDays }) =>
      `Each amount is paid by its day. Money that comes by value date within ${graceDays} days after it is in time.`,
    default: () =>
      'If an amount is not paid in time the agreement is broken: what is open is due by the contract again, collection goes on, and the liability for lateness is that of the contract.',
    cure: ({ cureDays }) =>
      `Whoever pays what was missed within ${cureDays} days after that mends it, and the agreement stands.`,
    'discount-only-if-kept': () =>
      'What is given up is given up when all the rest has been paid as agreed; if the agreement is broken, nothing is given up.',
    'contract-goes-on': () => 'Instalments that fall due by the contract meanwhile are paid beside this schedule.',
    'charges-until-signed': () =>
      'Charges for lateness are in the balance up to and without the day this was drawn up. What they come to from then until the signature is not in this schedule and stays owed by the contract.',
    recorded: () => 'This agreement, and recordings of how it was made, are kept at least until all is paid.',
  },
  zh: {
    'no-new-cards': () => '债务人承诺在全部款项结清之前不再申领信用卡。',
    'collection-rests': () => '自签署之日起，本协议履行期间，债权人停止催收。',
    'charges-rest': () => '履行期间，协议所涉款项不再计收利息及逾期费用。',
    'charges-run-on': () => '履行期间，利息及逾期费用按原合同继续计收，不含在本还款计划内。',
    'paid-early': () => '债务人可随时提前或多还款，不收取费用。',
    'right-to-statement': () => '债务人可随时免费索取已还、未还款项明细。',
    'right-to-complain': () => '债务人可随时向债权人及金融监管部门投诉。',
    'pay-on-time': ({ graceDays }) =>
      `各期款项应于到期日前足额归还；到期后 ${graceDays} 日内（以起息日计）到账的，视为按期。`,
    default: () => '任何一期未按期归还的，构成违约：未还款项恢复按原合同到期，债权人恢复催收，违约责任按原合同执行。',
    cure: ({ cureDays }) => `其后 ${cureDays} 日内补足的，视为补正，本协议继续有效。`,
    'discount-only-if-kept': () => '其余款项按约全部归还后，减免方为生效；违约的，不予减免。',
    'contract-goes-on': () => '期间按原合同到期的各期款项，应在本还款计划之外照常归还。',
    'charges-until-signed': () =>
      '欠款余额所含逾期费用计至拟定日前一日；自拟定日至签署日的逾期费用不含在本还款计划内，仍按原合同承担。',
    recorded: () => '本协议及其订立过程的录音录像，至少保存至全部款项结清之日。',
  },
};

const said: Words<{
  parties: string;
  loan: string;
  debtors: string;
  product: string;
  proposed: string;
  offered: string;
  owed: string;
  balance: string;
  unbilled: string;
  currency: string;
  given: string;
  toPay: string;
  schedule: string;
  cycle: Record<AgreementContents['cycle'], string>;
  method: Record<AgreementContents['method'], string>;
  accrues: (yes: boolean) => string;
  heads: string[];
  terms: string;
  signed: string;
  lender: string;
  debtor: string;
  hash: string;
}> = {
  en: {
    parties: 'What it is about',
    loan: 'Loan',
    debtors: 'Debtors',
    product: 'Product',
    proposed: 'Drawn up on',
    offered: 'Open for signature until',
    owed: 'What is owed',
    balance: 'Balance',
    unbilled: 'Of it charges for lateness not billed yet',
    currency: 'Currency',
    given: 'Given up',
    toPay: 'To be paid',
    schedule: 'Schedule of payments',
    cycle: { monthly: 'monthly', once: 'once' },
    method: {
      'equal-instalments': 'equal instalments',
      'equal-instalments-after-first': 'a first payment, then equal instalments',
      'single-payment': 'one payment',
    },
    accrues: (yes) => (yes ? 'Interest and fees accrue meanwhile: yes' : 'Interest and fees accrue meanwhile: no'),
    heads: ['No.', 'Due on', 'Amount', 'Left after it'],
    terms: 'Rights, duties and default',
    signed: 'Signatures',
    lender: 'For the lender: ______________________  Date: ______________',
    debtor: 'Debtor: ______________________  Date: ______________',
    hash: 'Contents (SHA-256)',
  },
  zh: {
    parties: '协议事项',
    loan: '贷款编号',
    debtors: '债务人',
    product: '产品',
    proposed: '拟定日期',
    offered: '签署截止日期',
    owed: '欠款情况',
    balance: '欠款余额',
    unbilled: '其中尚未入账的逾期费用',
    currency: '币种',
    given: '减免',
    toPay: '应还总额',
    schedule: '还款计划',
    cycle: { monthly: '按月', once: '一次' },
    method: {
      'equal-instalments': '等额分期',
      'equal-instalments-after-first': '首付后等额分期',
      'single-payment': '一次付清',
    },
    accrues: (yes) => (yes ? '期间是否计收利息及费用：是' : '期间是否计收利息及费用：否'),
    heads: ['期数', '还款日', '应还金额', '剩余金额'],
    terms: '双方权利义务与违约责任',
    signed: '签署',
    lender: '债权人：______________________　日期：______________',
    debtor: '债务人：______________________　日期：______________',
    hash: '内容摘要（SHA-256）',
  },
};

/** The agreement as it is signed, with all that its record must hold (CN-PLAN-2). Names are written in by hand: they are not kept here. */
export function agreementText(contents: AgreementContents, hash: string, lang: Lang): DocumentText {
  const { currency, structure, unbilled, givenUp, schedule, accrues } = contents;
  const s = said[lang];
  const colon = lang === 'zh' ? '：' : ': ';
  const money = (amount: number): string => amountWords(amount, currency, lang);
  const parts = (components: AgreementContents['structure']): string[] =>
    contractOrder.flatMap((each) => {
      const amount = components[each] ?? 0;
      return amount === 0 ? [] : [`${componentWords[lang][each]} ${money(amount)}`];
    });
  const structured = (label: string, components: AgreementContents['structure']): string =>
    `${label}${colon}${money(sumOf(components))}${lang === 'zh' ? `（${parts(components).join('，')}）` : ` (${parts(components).join(', ')})`}`;
  return {
    title:
      lang === 'zh' ? arrangementKindWords.zh[contents.kind] : `Agreement: ${arrangementKindWords.en[contents.kind]}`,
    sections: [
      {
        title: s.parties,
        lines: [
          `${s.loan}${colon}${contents.loanId}`,
          `${s.debtors}${colon}${contents.debtors.join(', ')}`,
          `${s.product}${colon}${contents.product}`,
          `${s.proposed}${colon}${contents.proposedOn}`,
          `${s.offered}${colon}${contents.offerUntil}`,
        ],
      },
      {
        title: s.owed,
        lines: [
          structured(s.balance, structure),
          ...(unbilled ? [structured(s.unbilled, unbilled)] : []),
          `${s.currency}${colon}${currency}`,
          ...(sumOf(givenUp) > 0 ? [structured(s.given, givenUp)] : []),
          `${s.toPay}${colon}${money(contents.toPay)}`,
        ],
      },
      {
        title: s.schedule,
        lines: [
          [s.cycle[contents.cycle], s.method[contents.method]].join(lang === 'zh' ? '，' : ', '),
          s.accrues(accrues),
        ],
        heads: s.heads,
        rows: schedule.map(({ number, dueOn, amount, left }) => [String(number), dueOn, money(amount), money(left)]),
      },
      {
        title: s.terms,
        lines: contents.clauses.map((clause, nth) => `${nth + 1}. ${clauses[lang][clause](contents)}`),
      },
      { title: s.signed, lines: [s.lender, ...contents.debtors.map(() => s.debtor), `${s.hash}${colon}${hash}`] },
    ],
  };
}
