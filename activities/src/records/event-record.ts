import type { LoanFact } from '@recourse/domain/case/loan-fact';

/** An event we accepted. `_id` = `tenant/source/id`. `order` is the loan's order at acceptance. */
export type EventRecord = {
  _id: string;
  tenant: string;
  loanId: string;
  type: LoanFact['type'];
  contentHash: string;
  /** Only on the first event of a payment: another of the same payment is remembered without it. */
  paymentId?: string;
  order: number;
  positionVersion: number;
  caseId?: string;
  /** Tenant clock and wall clock at acceptance. */
  acceptedAt: string;
  acceptedWallAt: Date;
  topic: string;
  partition: number;
  offset: string;
  /** Of what an operator published: who, and why. */
  saidBy?: { by: string; because: string };
};

/**
 * An event set aside. `_id` = `topic/partition/offset`. Key, headers and value are sealed as they came: they may hold anything.
 * `headers` shows those that are CloudEvents attributes of the right form.
 */
export type ParkedRecord = {
  _id: string;
  tenant?: string;
  loanId?: string;
  headers: Record<string, string>;
  sealedBytes: { iv: string; data: string; tag: string };
  cause: { code: ParkingCause; field: string; reason: string };
  parkedAt: string;
  status: 'parked' | 'redriven' | 'discarded';
  resolvedBy?: string;
  resolvedBecause?: string;
  resolvedAt?: string;
};

/** Why an event was set aside instead of taken. */
export type ParkingCause =
  | 'not-cloudevents'
  | 'unknown-type'
  | 'malformed'
  | 'sums-do-not-add-up'
  | 'unknown-currency'
  | 'unknown-zone'
  | 'unknown-loan'
  | 'key-mismatch'
  | 'unknown-tenant'
  | 'same-id-other-content'
  | 'same-payment-other-content'
  | 'contradiction'
  | 'dated-ahead'
  | 'before-contract-start'
  | 'cannot-be-reckoned'
  | 'unknown-attempt';
