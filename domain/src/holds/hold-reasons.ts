import type { HoldReason } from './hold.js';

const reasons: Record<HoldReason, true> = {
  verification: true,
  'loan-mismatch': true,
  'unresolved-event': true,
  promise: true,
  'payment-pending': true,
  'hardship-claim': true,
  dispute: true,
  complaint: true,
  'cease-request': true,
  'wrong-number': true,
  represented: true,
  death: true,
  insolvency: true,
  incapacity: true,
  'self-harm-risk': true,
  'opted-out': true,
  'proof-requested': true,
  'written-requested': true,
  language: true,
  'credit-dispute': true,
  'breathing-space': true,
  vulnerability: true,
  'repayment-plan': true,
  'military-service': true,
  disaster: true,
  'identity-theft': true,
  'time-barred': true,
  assigned: true,
  'legal-proceedings': true,
  'debt-adviser': true,
  'original-creditor-requested': true,
  command: true,
};

/** Every reason there is, for those who read reasons from outside: one that is not here is none. */
export const holdReasons = Object.keys(reasons) as [HoldReason, ...HoldReason[]];
