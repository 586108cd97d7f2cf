import type { Agenda } from './agenda.js';
import type { Borrowers } from './borrower.js';
import type { Asks, LetterBox } from './letters.js';
import { arrearsOf } from './loan-account.js';
import type { LoanBook } from './loan-book.js';
import type { Deed } from './loan-script.js';
import type { Loan } from './loan.js';
import { dayOf, type Day, type Instant } from './local-time.js';
import type { Pace } from './pace.js';

/** What stands on the paper that a borrower is to sign; amounts in minor units. */
export type AgreementPaper = { id: string; hash: string; kind: string; schedule: { dueOn: Day; amount: number }[] };

/** Borrowers who ask for an arrangement, sign what they are offered, and pay by it or not. */
export type Arranging = {
  heard(loan: Loan, deed: Deed, at: Instant): void;
  /** Writes now, when anything is overdue. */
  asks(loan: Loan, asks: Asks, at: Instant): void;
  missed(loan: Loan, at: Instant): void;
  /** Signs with the next half hour. */
  offered(loan: Loan, paper: AgreementPaper, at: Instant): void;
};

type Needs = {
  agenda: Agenda;
  pace: Pace;
  book: LoanBook;
  borrowers: Pick<Borrowers, 'pay'>;
  letters: LetterBox;
  shows(loan: Loan, deed: Deed): void;
};

const closingAfterDays = 1;

export function openArranging({ agenda, pace, book, borrowers, letters, shows }: Needs): Arranging {
  const asked = new Set<string>();
  const signed = new Set<string>();
  /** By loan: until when instalments of the contract are paid as they fall due. */
  const paysOnUntil = new Map<string, Instant>();

  const later = (loan: Loan, at: Instant, play: () => void): void =>
    agenda.add({ at, rank: 'borrower', subject: loan.loanId, play });

  function ask(loan: Loan, asks: Asks, at: Instant): void {
    if (loan.closed || arrearsOf(loan.account) === 0) return;
    letters.put({ at, loan: loan.loanId, person: loan.personId, says: 'asks', asks });
    shows(loan, 'asked-for-arrangement');
  }

  function keep(loan: Loan, { kind, schedule }: AgreementPaper): void {
    const { pays = 'keeps' } = loan.script.applies ?? {};
    const kept = pays === 'keeps' ? schedule : schedule.slice(0, pays.breaksAfter);
    for (const [nth, { dueOn, amount }] of kept.entries()) {
      const at = pace.booked(dueOn);
      const whole = nth === schedule.length - 1;
      later(loan, at, () => {
        borrowers.pay(loan, { amount, at }, whole && kind !== 'settlement' ? 'paid-as-agreed' : undefined);
        if (whole && kind === 'settlement') closeAsSettled(loan, at);
      });
    }
    const firstBroken = schedule[kept.length];
    const end = pace.booked((firstBroken ?? schedule.at(-1))?.dueOn ?? '');
    // A settlement takes the contract's place.
    if (kind !== 'settlement') paysOnUntil.set(loan.loanId, end);
    if (pays === 'keeps' || firstBroken === undefined) return;
    const at = pace.bookedAfter(end, pays.paysLaterDays);
    later(loan, end, () => shows(loan, 'broke-agreement'));
    later(loan, at, () => borrowers.pay(loan, { amount: arrearsOf(loan.account), at }));
  }

  /** Servicing books as settled what the agreement leaves. */
  function closeAsSettled(loan: Loan, paidAt: Instant): void {
    const at = pace.bookedAfter(paidAt, closingAfterDays);
    const play = (): void => {
      if (book.close(loan, 'settled', at)) shows(loan, 'settled');
    };
    agenda.add({ at, rank: 'correction', subject: loan.loanId, play });
  }

  return {
    heard(loan, deed, at) {
      const { applies } = loan.script;
      if (applies?.after.shown !== deed || asked.has(loan.loanId)) return;
      asked.add(loan.loanId);
      const due = pace.bookedAfter(at, applies.after.days);
      later(loan, due, () => ask(loan, applies.asks, due));
    },
    asks: ask,
    missed(loan, at) {
      const until = paysOnUntil.get(loan.loanId);
      const amount = loan.account.missed.at(-1)?.amount ?? 0;
      if (until === undefined || at >= until) return;
      const due = pace.bookedAfter(at, 0);
      later(loan, due, () => borrowers.pay(loan, { amount, at: due }));
    },
    offered(loan, paper, at) {
      if (signed.has(paper.id)) return;
      signed.add(paper.id);
      const due = pace.soon(at);
      later(loan, due, () => {
        if (loan.closed) return;
        const { id: agreement, hash } = paper;
        const on = dayOf(due, loan.terms.zone);
        letters.put({ at: due, loan: loan.loanId, person: loan.personId, says: 'signed', agreement, hash, on });
        shows(loan, 'signed-agreement');
        keep(loan, paper);
      });
    },
  };
}
