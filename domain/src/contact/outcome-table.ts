import type { HoldReason, HoldStop } from '../holds/hold.js';
import type { OutcomeCode } from './outcome-codes.js';

/** What a person must do because of what was said or done (closed). */
export type FollowUp =
  | 'prove-demand'
  | 'propose-write-off'
  | 'offer-for-sale'
  | 'file-claim'
  | 'decide-suit'
  | 'claim-guarantee'
  | 'repair-contact'
  | 'verify-payment'
  | 'assess-hardship'
  | 'assess-vulnerability'
  | 'answer-dispute'
  | 'answer-complaint'
  | 'send-proof'
  | 'send-written'
  | 'contact-representative'
  | 'verify-death'
  | 'find-guardian'
  | 'welfare-check'
  | 'find-speaker'
  | 'review-breach'
  | 'put-right'
  | 'answer-credit-dispute'
  | 'missed-credit-answer'
  | 'missed-answer';

/** A hold the outcome places at once; `days` from the outcome, absent: until a person ends it. `point` is the point that was used. */
export type OutcomeHold = { reason: HoldReason; scope: 'loan' | 'person' | 'point'; stops: HoldStop[]; days?: number };

/**
 * What one outcome code means. `connected`: the network connected the call or the door opened; `conversation`: something was said about
 * the matter with the debtor; `rightParty`: the debtor was verified.
 * `next`: `retry` while tries last (on another point when this one is held or invalid), `done` with the step, `stop` the case until its hold ends.
 */
export type OutcomeRow = {
  connected: boolean;
  conversation: boolean;
  rightParty: boolean;
  next: 'retry' | 'done' | 'await-promise' | 'call-back' | 'stop';
  hold?: OutcomeHold;
  followUp?: FollowUp;
  /** The point reaches nobody any more. */
  pointInvalid?: true;
};

const unreached = { connected: false, conversation: false, rightParty: false };
const connected = { connected: true, conversation: false, rightParty: false };
const talked = { connected: true, conversation: true, rightParty: true };

const row = (how: typeof unreached, then: Omit<OutcomeRow, keyof typeof unreached>): OutcomeRow => ({
  ...how,
  ...then,
});

const everything: HoldStop[] = ['contact', 'escalation', 'timers'];
/** Money said to be on its way: nobody is chased meanwhile, but the ladder's clock runs on, since the claim may be untrue. */
const whilePaying: HoldStop[] = ['contact', 'escalation'];

/** What each outcome of a call or visit means (requirements A, Outcome codes; C4; regulation.md section 5). */
export const outcomeTable: Record<OutcomeCode, OutcomeRow> = {
  'no-answer': row(unreached, { next: 'retry' }),
  busy: row(unreached, { next: 'retry' }),
  'powered-off': row(unreached, { next: 'retry' }),
  'invalid-number': row(unreached, { next: 'retry', followUp: 'repair-contact', pointInvalid: true }),
  /** Connected by the strictest reading: a message could be left. */
  voicemail: row(connected, { next: 'retry' }),
  'hung-up-before-verification': row(connected, { next: 'retry' }),
  'hung-up-after': row(talked, { next: 'retry' }),
  'not-verified': row(connected, { next: 'retry' }),
  'third-party-relays': row(connected, { next: 'retry' }),
  /** One refusal of a third party is for ever (CN-3P-2). */
  'third-party-refuses': row(connected, {
    next: 'retry',
    hold: { reason: 'cease-request', scope: 'point', stops: ['contact'] },
    followUp: 'repair-contact',
  }),
  /** Whoever answers there must hear nothing more of it (民法典 art. 1033). */
  'wrong-number': row(connected, {
    next: 'retry',
    hold: { reason: 'wrong-number', scope: 'point', stops: ['contact'] },
    followUp: 'repair-contact',
  }),
  promise: row(talked, { next: 'await-promise' }),
  'pays-now': row(talked, {
    next: 'done',
    hold: { reason: 'payment-pending', scope: 'loan', stops: whilePaying, days: 2 },
  }),
  'already-paid': row(talked, {
    next: 'done',
    hold: { reason: 'payment-pending', scope: 'loan', stops: whilePaying, days: 7 },
    followUp: 'verify-payment',
  }),
  'payment-pending': row(talked, {
    next: 'done',
    hold: { reason: 'payment-pending', scope: 'loan', stops: whilePaying, days: 5 },
  }),
  'call-back-at': row(talked, { next: 'call-back' }),
  hardship: row(talked, {
    next: 'stop',
    hold: { reason: 'hardship-claim', scope: 'person', stops: everything, days: 30 },
    followUp: 'assess-hardship',
  }),
  /** The case notes the refusal (`refusedOn`): visit screening asks for it. */
  refuses: row(talked, { next: 'done' }),
  disputes: row(talked, {
    next: 'stop',
    hold: { reason: 'dispute', scope: 'loan', stops: everything },
    followUp: 'answer-dispute',
  }),
  complains: row(talked, {
    next: 'stop',
    hold: { reason: 'complaint', scope: 'person', stops: everything },
    followUp: 'answer-complaint',
  }),
  'asks-proof': row(talked, {
    next: 'stop',
    hold: { reason: 'proof-requested', scope: 'loan', stops: everything },
    followUp: 'send-proof',
  }),
  /** Only this point falls silent; writing goes on elsewhere. */
  'asks-written': row(talked, {
    next: 'done',
    hold: { reason: 'written-requested', scope: 'point', stops: ['contact'] },
    followUp: 'send-written',
  }),
  represented: row(talked, {
    next: 'stop',
    hold: { reason: 'represented', scope: 'person', stops: everything },
    followUp: 'contact-representative',
  }),
  'deceased-reported': row(connected, {
    next: 'stop',
    hold: { reason: 'death', scope: 'person', stops: everything },
    followUp: 'verify-death',
  }),
  incapacity: row(connected, {
    next: 'stop',
    hold: { reason: 'incapacity', scope: 'person', stops: everything },
    followUp: 'find-guardian',
  }),
  'self-harm-risk': row(talked, {
    next: 'stop',
    hold: { reason: 'self-harm-risk', scope: 'person', stops: everything },
    followUp: 'welfare-check',
  }),
  language: row(connected, {
    next: 'retry',
    hold: { reason: 'language', scope: 'person', stops: ['contact'], days: 3 },
    followUp: 'find-speaker',
  }),
};
