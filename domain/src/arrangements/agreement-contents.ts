import { canonicalJson } from '../audit/canonical-json.js';
import { sha256Hex } from '../audit/sha256-hex.js';
import type { Day } from '../calendar/day.js';
import { sumOf } from '../money/components.js';
import type { Components, Minor } from '../money/money.js';
import { scheduleOf, type ScheduledInstalment } from './arrangement-schedule.js';
import type { ArrangementTerms } from './arrangement.js';

/** What every agreement says beside its figures, and those of a card (closed). */
export const agreementClauses = [
  'no-new-cards',
  'collection-rests',
  'charges-rest',
  'charges-run-on',
  'paid-early',
  'right-to-statement',
  'right-to-complain',
  'pay-on-time',
  'default',
  'cure',
  'discount-only-if-kept',
  'contract-goes-on',
  'charges-until-signed',
  'recorded',
] as const;
export type AgreementClause = (typeof agreementClauses)[number];

/**
 * All that the record of an agreement must hold (商业银行信用卡业务监督管理办法 art. 70, CN-PLAN-2): balance, its structure and currency; cycle,
 * method, dates and amount per period; whether fees and interest accrue; no new cards until settled; rights, duties and default liability.
 * Names stand on the paper, not here.
 */
export type AgreementContents = {
  v: 1;
  loanId: string;
  debtors: string[];
  product: string;
  kind: ArrangementTerms['kind'];
  over: ArrangementTerms['over'];
  proposedOn: Day;
  offerUntil: Day;
  currency: string;
  balance: Minor;
  structure: Components;
  /** What of it lateness had cost up to and without `proposedOn`, and nobody had billed. Absent: nothing. */
  unbilled?: Components;
  givenUp: Components;
  toPay: Minor;
  cycle: 'monthly' | 'once';
  method: 'equal-instalments' | 'equal-instalments-after-first' | 'single-payment';
  schedule: ScheduledInstalment[];
  accrues: boolean;
  graceDays: number;
  cureDays: number;
  clauses: AgreementClause[];
};

export type AgreementParties = { loanId: string; debtors: string[]; product: string; proposedOn: Day; offerUntil: Day };

const cards = ['credit-card', 'card-instalment'];

const clausesOf = ({ over, accrues, cureDays, discount, late }: ArrangementTerms, product: string): AgreementClause[] =>
  agreementClauses.filter((clause) => {
    switch (clause) {
      case 'no-new-cards':
        return cards.includes(product);
      case 'charges-rest':
        return !accrues;
      case 'charges-run-on':
        return accrues;
      case 'cure':
        return cureDays > 0;
      case 'discount-only-if-kept':
        return sumOf(discount) > 0;
      case 'contract-goes-on':
        return over === 'arrears';
      case 'charges-until-signed':
        return late !== undefined;
      case 'collection-rests':
      case 'paid-early':
      case 'right-to-statement':
      case 'right-to-complain':
      case 'pay-on-time':
      case 'default':
      case 'recorded':
        return true;
      default:
        return clause satisfies never;
    }
  });

export const agreementContents = (terms: ArrangementTerms, parties: AgreementParties): AgreementContents => {
  const { kind, over, currency, owed, late, discount, layout, accrues, graceDays, cureDays } = terms;
  const balance = sumOf(owed);
  const alike = layout.instalments < 3 || layout.first === layout.each;
  return {
    v: 1,
    ...parties,
    kind,
    over,
    currency,
    balance,
    structure: owed,
    ...(late && { unbilled: late }),
    givenUp: discount,
    toPay: balance - sumOf(discount),
    cycle: layout.instalments === 1 ? 'once' : 'monthly',
    method: layout.instalments === 1 ? 'single-payment' : alike ? 'equal-instalments' : 'equal-instalments-after-first',
    schedule: scheduleOf(terms),
    accrues,
    graceDays,
    cureDays,
    clauses: clausesOf(terms, parties.product),
  };
};

/** SHA-256 of what it says, 64 hex digits: who accepts names it, so that nothing else is accepted. */
export const agreementHash = (contents: AgreementContents): string => sha256Hex(canonicalJson(contents));
