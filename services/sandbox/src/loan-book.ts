import type { Agenda } from './agenda.js';
import { isPaidOff } from './is-paid-off.js';
import { arrearsOf, oldestUnpaid } from './loan-account.js';
import type { Loan } from './loan.js';
import { addDays, dayOf, daysBetween, instantOf, type Instant } from './local-time.js';
import { nonsenseInstead } from './nonsense.js';
import type { Pace } from './pace.js';
import { paymentTold, type Paid } from './payment-told.js';
import { paidWindow } from './paid-window.js';
import type { ScheduledInstalment } from './repayment-schedule.js';
import type { ServicingOut } from './servicing-out.js';
import { missedBefore, takenOn } from './taken-on.js';
import { toldInstalment as told } from './told-instalment.js';

const publishingTime = '08:00';
const backOfficeDays = { wrongSumsCorrected: 1, poisoned: 3, poisonCorrected: 6 } as const;

/** CNY 10, in minor units. */
const residueBelow = 1_000;

type NonsenseOfPayment = Extract<Loan['script']['nonsense'], { what: 'payment' }>['how'];

/** The servicing system: knows what is owed and tells of it. */
export type LoanBook = {
  add(loan: Loan): void;
  loan(loanId: string): Loan | undefined;
  loansOf(personId: string): Loan[];
  /** Books money. Nothing happens when nothing was sent. Returns the payment, or undefined for an amount of zero. */
  receive(loan: Loan, paid: Omit<Paid, 'paymentId'>): Paid | undefined;
  reverse(loan: Loan, paymentId: string, at: Instant): void;
  /** The instalments of its schedule from that one on are others than before. */
  reschedule(loan: Loan, from: number): void;
  /** Answers whether it was open. */
  close(loan: Loan, reason: 'settled' | 'sold' | 'uncollectable', at: Instant): boolean;
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
        if (loan.closed || loan.schedule[index] !== instalment) return;
        if (arrearsOf(loan.account) > loan.terms.tolerance || loan.script.misses.includes(index))
          miss(loan, index, instalment, at);
        else if (index > 0)
          out.publish(loan, 'instalment-met', at, { instalment: told(instalment), asOf: dayOf(at, loan.terms.zone) });
        fallsDue(loan, index + 1);
      },
    });
  }

  function owe(loan: Loan, { number, dueOn, principal, interest }: ScheduledInstalment): number {
    const amount = principal + interest + damagesOf(loan, principal);
    loan.account.missed.push({ number, dueOn, amount });
    return amount;
  }

  function missData(loan: Loan, instalment: ScheduledInstalment, index: number, at: Instant) {
    const arrearsTotal = arrearsOf(loan.account);
    return {
      terms: loan.terms,
      instalment: told(instalment, damagesOf(loan, instalment.principal)),
      asOf: dayOf(at, loan.terms.zone),
      arrearsTotal,
      outstandingTotal: arrearsTotal + laterPrincipal(loan, index + 1),
    };
  }

  /** All that was missed before the portfolio was handed over is told at once on its first morning; what falls due from then on as always. */
  function takeOn(loan: Loan, day: string): void {
    const before = missedBefore(loan, day);
    const at = localTime(loan, day);
    agenda.add({
      at,
      rank: 'instalment',
      subject: loan.loanId,
      play() {
        for (const instalment of before) owe(loan, instalment);
        const arrears = arrearsOf(loan.account);
        const due = before.map((instalment) => told(instalment, damagesOf(loan, instalment.principal)));
        out.publish(
          loan,
          'loan-taken-on',
          at,
          takenOn(loan, day, due, arrears, arrears + laterPrincipal(loan, before.length)),
        );
        shows(loan, 'taken-on');
        news.missed(loan, at);
      },
    });
    fallsDue(loan, before.length);
  }

  function miss(loan: Loan, index: number, instalment: ScheduledInstalment, at: Instant): void {
    const amount = owe(loan, instalment);
    const data = missData(loan, instalment, index, at);
    const { arrearsTotal } = data;
    const tell = () => out.publish(loan, 'instalment-missed', at, data);
    if (index === 0 && loan.script.nonsense?.what === 'miss') {
      out.publishNonsense(loan, 'instalment-missed', at, JSON.stringify({ ...data, arrearsTotal: amount - 1 }));
      shows(loan, 'wrong-sums');
      const day = addDays(dayOf(at, loan.terms.zone), backOfficeDays.wrongSumsCorrected);
      agenda.add({ at: localTime(loan, day), rank: 'correction', subject: loan.loanId, play: tell });
    } else if (loan.script.missToldLate === index && index > 0) {
      // After that day's payments, so that money overtakes what it was paid for.
      const play = () => {
        tell();
        shows(loan, 'event-reordered');
      };
      agenda.add({ at: pace.soon(pace.bookedAfter(at, 0)), rank: 'correction', subject: loan.loanId, play });
    } else tell();
    if (loan.account.missed.length > 1 && arrearsTotal === amount) shows(loan, 'missed-again');
    news.missed(loan, at);
    if (index === 0 && loan.script.nonsense?.what === 'payment') poisonLater(loan, loan.script.nonsense.how, at);
  }

  /** A payment that is first told of wrongly; servicing notices and tells of it again, as a new event. */
  function poisonLater(loan: Loan, how: NonsenseOfPayment, missedAt: Instant): void {
    const at = pace.bookedAfter(missedAt, backOfficeDays.poisoned);
    const play = () => {
      const amount = arrearsOf(loan.account);
      const { about, body, deed } = nonsenseInstead(loan, how, amount, at);
      out.publishNonsense(about, 'payment-received', at, body);
      shows(loan, deed);
      shows(loan, 'cured-by-day-5');
      receive(loan, { amount, at, toldLaterDays: backOfficeDays.poisonCorrected });
    };
    agenda.add({ at, rank: 'correction', subject: loan.loanId, play });
  }

  function receive(loan: Loan, paid: Omit<Paid, 'paymentId'>): Paid | undefined {
    if (paid.amount <= 0 || loan.closed) return undefined;
    const { amount, at, toldLaterDays, payer } = paid;
    const since = oldestUnpaid(loan.account)?.dueOn;
    const paymentId = `${loan.loanId}-p${loan.account.payments.length + 1}`;
    const before = arrearsOf(loan.account);
    loan.account.payments.push({ paymentId, amount, reversed: false });
    const left = arrearsOf(loan.account);
    const today = dayOf(at, loan.terms.zone);
    const data = paymentTold(loan, { ...paid, paymentId });

    if (since !== undefined) shows(loan, paidWindow(daysBetween(since, today)));
    if (amount > before) shows(loan, 'overpaid');
    if (left > 0 && left < residueBelow) shows(loan, 'residue');
    if (payer === 'third-party') shows(loan, 'paid-by-third-party');
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
        play() {
          tell();
          shows(loan, 'event-late');
        },
      });
    return { ...paid, paymentId };
  }

  return {
    add(loan) {
      loans.set(loan.loanId, loan);
      byPerson.set(loan.personId, [...(byPerson.get(loan.personId) ?? []), loan]);
      if (loan.takenOnOn === undefined) fallsDue(loan, 0);
      else takeOn(loan, loan.takenOnOn);
    },
    loan: (loanId) => loans.get(loanId),
    loansOf: (personId) => byPerson.get(personId) ?? [],
    receive,
    reschedule: fallsDue,
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
    close(loan, reason, at) {
      if (loan.closed) return false;
      loan.closed = true;
      out.publish(loan, 'loan-closed', at, { reason });
      return true;
    },
  };
}

const laterPrincipal = ({ schedule }: Loan, from: number): number =>
  schedule.slice(from).reduce((sum, { principal }) => sum + principal, 0);

const damagesOf = ({ damagesBp = 0 }: Loan, principal: number): number => Math.round((principal * damagesBp) / 10_000);
