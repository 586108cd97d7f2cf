import type { AuditedCase, AuditedLoan, Evidence } from '../evidence.js';
import { asRead } from '../as-read.js';
import { finding, type Finding, type Violation } from '../finding.js';
import type { News } from '../news.js';
import { newsOfLoans, type ToldOfLoan } from '../news-of-loans.js';
import { reckon } from '../reckon.js';

/** Money that came in, less what was taken back, is what loan and case reckon with: each loan's events laid out anew. */
export const moneyAgainstPositions = (evidence: Evidence): Finding => {
  const told = newsOfLoans(evidence);
  const ofLoans = evidence.loans.flatMap((loan) => faultsOfLoan(loan, told.get(loan.loanId)));
  const ofCases = evidence.cases.flatMap((kase) => faultsOfCase(kase, told.get(kase.loanId)));
  return finding('money-against-positions', [...ofLoans, ...ofCases]);
};

const faultsOfLoan = ({ loanId, position }: AuditedLoan, told: ToldOfLoan[] | undefined): Violation[] => {
  if (!told) return [];
  const news = told.flatMap((each) => each.news);
  const byEvents = reckon(news);
  const byLoan = reckon(position, news);
  const currencies = [...new Set([...byEvents.paid.keys(), ...byLoan.paid.keys()])];
  const paid = currencies.flatMap((currency) => {
    const [came, counted] = [byEvents.paid.get(currency) ?? 0, byLoan.paid.get(currency) ?? 0];
    return came === counted
      ? []
      : [
          {
            subject: `loan ${loanId} paid ${currency}`,
            words: `loan ${loanId}: ${currency} ${came} came in and stayed, its position counts ${counted} (minor units)`,
          },
        ];
  });
  if (paid.length > 0 || byEvents.arrears === undefined || byEvents.arrears === byLoan.arrears) return paid;
  return [
    {
      subject: `loan ${loanId} owes`,
      words: `loan ${loanId} owes ${byEvents.arrears} by its events and ${byLoan.arrears} by its position (minor units)`,
    },
  ];
};

/** A case may not have read the newest; what it has read it must have read rightly. */
const faultsOfCase = ({ caseId, noted }: AuditedCase, told: ToldOfLoan[] | undefined): Violation[] => {
  if (!told || !noted) return [];
  const { positionVersion, arrears } = noted;
  const read: News[] = told.flatMap((each) => (each.positionVersion <= positionVersion ? each.news : []));
  const owes = reckon(asRead(read, positionVersion)).arrears;
  return owes === undefined || owes === arrears
    ? []
    : [
        {
          subject: `${caseId} notes`,
          words: `${caseId} notes arrears of ${arrears} at position ${positionVersion}, its events come to ${owes} (minor units)`,
        },
      ];
};
