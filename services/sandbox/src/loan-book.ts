import type { Agenda } from './agenda.js';
import { arrearsOf } from './loan-account.js';
import type { Loan } from './loan.js';
import { addDays, dayOf, instantOf, type Instant } from './local-time.js';
import type { Pace } from './pace.js';
import type { ScheduledInstalment } from './repayment-schedule.js';
import type { ServicingOut } from './servicing-out.js';

const publishingTime = '08:00';
const backOfficeDays = { wrongSumsCorrected: 1, poisonCorrected: 6 } as const;

export type Paid = { paymentId: string; amount: number; at: Instant; backDatedDays?: number; toldLaterDays?: number };

/** The servicing system: knows what is owed and tells of it. */
export type LoanBook = {
  add(loan: Loan): void;
  loan(loanId: string): Loan | undefined;
  loansOf(personId: string): Loan[];
  /** Books money. Nothing happens when nothing was sent. Returns the payment, or undefined for an amount of zero. */
  receive(loan: Loan, paid: Omit<Paid, 'paymentId'>): Paid | undefined;
  reverse(loan: Loan, paymentId: string, at: Instant): void;
};

/** Who wants to know: the borrower misses an instalment, servicing takes a payment back. */
export type BookNews = { missed(loan: Loan, at: Instant): void };

type Needs = {
  agenda: Agenda;
  out: ServicingOut;
  pace: Pace;
  news: BookNews;
  shows(loan: Loan, deed: Loan['script']['shows'][number]): void;
};

export function loanBook({ agenda, out, pace, news, shows }: Needs): LoanBook {
  const loans = new Map<string, Loan>();
  const byPerson = new Map<string, Loan[]>();

  const localTime = (loan: Loan, day: string): Instant => instantOf(day, publishingTime, loan.terms.zone);

  function fallsDue(loan: Loan, index: number): void {
    const instalment = loan.schedule[index];
    if (instalment === undefined) return;
    const at = localTime(loan, addDays(instalment.dueOn, 1));
    agenda.add({
      at,
      rank: 'instalment',
      subject: loan.loanId,
      play() {
        if (loan.closed) return;
        if (arrearsOf(loan.account) > 0 || loan.script.misses.includes(index)) miss(loan, index, instalment, at);
        else if (index > 0)
          out.publish(loan, 'instalment-met', at, { instalment: told(instalment), asOf: dayOf(at, loan.terms.zone) });
        fallsDue(loan, index + 1);
      },
    });
  }

  function miss(loan: Loan, index: number, instalment: ScheduledInstalment, at: Instant): void {
    const amount = instalment.principal + instalment.interest;
    loan.account.missed.push({ number: instalment.number, dueOn: instalment.dueOn, amount });
    const arrearsTotal = arrearsOf(loan.account);
    const later = loan.schedule.slice(index + 1).reduce((sum, { principal }) => sum + principal, 0);
    const data = {
      terms: loan.terms,
      instalment: told(instalment),
      asOf: dayOf(at, loan.terms.zone),
      arrearsTotal,
      outstandingTotal: arrearsTotal + later,
    };
    const tell = () => out.publish(loan, 'instalment-missed', at, data);
    if (index === 0 && loan.script.nonsense?.what === 'miss') {
      out.publishNonsense(loan, 'instalment-missed', at, JSON.stringify({ ...data, arrearsTotal: amount - 1 }));
      shows(loan, 'wrong-sums');
      const day = addDays(dayOf(at, loan.terms.zone), backOfficeDays.wrongSumsCorrected);
      agenda.add({ at: localTime(loan, day), rank: 'correction', subject: loan.loanId, play: tell });
    } else if (loan.script.missToldLate === index && index > 0) {
      // After that day's payments, so that money overtakes what it was paid for.
      agenda.add({ at: pace.soon(pace.bookedAfter(at, 0)), rank: 'correction', subject: loan.loanId, play: tell });
      shows(loan, 'event-reordered');
    } else tell();
    if (loan.account.missed.length > 1 && arrearsTotal === amount) shows(loan, 'missed-again');
    news.missed(loan, at);
    if (index === 0 && loan.script.nonsense?.what === 'payment') poisonLater(loan, loan.script.nonsense.corrected, at);
  }

  /** A payment whose record arrives cut short; servicing may notice and tell of it again, as a new event. */
  function poisonLater(loan: Loan, corrected: boolean, missedAt: Instant): void {
    const at = pace.bookedAfter(missedAt, 4);
    const play = () => {
      const amount = arrearsOf(loan.account);
      const paymentId = `${loan.loanId}-p${loan.account.payments.length + 1}`;
      out.publishNonsense(loan, 'payment-received', at, `{"paymentId":"${paymentId}","amount":${amount},"curr`);
      shows(loan, 'poisoned-payment');
      if (corrected) receive(loan, { amount, at, toldLaterDays: backOfficeDays.poisonCorrected });
    };
    agenda.add({ at, rank: 'correction', subject: loan.loanId, play });
  }

  function receive(loan: Loan, paid: Omit<Paid, 'paymentId'>): Paid | undefined {
    if (paid.amount <= 0 || loan.closed) return undefined;
    const { amount, at, backDatedDays = 0, toldLaterDays } = paid;
    const paymentId = `${loan.loanId}-p${loan.account.payments.length + 1}`;
    loan.account.payments.push({ paymentId, amount, reversed: false });
    const today = dayOf(at, loan.terms.zone);
    const data = {
      paymentId,
      amount,
      currency: loan.terms.currency,
      valueDate: addDays(today, -backDatedDays),
      receivedAt: at,
      method: 'transfer' as const,
      payer: 'debtor' as const,
    };
    const paidOff = isPaidOff(loan);
    if (paidOff) loan.closed = true;
    const tell = () => {
      if (loan.script.paymentsTwice) out.publishTwice(loan, 'payment-received', at, data);
      else out.publish(loan, 'payment-received', at, data);
      if (paidOff) out.publish(loan, 'loan-closed', at, { reason: 'paid-off' });
    };
    if (paidOff) shows(loan, 'paid-off');
    if (loan.script.paymentsTwice) shows(loan, 'event-twice');
    if (toldLaterDays === undefined) tell();
    else
      agenda.add({
        at: localTime(loan, addDays(today, toldLaterDays)),
        rank: 'correction',
        subject: loan.loanId,
        play: tell,
      });
    return { ...paid, paymentId };
  }

  return {
    add(loan) {
      loans.set(loan.loanId, loan);
      byPerson.set(loan.personId, [...(byPerson.get(loan.personId) ?? []), loan]);
      fallsDue(loan, 0);
    },
    loan: (loanId) => loans.get(loanId),
    loansOf: (personId) => byPerson.get(personId) ?? [],
    receive,
    reverse(loan, paymentId, at) {
      const payment = loan.account.payments.find((each) => each.paymentId === paymentId);
      if (payment === undefined || payment.reversed) return;
      payment.reversed = true;
      out.publish(loan, 'payment-reversed', at, {
        paymentId,
        reversedOn: dayOf(at, loan.terms.zone),
        reason: 'returned',
      });
    },
  };
}

const told = ({ number, dueOn, principal, interest }: ScheduledInstalment) => ({
  number,
  dueOn,
  due: { principal, ...(interest > 0 && { interest }) },
});

/** Every instalment has fallen due and nothing is owed any more. */
const isPaidOff = ({ schedule, account }: Loan): boolean =>
  schedule.length > 0 &&
  account.missed.some(({ number }) => number === schedule.at(-1)?.number) &&
  arrearsOf(account) === 0;
