import type { deedMinimums } from './deed-minimums.js';
import type { Asks } from './letters.js';

/** What may be seen to happen in a portfolio; the report counts each and holds it against its minimum (`deed-minimums.ts`). */
export type Deed = keyof typeof deedMinimums;

/** What makes this borrower pay next. `nth` counts within the present spell of arrears; days are until the bank's next booking. */
export type Trigger =
  | { on: 'miss' | 'message'; nth: number; days: number }
  /** `talk`: a conversation in which neither money nor a promise was offered. */
  | { on: 'placement' | 'referral' | 'reversal' | 'payment' | 'talk'; days: number };

export type PayRule = {
  after: Trigger;
  /** `leaving`, `plus`: the arrears less or more so much, minor units. */
  amount: 'arrears' | 'oldest-instalment' | { percent: number } | { leaving: number } | { plus: number };
  shows: Deed;
  alsoShows?: Deed;
  payer?: 'third-party';
  /** Booked to an earlier day. */
  backDatedDays?: number;
  /** Servicing tells of it only so many days later, at 08:00. */
  toldLaterDays?: number;
};

export type OutcomeCode =
  | 'no-answer'
  | 'busy'
  | 'powered-off'
  | 'invalid-number'
  | 'voicemail'
  | 'hung-up-before-verification'
  | 'hung-up-after'
  | 'not-verified'
  | 'third-party-relays'
  | 'third-party-refuses'
  | 'wrong-number'
  | 'promise'
  | 'pays-now'
  | 'already-paid'
  | 'payment-pending'
  | 'call-back-at'
  | 'hardship'
  | 'refuses'
  | 'disputes'
  | 'complains'
  | 'asks-proof'
  | 'asks-written'
  | 'represented'
  | 'deceased-reported'
  | 'incapacity'
  | 'self-harm-risk'
  | 'language';

/**
 * What comes of one call or visit. `kept`: whether the promise made is kept; `keptHow`: half a day before its day and half on it, or paid
 * on its day and told of only two days later.
 */
export type Said = { code: OutcomeCode; kept?: boolean; keptHow?: 'by-parts' | 'told-late' };

/** What somebody wrote to the lender, or proved, that protects them. */
export type Protection =
  | 'vulnerability'
  | 'identity-theft'
  | 'military-service'
  | 'breathing-space'
  | 'dispute'
  | 'cease-request';

/** What servicing learns of a person. */
export type PersonNews = 'person-died' | 'person-insolvent' | 'person-opted-out' | Protection;

/** What the bank knows of some borrowers and not of others (`known-of.ts`). */
export type KnownOf =
  | 'sms-opt-out'
  | 'not-at-work'
  | 'telephone-at-work'
  | 'call-late'
  | 'also-in-london'
  | 'also-in-new-york';

/** How the borrower of one loan behaves. */
export type LoanScript = {
  path: string;
  /** In order; each is used once and the next waits for it. */
  pays: PayRule[];
  /** What comes of each call by a person; afterwards nobody answers, or chance decides. */
  calls: Said[];
  /** The same of a dialler or voice bot. */
  bots: Said[];
  visits: Said[];
  afterwards: 'silent' | 'chance';
  /** Instalments missed although nothing is overdue, counted from the first missed (0). */
  misses: number[];
  /** Every message reaches this borrower. */
  alwaysReached?: boolean;
  /** The `nth` message is answered by paying in the very second it is sent. */
  paysAtSend?: number;
  /** The `nth` call of the lender's own, or visit, finds that the money has just left. */
  paysAtCall?: number;
  paysAtVisit?: number;
  /** The money leaves while the agency's `nth` dial rings. */
  paysAtAgencyDial?: number;
  /** The `nth` time the agency would dial it asks nobody. */
  agencyDialsUnasked?: number;
  /** Servicing takes the `nth` payment back so many days later. */
  reversed?: { nth: number; days: number };
  /** An agency gives up after so many days. */
  agencyReturnsAfterDays?: number;
  /** The law firm finds nothing to enforce into, and gives the loan back after so many days. */
  lawFirmReturnsAfterDays?: number;
  /** The agency never says that it has heard of the recall. */
  recallUnacknowledged?: true;
  /** The guarantee company that assisted with the loan pays the lender off at the first noon, and the claim is its own. */
  compensated?: true;
  /** All that is still to fall due falls due so many days after the first miss. */
  acceleratedAfterDays?: number;
  /** So many days after the first miss the loan gets a new schedule, and keeps it. */
  restructuredAfterDays?: number;
  /** Servicing debits the account after the first miss, in vain. */
  debitFails?: true;
  /** Servicing debits so many per cent of the arrears at the first noon, and gets them. */
  debitTakes?: number;
  /** Servicing publishes each payment twice. */
  paymentsTwice?: boolean;
  /** Servicing tells of the `nth` later miss only after that day's payments. */
  missToldLate?: number;
  /** What servicing publishes first is nonsense; the truth follows some days later. */
  nonsense?: { what: 'payment'; how: 'cut-short' | 'wrong-currency' | 'unknown-loan' } | { what: 'miss' };
  /** What servicing learns of the person, so many days after the first miss or the placement; all of it on one day. */
  personNews?: { what: PersonNews | readonly PersonNews[]; after: 'miss' | 'placement'; days: number };
  /** Servicing closes the loan so many days after the first miss. */
  closes?: { reason: 'settled' | 'sold' | 'uncollectable'; afterDays: number };
  /** Only so many instalments are left, the first missed included. */
  instalmentsLeft?: number;
  known?: KnownOf;
  /** What the borrower asks for in a conversation, or in answer to the first text, and the bank does not know before (`told-wishes.ts`). */
  tells?: 'call-late' | 'stop-sms' | 'not-at-work';
  /** What somebody does whom the borrower named as a contact; `borrower-too`: passes on as well, and has a loan of their own. */
  contact?: 'passes-on' | 'refuses' | 'borrower-too';
  /** Who is named to speak in the borrower's place, once the bank has heard that the borrower cannot or will not. */
  representative?: 'attorney' | 'guardian' | 'estate';
  /** What looking for this borrower comes to; `finds-number`: nobody answers at the old one any more. */
  search?: 'finds-number' | 'in-vain';
  /**
   * Asks the lender for an arrangement, so many days after something was first seen of the loan, and signs what is offered. Who breaks it
   * pays the first so many, and all that is overdue so many days after the first that is left out.
   */
  applies?: {
    after: { shown: Deed; days: number };
    asks: Asks;
    pays: 'keeps' | { breaksAfter: number; paysLaterDays: number };
  };
  shows: Deed[];
};

/** A script from what differs: by default nobody answers, nothing is paid and only the first instalment is missed by will. */
export function script(path: string, shows: Deed[], differs: Partial<Omit<LoanScript, 'path' | 'shows'>>): LoanScript {
  return { path, shows, pays: [], calls: [], bots: [], visits: [], afterwards: 'silent', misses: [0], ...differs };
}
