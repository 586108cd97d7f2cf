import type { AuthorityProof, ProofRefusal } from '@recourse/domain/case/authority-proof';
import type { DocumentText } from './agreement-words.js';
import { amountWords } from './amount-words.js';
import { componentWords } from './component-words.js';
import type { Lang, Words } from './lang.js';

/** Names as policies have them: of the creditor, of whoever writes for it, and how to pay. */
export type ProofNames = { creditor: string; sender: string; howToPay: string };

type Role = AuthorityProof['debtors'][number]['role'];

const said: Words<{
  title: string;
  number: string;
  asOf: string;
  claim: string;
  loan: string;
  product: string;
  contract: string;
  debtor: Record<Role, string>;
  creditor: string;
  assigned: (since: string, notifiedOn: string) => string;
  collector: string;
  lender: (sender: string) => string;
  partner: Record<'agency' | 'law-firm', (id: string, since: string, placement: string) => string>;
  nobodyElse: (byPartner: boolean) => string;
  account: string;
  overdueSince: (day: string, dpd: number) => string;
  notOverdue: string;
  heads: string[];
  arrears: string;
  late: string;
  credit: string;
  owed: string;
  rights: string;
  rightsSaid: string[];
  pay: string;
  signed: string;
  signature: string;
}> = {
  en: {
    title: 'Proof of authority to collect',
    number: 'Number',
    asOf: 'As of the end of',
    claim: 'The claim',
    loan: 'Loan',
    product: 'Product',
    contract: 'Contract of',
    debtor: { borrower: 'Borrower', 'co-borrower': 'Co-borrower', guarantor: 'Guarantor' },
    creditor: 'Creditor',
    assigned: (since, notifiedOn) => `The claim is theirs since ${since}; the debtor was notified on ${notifiedOn}.`,
    collector: 'Who collects',
    lender: (sender) => `${sender}, for the creditor named above. No agency or law firm has this loan.`,
    partner: {
      agency: (id, since, placement) =>
        `Collection agency ${id}, for the creditor named above, since ${since} (placement ${placement}).`,
      'law-firm': (id, since, placement) =>
        `Law firm ${id}, for the creditor named above, since ${since} (mandate ${placement}).`,
    },
    nobodyElse: (byPartner) =>
      byPartner
        ? 'On that day nobody may collect this claim but they and the creditor itself.'
        : 'On that day nobody else may collect this claim.',
    account: 'What is owed',
    overdueSince: (day, dpd) => `Overdue since ${day}, ${dpd} days past due.`,
    notOverdue: 'Nothing is overdue.',
    heads: ['No.', 'Due on', 'What', 'Open'],
    arrears: 'Overdue in all',
    late: 'Charged for lateness up to that day, not billed yet',
    credit: 'Money that lies as credit',
    owed: 'To be paid now',
    rights: 'Your rights',
    rightsSaid: [
      'You may dispute the claim or a part of it, and ask for the contract and a full statement, free of charge.',
      'You may complain to the creditor, and to the supervisory authority, at any time.',
    ],
    pay: 'How to pay',
    signed: 'Signed',
    signature: 'For the creditor (name, seal): ______________________  Date: ______________',
  },
  zh: {
    title: '催收权限证明',
    number: '编号',
    asOf: '截至日期',
    claim: '债权',
    loan: '贷款编号',
    product: '产品',
    contract: '合同签订日期',
    debtor: { borrower: '借款人', 'co-borrower': '共同借款人', guarantor: '保证人' },
    creditor: '债权人',
    assigned: (since, notifiedOn) => `债权自 ${since} 起归其所有，已于 ${notifiedOn} 通知债务人。`,
    collector: '催收主体',
    lender: (sender) => `${sender}，代表上列债权人催收。本笔贷款未委托催收机构或律师事务所。`,
    partner: {
      agency: (id, since, placement) => `催收机构 ${id}，自 ${since} 起受上列债权人委托催收（委托编号 ${placement}）。`,
      'law-firm': (id, since, placement) =>
        `律师事务所 ${id}，自 ${since} 起受上列债权人委托办理（委托编号 ${placement}）。`,
    },
    nobodyElse: (byPartner) =>
      byPartner ? '截至该日，除其与债权人外，任何人无权催收本笔债权。' : '截至该日，其他任何人无权催收本笔债权。',
    account: '欠款情况',
    overdueSince: (day, dpd) => `自 ${day} 起逾期，已逾期 ${dpd} 天。`,
    notOverdue: '无逾期款项。',
    heads: ['期数', '到期日', '项目', '未还金额'],
    arrears: '逾期应还合计',
    late: '截至该日尚未出账的逾期费用',
    credit: '溢缴款',
    owed: '现应偿还',
    rights: '您的权利',
    rightsSaid: [
      '您可对全部或部分债权提出异议，并可免费索取合同及完整的还款明细。',
      '您可随时向债权人及金融监管部门投诉。',
    ],
    pay: '还款方式',
    signed: '签署',
    signature: '债权人（名称、盖章）：______________________　日期：______________',
  },
};

