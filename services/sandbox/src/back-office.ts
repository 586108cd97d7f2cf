import type { Agenda } from './agenda.js';
import { changesOfContract } from './change-contract.js';
import { failingDebit } from './failing-debit.js';
import { arrearsOf } from './loan-account.js';
import type { LoanBook } from './loan-book.js';
import type { Deed, LoanScript, PersonNews, Protection } from './loan-script.js';
import type { Loan } from './loan.js';
import { addDays, dayOf, type Day, type Instant } from './local-time.js';
import type { Pace } from './pace.js';
import type { ServicingOut } from './servicing-out.js';

/** What servicing learns of persons, and the loans it closes, told at noon. */
export type BackOffice = { missed(loan: Loan, at: Instant): void; placed(loan: Loan, at: Instant): void };

type Needs = { agenda: Agenda; pace: Pace; out: ServicingOut; book: LoanBook; shows(loan: Loan, deed: Deed): void };

/** Of several the script says which it is to show. */
const newsDeeds: Record<PersonNews, readonly Deed[]> = {
  'person-died': ['died'],
  'person-insolvent': ['insolvent', 'bankrupt-in-us'],
  'person-opted-out': ['opted-out'],
  vulnerability: ['vulnerable'],
  'identity-theft': ['identity-stolen'],
  'military-service': ['service-member'],
  'breathing-space': ['breathing-space'],
  dispute: [],
  'cease-request': ['wrote-dispute-and-cease'],
};
const closingDeeds = { settled: 'settled', sold: 'sold', uncollectable: 'closed-uncollectable' } as const;

/** Before anybody is contacted about the loan: its days of grace are more. */
const foundOutDays = 2;

const guaranteeCompany = 'guarantee-1';
const noticeProvedDays = 4;

/** The lender hears of an insolvency when the court writes to creditors. */
const heardAfterDays = 10;
const courtDay = ({ terms }: Loan, heardAt: Instant): Day => addDays(dayOf(heardAt, terms.zone), -heardAfterDays);

const isProtection = (news: PersonNews): news is Protection => !news.startsWith('person-');

export function openBackOffice({ agenda, pace, out, book, shows }: Needs): BackOffice {
  const known = new Set<string>();
  const contract = changesOfContract({ agenda, pace, out, book, shows });
  const debit = failingDebit({ agenda, pace, out, shows });

  const later = (loan: Loan, at: Instant, days: number, play: (due: Instant) => void): void => {
    const due = pace.bookedAfter(at, days);
    agenda.add({ at: due, rank: 'correction', subject: loan.loanId, play: () => play(due) });
  };

  function learn(loan: Loan, { what, days }: NonNullable<LoanScript['personNews']>, at: Instant): void {
    later(loan, at, days, (due) => {
      const { personId } = loan;
      for (const news of typeof what === 'string' ? [what] : what) {
        if (isProtection(news)) out.publish(loan, 'person-protected', due, { personId, reason: news });
        else if (news === 'person-insolvent') out.publish(loan, news, due, { personId, on: courtDay(loan, due) });
        else out.publish(loan, news, due, { personId });
        for (const deed of newsDeeds[news]) if (loan.script.shows.includes(deed)) shows(loan, deed);
      }
    });
  }

  /** Told again when the notice to the borrower is proved to have arrived. */
  function compensate(loan: Loan, at: Instant): void {
    later(loan, at, 0, (due) => {
      const on = dayOf(due, loan.terms.zone);
      const change = { changeId: `${loan.loanId}-compensated`, to: guaranteeCompany, on };
      out.publish(loan, 'creditor-changed', due, change);
      shows(loan, 'compensated');
      later(loan, due, noticeProvedDays, (provedAt) =>
        out.publish(loan, 'creditor-changed', provedAt, { ...change, notifiedOn: dayOf(provedAt, loan.terms.zone) }),
      );
    });
  }

  const debitPart = (loan: Loan, percent: number, at: Instant): void =>
    later(loan, at, 0, (due) => {
      const amount = Math.floor((arrearsOf(loan.account) * percent) / 100);
      if (book.receive(loan, { amount, at: due, method: 'direct-debit' })) shows(loan, 'debited-in-part');
    });

  /** That the borrower is on file under another name too. */
  const findOut = (loan: Loan, from: string, at: Instant): void =>
    later(loan, at, foundOutDays, (due) => out.publish(loan, 'person-merged', due, { from, into: loan.personId }));

  return {
    missed(loan, at) {
      if (known.has(loan.loanId)) return;
      known.add(loan.loanId);
      if (loan.knownAs !== undefined) findOut(loan, loan.knownAs, at);
      const { personNews, closes, debitFails, debitTakes, compensated, acceleratedAfterDays, restructuredAfterDays } =
        loan.script;
      if (debitFails) debit(loan, at);
      if (debitTakes !== undefined) debitPart(loan, debitTakes, at);
      if (compensated) compensate(loan, at);
      if (acceleratedAfterDays !== undefined) contract.accelerate(loan, at, acceleratedAfterDays);
      if (restructuredAfterDays !== undefined) contract.restructure(loan, at, restructuredAfterDays);
      if (personNews?.after === 'miss') learn(loan, personNews, at);
      if (closes === undefined) return;
      later(loan, at, closes.afterDays, (due) => {
        if (book.close(loan, closes.reason, due)) shows(loan, closingDeeds[closes.reason]);
      });
    },
    placed(loan, at) {
      if (loan.script.personNews?.after === 'placement') learn(loan, loan.script.personNews, at);
    },
  };
}
