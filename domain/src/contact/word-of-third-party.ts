import type { OutcomeCode } from './outcome-codes.js';

/**
 * What somebody who owes nothing says counts for whom: `about` whose hold it is, `refuses`: never to be contacted again about anybody
 * (CN-3P-2: one refusal is for ever), `ends`: there is no more to ask.
 */
export type WordOfThirdParty = { about: 'debtor' | 'speaker'; refuses: boolean; ends: boolean };

/** How an outcome code is read when it was no debtor who answered. */
export const wordOfThirdParty = (code: OutcomeCode): WordOfThirdParty => {
  switch (code) {
    case 'deceased-reported':
    case 'incapacity':
    case 'represented':
    case 'hardship':
    case 'self-harm-risk':
      return { about: 'debtor', refuses: false, ends: true };
    case 'third-party-refuses':
    // Who hears what it is about and hangs up wants to hear no more of it.
    case 'hung-up-after':
    case 'refuses':
    case 'complains':
      return { about: 'speaker', refuses: true, ends: false };
    case 'third-party-relays':
    case 'pays-now':
    case 'already-paid':
    case 'payment-pending':
    case 'promise':
      return { about: 'speaker', refuses: false, ends: true };
    case 'no-answer':
    case 'busy':
    case 'powered-off':
    case 'invalid-number':
    case 'voicemail':
    case 'hung-up-before-verification':
    case 'not-verified':
    case 'wrong-number':
    case 'call-back-at':
    case 'disputes':
    case 'asks-proof':
    case 'asks-written':
    case 'language':
      return { about: 'speaker', refuses: false, ends: false };
    default:
      return code satisfies never;
  }
};