/** By the case and the day, so that one that was handed out is found again; ids only. */
export const proofNumber = ({ caseId, asOf }: Pick<AuthorityProof, 'caseId' | 'asOf'>): string => `${caseId}/${asOf}`;

/** The proof as it is handed out. Names of debtors are written in by hand: they are not kept here. */
export function proofText(proof: AuthorityProof, names: ProofNames, lang: Lang): DocumentText {
  const s = said[lang];
  const colon = lang === 'zh' ? '：' : ': ';
  const money = (amount: number): string => amountWords(amount, proof.currency, lang);
  const { collector, creditor, contractOn, overdueSince, late } = proof;
  return {
    title: s.title,
    sections: [
      {
        title: s.claim,
        lines: [
          `${s.number}${colon}${proofNumber(proof)}`,
          `${s.asOf}${colon}${proof.asOf}`,
          `${s.loan}${colon}${proof.loanId}`,
          `${s.product}${colon}${proof.product}`,
          ...(contractOn === undefined ? [] : [`${s.contract}${colon}${contractOn}`]),
          ...proof.debtors.map(({ personId, role }) => `${s.debtor[role]}${colon}${personId}`),
          `${s.creditor}${colon}${names.creditor}`,
          ...(creditor ? [s.assigned(creditor.since, creditor.notifiedOn)] : []),
        ],
      },
      {
        title: s.collector,
        lines: [
          collector.by === 'lender'
            ? s.lender(names.sender)
            : s.partner[collector.by](collector.partnerId, collector.since, collector.placementId),
          s.nobodyElse(collector.by !== 'lender'),
        ],
      },
      {
        title: s.account,
        lines: [
          overdueSince === undefined ? s.notOverdue : s.overdueSince(overdueSince, proof.dpd),
          `${s.arrears}${colon}${money(proof.arrears)}`,
          ...(late === undefined ? [] : [`${s.late}${colon}${money(late)}`]),
          ...(proof.credit > 0 ? [`${s.credit}${colon}${money(proof.credit)}`] : []),
          `${s.owed}${colon}${money(proof.owed)}`,
        ],
        heads: s.heads,
        rows: proof.open.map(({ instalment, dueOn, component, amount }) => [
          String(instalment),
          dueOn,
          componentWords[lang][component],
          money(amount),
        ]),
      },
      { title: s.rights, lines: s.rightsSaid },
      { title: s.pay, lines: [names.howToPay] },
      { title: s.signed, lines: [s.signature] },
    ],
  };
}

/** Why none is printed. */
export const proofRefusalWords: Words<Record<ProofRefusal | 'creditor-not-on-file', string>> = {
  en: {
    'case-closed': 'the newest case of this loan is closed: nobody collects',
    'creditor-unknown': 'two creditors are told of for one day: whose claim it is nobody says',
    'event-unresolved': 'an event that names this loan is set aside and not resolved: what is owed may be otherwise',
    'creditor-not-on-file': 'the creditor is not named in policies/templates/creditors.yaml',
  },
  zh: {
    'case-closed': '该贷款最近一期案件已结案，无人催收',
    'creditor-unknown': '同日登记了两个债权人，无法确定债权归属',
    'event-unresolved': '涉及该贷款的事件尚未处理，欠款金额可能有误',
    'creditor-not-on-file': 'policies/templates/creditors.yaml 中没有该债权人的名称',
  },
};
