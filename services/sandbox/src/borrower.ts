import type { Agenda } from './agenda.js';
import { answerByChance, failToReach, isRightParty } from './answer-table.js';
import { type Memory, nothingRemembered } from './borrower-memory.js';
import { chance } from './chance.js';
import { dailyChance } from './daily-chance.js';
import type { LoanBook } from './loan-book.js';
import type { Paid } from './payment-told.js';
import { arrearsOf, oldestUnpaid } from './loan-account.js';
import type { Deed, PayRule, Said } from './loan-script.js';
import type { Loan } from './loan.js';
import { addDays, dayOf, daysBetween, type Day, type Instant } from './local-time.js';
import type { Means } from './means.js';
import type { Pace } from './pace.js';
import { deedsOf, talk } from './what-was-said.js';

const promiseDays = 3;
/** Within the days after a promise in which money may still be told of. */
const postingLagDays = 2;
const chanceHorizonDays = 200;
const wholePaymentShare = 0.85;

/** How borrowers react. Nothing here knows of a case: only of letters, calls, money. */
export type Borrowers = {
  missed(loan: Loan, at: Instant): void;
  gotMessage(loan: Loan, at: Instant): void;
  /** Whether this loan's borrower pays in the second of the message being sent now. */
  paysAtSend(loan: Loan): boolean;
  /** What comes of a call or visit about these loans of one person; the first is what it is mainly about. */
  spokenTo(loans: Loan[], means: Means, at: Instant): { said: Said; loan: Loan };
  placed(loan: Loan, at: Instant): void;
  referred(loan: Loan, at: Instant): void;
  pay(loan: Loan, paid: Omit<Paid, 'paymentId'>, ...deeds: (Deed | undefined)[]): void;
};

type Needs = { seed: string; agenda: Agenda; pace: Pace; book: LoanBook; shows(loan: Loan, deed: Deed): void };

