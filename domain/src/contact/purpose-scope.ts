import type { HoldReason } from '../holds/hold.js';
import type { Channel, PointKind, Purpose } from './channel.js';
import { isTelephone } from './is-telephone.js';

/** Channels on which a person is spoken to, at once. */
export const isSpoken = (channel: Channel): boolean => {
  switch (channel) {
    case 'call':
    case 'voice-bot':
    case 'dialler':
    case 'visit':
      return true;
    case 'sms':
    case 'email':
    case 'app':
    case 'im':
    case 'letter':
      return false;
  }
};

/** Whether who asks not to be contacted by the one means the other too: "stop calling" is said to whoever or whatever dials (12 CFR 1006.14(h)(1), comment 3.i). */
export const isSameMedium = (one: Channel, other: Channel): boolean =>
  one === other || (isTelephone(one) && isTelephone(other));

/** The kind of point a channel needs. */
export const pointKindOf = (channel: Channel): PointKind => {
  switch (channel) {
    case 'sms':
    case 'voice-bot':
    case 'dialler':
    case 'call':
      return 'mobile';
    case 'email':
      return 'email';
    case 'app':
      return 'app';
    case 'im':
      return 'im';
    case 'letter':
    case 'visit':
      return 'address';
  }
};

/** Whether a contact of this purpose takes from, and is bound by, the daily caps: a receipt, an answer to a complaint or a notice the law demands is no collection contact (requirements D1). */
export const isCapped = (purpose: Purpose): boolean => purpose !== 'service' && purpose !== 'legally-required';

const nothing: readonly Purpose[] = [];
export const answersAndNotices: readonly Purpose[] = ['service', 'legally-required'];

/** Purposes still allowed while a hold stops contact (regulation.md section 5, safe default; US 12 CFR 1006.6(c)(2) for notices after a cease request). */
export const allowedWhileHeld = (reason: HoldReason): readonly Purpose[] => {
  switch (reason) {
    /** Whoever answers may not be the debtor, or is not the one to speak with. */
    case 'death':
    case 'incapacity':
    case 'represented':
    case 'wrong-number':
    /** What is owed, or by whom, is in doubt. */
    case 'verification':
    case 'loan-mismatch':
    case 'unresolved-event':
      return nothing;
    /** Somebody must be able to help; nobody may press. */
    case 'self-harm-risk':
    /** Who it is that answers is in doubt: fraud is cleared up, nothing is demanded. */
    case 'identity-theft':
      return ['service'];
    /** The new holder's one word is the notice (民法典 art. 546); in court only what the law demands is served. */
    case 'assigned':
    case 'legal-proceedings':
      return ['legally-required'];
    case 'promise':
    case 'payment-pending':
    case 'hardship-claim':
    case 'dispute':
    case 'complaint':
    case 'cease-request':
    case 'insolvency':
    case 'opted-out':
    case 'proof-requested':
    case 'written-requested':
    case 'language':
    case 'credit-dispute':
    case 'breathing-space':
    case 'vulnerability':
    case 'repayment-plan':
    case 'military-service':
    case 'disaster':
    case 'time-barred':
    case 'debt-adviser':
    case 'original-creditor-requested':
    case 'command':
      return answersAndNotices;
  }
};
