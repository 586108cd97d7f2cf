import { agencyCourse } from './agency.js';
import { openAgenda } from './agenda.js';
import { borrowers as openBorrowers } from './borrower.js';
import { openDeeds } from './deeds.js';
import { openDirectory } from './directory.js';
import { openEventLog } from './event-log.js';
import { openHazards } from './hazards.js';
import type { KafkaOut } from './kafka-out.js';
import { lawFirmCourse } from './law-firm.js';
import { loanBook } from './loan-book.js';
import type { Loan } from './loan.js';
import type { Instant } from './local-time.js';
import { messageProvider } from './message-provider.js';
import { outcomesOut } from './outcomes-out.js';
import { paceOf } from './pace.js';
import { partner } from './partner.js';
import { openReceiveLog } from './receive-log.js';
import { servicingOut } from './servicing-out.js';
import { telephone } from './telephone.js';

export type WorldOrder = { tenant: string; seed: string; clock: 'test' | 'real'; startsAt: Instant; out: KafkaOut };
export type World = ReturnType<typeof makeWorld>;

/** Everyone outside, of one tenant, wired together. Its clock stands at `startsAt` until played on; on the real clock it runs. */
export function makeWorld({ tenant, seed, clock, startsAt, out }: WorldOrder) {
  let reached = startsAt;
  const now = (): Instant => (clock === 'real' ? new Date().toISOString() : reached);
  const agenda = openAgenda();
  const pace = paceOf(clock);
  const hazards = openHazards();
  const received = openReceiveLog();
  const events = openEventLog();
  const deeds = openDeeds();
  const { put } = out;
  const outcomes = outcomesOut(tenant, put);

  const book = loanBook({
    agenda,
    pace,
    out: servicingOut({ tenant, put, log: events, now }),
    news: { missed: (loan, at) => borrowers.missed(loan, at) },
    shows: deeds.note,
  });
  const borrowers = openBorrowers({ seed, agenda, pace, book, shows: deeds.note });
  const directory = openDirectory(book);
  const partners = { agenda, pace, hazards, received, outcomes };
  const loans: Loan[] = [];

  return {
    tenant,
    now,
    agenda,
    hazards,
    received,
    events,
    book,
    borrowers,
    directory,
    put,
    deeds: () => deeds.counts(loans),
    addLoan(loan: Loan): void {
      loans.push(loan);
      book.add(loan);
    },
    messages: messageProvider({ seed, agenda, pace, borrowers, directory, hazards, received, outcomes }),
    telephone: telephone(borrowers, directory, received),
    agency: partner({
      kind: 'agency',
      ...partners,
      taken(handed, at) {
        const loan = book.loan(handed.loan);
        if (loan) borrowers.placed(loan, at);
        return agencyCourse(seed, loan, handed.id);
      },
      returned(handed) {
        const loan = book.loan(handed.loan);
        if (loan) deeds.note(loan, 'returned-by-agency');
      },
    }),
    lawFirm: partner({
      kind: 'law-firm',
      ...partners,
      taken(handed, at) {
        const loan = book.loan(handed.loan);
        if (loan) borrowers.referred(loan, at);
        return lawFirmCourse;
      },
    }),
    /** Plays what is due, in order; what happens moves the clock to its own instant. */
    play(until: Instant): number {
      let played = 0;
      for (let item = agenda.takeDue(until); item !== undefined; item = agenda.takeDue(until)) {
        if (item.at > reached) reached = item.at;
        item.play();
        played += 1;
      }
      if (until > reached) reached = until;
      return played;
    },
  };
}