export function borrowers({ seed, agenda, pace, book, shows }: Needs): Borrowers {
  const memories = new Map<string, Memory>();

  function memory({ loanId }: Loan): Memory {
    const known = memories.get(loanId);
    if (known) return known;
    const fresh = nothingRemembered();
    memories.set(loanId, fresh);
    return fresh;
  }

  const later = (loan: Loan, at: Instant, play: () => void): void =>
    agenda.add({ at, rank: 'borrower', subject: loan.loanId, play });

  function amountOf(loan: Loan, amount: PayRule['amount']): number {
    const arrears = arrearsOf(loan.account);
    if (amount === 'arrears') return arrears;
    if (amount === 'oldest-instalment') return oldestUnpaid(loan.account)?.left ?? 0;
    if ('leaving' in amount) return Math.max(0, arrears - amount.leaving);
    if ('plus' in amount) return arrears + amount.plus;
    return Math.floor((arrears * amount.percent) / 100);
  }

  function happens(loan: Loan, on: PayRule['after']['on'], nth: number, at: Instant): void {
    const mine = memory(loan);
    const rule = loan.script.pays[mine.rule];
    if (rule === undefined || mine.rulePending || rule.after.on !== on) return;
    if ('nth' in rule.after && rule.after.nth !== nth) return;
    mine.rulePending = true;
    const due = pace.bookedAfter(at, rule.after.days);
    later(loan, due, () => {
      mine.rule += 1;
      mine.rulePending = false;
      pay(loan, { ...rule, amount: amountOf(loan, rule.amount), at: due }, rule.shows, rule.alsoShows);
    });
  }

  function pay(loan: Loan, paid: Omit<Paid, 'paymentId'>, ...deeds: (Deed | undefined)[]): void {
    const booked = book.receive(loan, paid);
    if (booked === undefined) return;
    const mine = memory(loan);
    mine.payments += 1;
    for (const deed of deeds) if (deed) shows(loan, deed);
    if (arrearsOf(loan.account) === 0) {
      if (mine.broke) shows(loan, 'paid-after-broken');
      mine.misses = 0;
      mine.messages = 0;
    }
    const { reversed } = loan.script;
    if (reversed?.nth === mine.payments) {
      const at = pace.bookedAfter(paid.at, reversed.days);
      later(loan, at, () => {
        book.reverse(loan, booked.paymentId, at);
        happens(loan, 'reversal', 0, at);
      });
    }
    happens(loan, 'payment', 0, paid.at);
  }

  /** Throws for each coming day, so that what was said today can bring payment forward but never undo a throw. */
  function planByChance(loan: Loan, at: Instant): void {
    if (loan.script.afterwards !== 'chance' || loan.schedule.length === 0) return;
    const mine = memory(loan);
    const plan = (mine.plan += 1);
    const since = oldestUnpaid(loan.account)?.dueOn;
    const today = dayOf(at, loan.terms.zone);
    if (since === undefined) return;
    for (let ahead = 0; ahead < chanceHorizonDays; ahead += 1) {
      const day = addDays(today, ahead);
      const booked = pace.booked(day);
      if (
        booked <= at ||
        chance(seed, `${loan.loanId}/pays`, day) >= dailyChance(day, daysBetween(since, day), mine.spokenOn)
      )
        continue;
      const whole = chance(seed, `${loan.loanId}/whole`, day) < wholePaymentShare;
      later(loan, booked, () => {
        if (mine.plan !== plan) return;
        pay(loan, { amount: amountOf(loan, whole ? 'arrears' : { percent: 50 }), at: booked });
        if (arrearsOf(loan.account) > 0) planByChance(loan, booked);
      });
      return;
    }
  }

  function answer(loan: Loan, means: Means): Said {
    const mine = memory(loan);
    const how = means === 'visit' ? 'visit' : 'call';
    const { script } = loan;
    const decide = script.afterwards === 'chance' ? answerByChance : failToReach;
    // What a script says to callers is meant for the lender's own.
    if (means === 'agency') return decide(seed, `${loan.loanId}/agency`, 'call', mine.agencyCalls++);
    const [scripted, nth] =
      means === 'visit'
        ? [script.visits, mine.visits++]
        : means === 'bot'
          ? [script.bots, mine.bots++]
          : [script.calls, mine.calls++];
    return scripted[nth] ?? decide(seed, `${loan.loanId}/${means}`, how, nth);
  }

  /** The next answer this borrower's script holds for such a call, without using it. */
  function wouldSay(loan: Loan, means: Means): Said['code'] | undefined {
    const mine = memory(loan);
    if (means === 'agency') return undefined;
    if (means === 'visit') return loan.script.visits[mine.visits]?.code;
    return means === 'bot' ? loan.script.bots[mine.bots]?.code : loan.script.calls[mine.calls]?.code;
  }

  function act(loan: Loan, said: Said, means: Means, at: Instant): void {
    for (const deed of deedsOf(said, means)) if (loan.script.shows.includes(deed)) shows(loan, deed);
    if (talk.has(said.code)) happens(loan, 'talk', 0, at);
    if (isRightParty(said)) {
      memory(loan).spokenOn = dayOf(at, loan.terms.zone);
      planByChance(loan, at);
    }
    // Those known by given events only speak; what they pay is in the given events.
    if (loan.schedule.length === 0 && loan.script.afterwards === 'chance') return;
    if (said.code === 'pays-now') {
      const soon = pace.soon(at);
      later(loan, soon, () => pay(loan, { amount: arrearsOf(loan.account), at: soon }, paidAfter[means]));
    } else if (said.code === 'promise') {
      const due = pace.booked(promiseDay(loan, at));
      if (said.kept) keep(loan, said, due, at);
      else {
        memory(loan).broke = true;
        shows(loan, 'promise-broken');
      }
    }
  }

  function keep(loan: Loan, { keptHow }: Said, due: Instant, at: Instant): void {
    const toldLater = keptHow === 'told-late' ? { toldLaterDays: postingLagDays } : {};
    const dayBefore = pace.bookedAfter(at, promiseDays - 1);
    if (keptHow === 'by-parts')
      later(loan, dayBefore, () =>
        pay(loan, { amount: amountOf(loan, { percent: 50 }), at: dayBefore }, 'promise-kept-by-parts'),
      );
    later(loan, due, () =>
      pay(
        loan,
        { amount: arrearsOf(loan.account), at: due, ...toldLater },
        'promise-kept',
        keptHow === 'told-late' ? 'posting-lag' : undefined,
      ),
    );
  }

  /** Money that leaves while somebody dials or is at the door: before anything is said. */
  function payFirst(loan: Loan, means: Means, at: Instant): void {
    const { calls, visits, agencyCalls } = memory(loan);
    const amount = arrearsOf(loan.account);
    if (means === 'call' && loan.script.paysAtCall === calls + 1)
      pay(loan, { amount, at }, 'paid-mid-call', 'paid-after-call');
    if (means === 'visit' && loan.script.paysAtVisit === visits + 1)
      pay(loan, { amount, at }, 'paid-before-crew', 'paid-at-visit');
    if (means === 'agency' && loan.script.paysAtAgencyDial === agencyCalls + 1)
      pay(loan, { amount, at }, 'paid-while-agency-dials', 'paid-at-agency');
  }

  return {
    missed(loan, at) {
      const mine = memory(loan);
      mine.misses += 1;
      happens(loan, 'miss', mine.misses, at);
      // With a script for the first conversation, chance waits for it.
      if (mine.misses === 1 && loan.script.calls.length === 0) planByChance(loan, at);
    },
    gotMessage(loan, at) {
      const mine = memory(loan);
      mine.messages += 1;
      happens(loan, 'message', mine.messages, at);
    },
    paysAtSend: (loan) => loan.script.paysAtSend === memory(loan).messages + 1 && arrearsOf(loan.account) > 0,
    spokenTo(loans, means, at) {
      const [first, ...others] = loans;
      if (first === undefined) throw new Error('a call is about at least one loan');
      payFirst(first, means, at);
      const said = answer(first, means);
      act(first, said, means, at);
      // One conversation: what is said of one loan holds for the others whose borrower would say the same.
      for (const other of others.filter((each) => wouldSay(each, means) === said.code))
        act(other, answer(other, means), means, at);
      return { said, loan: first };
    },
    placed: (loan, at) => happens(loan, 'placement', 0, at),
    referred: (loan, at) => happens(loan, 'referral', 0, at),
    pay,
  };
}

const paidAfter = {
  call: 'paid-after-call',
  bot: 'paid-after-call',
  visit: 'paid-at-visit',
  agency: 'paid-at-agency',
} as const satisfies Record<Means, Deed>;

export const promiseDay = (loan: Loan, at: Instant): Day => addDays(dayOf(at, loan.terms.zone), promiseDays);
