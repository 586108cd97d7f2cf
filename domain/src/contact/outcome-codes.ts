/** The closed table of what a call or visit can come to (requirements, Outcome codes). */
export type OutcomeCode =
  | 'no-answer' | 'busy' | 'powered-off' | 'invalid-number' | 'voicemail' | 'hung-up-before-verification' | 'hung-up-after'
  | 'not-verified' | 'third-party-relays' | 'third-party-refuses' | 'wrong-number' | 'promise' | 'pays-now' | 'already-paid'
  | 'payment-pending' | 'call-back-at' | 'hardship' | 'refuses' | 'disputes' | 'complains' | 'asks-proof' | 'asks-written'
  | 'represented' | 'deceased-reported' | 'incapacity' | 'self-harm-risk' | 'language';
