import type { AuditedCreditRow } from '../credit-evidence.js';
import { lateOn } from '../credit-money.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding, type Violation } from '../finding.js';
import { groupBy } from '../group-by.js';
import { newsOfLoans } from '../news-of-loans.js';

const figures = ({ standing, dpd, overdue }: AuditedCreditRow): string => `${standing}, ${dpd} days, ${overdue}`;
const toldFromMoney = new Set(['current', 'past-due']);

/**
 * What the credit bureau was told is what the events taken by then come to when laid out anew; that a loan is over rests on servicing's word, that a
 * month was wrong on that or on a dispute that was upheld; and a month is told otherwise than before only when it is otherwise.
 */
export const furnishedOffEvents = (evidence: Evidence): Finding => {
  const told = newsOfLoans(evidence);
  const loans = new Map(evidence.loans.map((loan) => [loan.loanId, loan]));
  const closed = evidence.accepted.filter(({ type }) => type === 'loan-closed');
  const violations: Violation[] = [];
  for (const [loanId, rows] of groupBy(evidence.creditRows, (row) => row.loanId)) {
    const before = new Map<string, AuditedCreditRow>();
    for (const row of rows.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.month < b.month ? -1 : 1))) {
      const off = (words: string): void =>
        void violations.push({ subject: `row ${row.row}`, words: `${row.row} tells ${figures(row)}: ${words}` });
      const last = before.get(row.month);
      if (row.kind !== 'mark') before.set(row.month, row);
      if (row.kind === 'mark' || row.kind === 'resend') {
        if (last && figures(last) !== figures(row)) off(`told before as ${figures(last)}`);
        if (!last) off('that month was never told');
      }
      if (row.kind === 'correction' && last && figures(last) === figures(row)) off('nothing was wrong');
      if (row.kind === 'mark') continue;
      const wrong = evidence.creditDisputes.some(
        (each) => each.loanId === loanId && each.wrong.includes(row.month) && (each.answeredAt ?? '~') <= row.at,
      );
      const isClosed = closed.some((event) => event.loanId === loanId && event.order <= row.order);
      if (!toldFromMoney.has(row.standing)) {
        if (!isClosed && !(wrong && row.standing === 'in-error')) off('servicing has not said so');
        continue;
      }
      const news = told.get(loanId)?.flatMap((event) => (event.order <= row.order ? event.news : []));
      const loan = loans.get(loanId);
      const then = news && loan && lateOn(news, loan, row.asOf);
      if (!then) continue;
      const overdue = then.late ? then.overdue : 0;
      const dpd = then.late ? then.dpd : 0;
      const so = `${then.late ? 'past-due' : 'current'}, ${dpd} days, ${overdue}`;
      if (so !== figures(row)) off(`its events come to ${so} (minor units)`);
    }
  }
  return finding('furnished-off-events', violations);
};
