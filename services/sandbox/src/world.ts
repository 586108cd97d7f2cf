import { agencyCourse } from './agency.js';
import { agencyDialling, type Errand } from './agency-dialling.js';
import { openAgenda } from './agenda.js';
import { openArranging } from './arranging.js';
import { openBackOffice } from './back-office.js';
import { borrowers as openBorrowers } from './borrower.js';
import { contactPersons } from './contact-persons.js';
import { openDeeds } from './deeds.js';
import { openDirectory } from './directory.js';
import { openEventLog } from './event-log.js';
import { openHazards } from './hazards.js';
import type { KafkaOut } from './kafka-out.js';
import { lawFirmCourse } from './law-firm.js';
import { openLetterBox } from './letters.js';
import { loanBook } from './loan-book.js';
import type { Deed } from './loan-script.js';
import type { Loan } from './loan.js';
import type { Instant } from './local-time.js';
import { messageProvider } from './message-provider.js';
import { outcomesOut } from './outcomes-out.js';
import { paceOf } from './pace.js';
import { partner } from './partner.js';
import type { PermitClient } from './permit-client.js';
import { openReceiveLog } from './receive-log.js';
import { openRepresentatives } from './representatives.js';
import { searches as openSearches } from './searches.js';
import { servicingOut } from './servicing-out.js';
import { telephone } from './telephone.js';

export type WorldOrder = {
  tenant: string;
  seed: string;
  clock: 'test' | 'real';
  startsAt: Instant;
  out: KafkaOut;
  /** How an agency asks for permits; undefined: it does not dial. */
  permits?(agency: string): PermitClient | undefined;
};
export type World = ReturnType<typeof makeWorld>;

/** Everyone outside, of one tenant, wired together. Its clock stands at `startsAt` until played on; on the real clock it runs. */
export function makeWorld({ tenant, seed, clock, startsAt, out, permits = () => undefined }: WorldOrder) {
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

  const servicing = servicingOut({ tenant, put, log: events, now });
  const shows = (loan: Loan, deed: Deed): void => {
    deeds.note(loan.loanId, deed);
    representatives.heard(loan, deed, now());
    arranging.heard(loan, deed, now());
  };
  const felt = (loan: Loan, at: Instant): void => {
    borrowers.missed(loan, at);
    arranging.missed(loan, at);
  };
  const missed = (loan: Loan, at: Instant): void => {
    felt(loan, at);
    backOffice.missed(loan, at);
    const person = directory.person(loan.personId);
    if (person && person.zone === undefined) shows(loan, 'no-zone');
    for (const { role } of loan.terms.debtors) if (role !== 'borrower') shows(loan, `with-${role}`);
  };
  const book = loanBook({ agenda, pace, out: servicing, news: { missed }, shows });
  const borrowers = openBorrowers({ seed, agenda, pace, book, shows });
  const backOffice = openBackOffice({ agenda, pace, out: servicing, book, shows });
  const letters = openLetterBox();
  const arranging = openArranging({ agenda, pace, book, borrowers, letters, shows });
  const directory = openDirectory(book);
  const contacts = contactPersons({ directory, shows });
  const representatives = openRepresentatives({ agenda, pace, directory });
  const searches = openSearches({ directory, shows });
  const partners = { agenda, pace, hazards, received, outcomes };
  const loans: Loan[] = [];
  let errands: Errand[] = [];
  const dialling = agencyDialling({
    seed,
    agenda,
    pace,
    parties: { borrowers, directory, contacts, searches },
    received,
    outcomes,
    deeds,
    now,
    loan: book.loan,
    permits,
    errand: (errand) => void errands.push(errand),
    flush: out.flush,
  });

  return {
    tenant,
    startsAt,
    now,
    agenda,
    hazards,
    received,
    events,
    book,
    borrowers,
    felt,
    arranging,
    letters,
    directory,
    searches,
    put,
    deeds: () => deeds.counts(loans),
    addLoan(loan: Loan): void {
      loans.push(loan);
      book.add(loan);
    },
    messages: messageProvider({
      seed,
      agenda,
      pace,
      borrowers,
      directory,
      contacts,
      searches,
      hazards,
      received,
      outcomes,
      shows: deeds.note,
    }),
    telephone: telephone({ borrowers, directory, contacts, searches }, received, shows),
    agency: partner({
      kind: 'agency',
      ...partners,
      taken(handed, at) {
        const loan = book.loan(handed.loan);
        if (loan) {
          shows(loan, 'placed-with-agency');
          borrowers.placed(loan, at);
          backOffice.placed(loan, at);
        }
        return agencyCourse(seed, loan, handed.id);
      },
      returned(handed) {
        const loan = book.loan(handed.loan);
        if (loan) shows(loan, 'returned-by-agency');
      },
      calledBack(handed) {
        const loan = book.loan(handed.loan);
        if (!loan?.script.recallUnacknowledged) return true;
        shows(loan, 'recall-not-acknowledged');
        return false;
      },
      toldLate: ({ id }) => deeds.note(id, 'agency-told-late'),
      works: (agency, handed, at, isOpen) => dialling.works({ agency, handed, isOpen }, at),
    }),
    lawFirm: partner({
      kind: 'law-firm',
      ...partners,
      taken(handed, at) {
        const loan = book.loan(handed.loan);
        if (loan) {
          shows(loan, 'referred-to-law-firm');
          borrowers.referred(loan, at);
        }
        return lawFirmCourse(loan);
      },
      calledBack(handed) {
        deeds.note(handed.loan, 'withdrawn-from-law-firm');
        return true;
      },
    }),
    /** What those outside have set about and the lender must answer: to be done in order, once all that is due has been played. */
    takeErrands(): Errand[] {
      const taken = errands;
      errands = [];
      return taken;
    },
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
