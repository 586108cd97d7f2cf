/** What may be seen to happen in a portfolio; the report counts each and holds it against its minimum. */
export type Deed =
  | 'cured-in-grace'
  | 'paid-after-message'
  | 'paid-after-call'
  | 'promise-kept'
  | 'promise-broken'
  | 'part-paid'
  | 'paid-at-visit'
  | 'paid-at-agency'
  | 'returned-by-agency'
  | 'paid-at-law-firm'
  | 'paid-off'
  | 'paid-unasked'
  | 'paid-at-send'
  | 'payment-reversed'
  | 'payment-back-dated'
  | 'event-late'
  | 'event-twice'
  | 'event-reordered'
  | 'missed-again'
  | 'poisoned-payment'
  | 'wrong-sums'
  | 'never-paid';

/** What makes this borrower pay next. `nth` counts within the present spell of arrears; days are until the bank's next booking. */
export type Trigger =
  | { on: 'miss' | 'message'; nth: number; days: number }
  | { on: 'placement' | 'referral' | 'reversal' | 'payment'; days: number };

export type PayRule = {
  after: Trigger;
  amount: 'arrears' | 'oldest-instalment' | { percent: number };
  shows: Deed;
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

/** What comes of one call or visit. `kept`: whether the promise made is kept. */
export type Said = { code: OutcomeCode; kept?: boolean };

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
  /** Servicing takes the `nth` payment back so many days later. */
  reversed?: { nth: number; days: number };
  /** An agency gives up after so many days. */
  agencyReturnsAfterDays?: number;
  /** Servicing publishes each payment twice. */
  paymentsTwice?: boolean;
  /** Servicing tells of the `nth` later miss only after that day's payments. */
  missToldLate?: number;
  /** Servicing publishes nonsense first and (a payment's always, with `corrected`) the truth some days later. */
  nonsense?: { what: 'payment'; corrected: boolean } | { what: 'miss' };
  /** Only so many instalments are left, the first missed included. */
  instalmentsLeft?: number;
  shows: Deed[];
};

/** A script from what differs: by default nobody answers, nothing is paid and only the first instalment is missed by will. */
export function script(path: string, shows: Deed[], differs: Partial<Omit<LoanScript, 'path' | 'shows'>>): LoanScript {
  return { path, shows, pays: [], calls: [], bots: [], visits: [], afterwards: 'silent', misses: [0], ...differs };
}
