import type { Instant } from '@recourse/domain/calendar/instant';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { OpenCall } from '@recourse/domain/contact/one-call';
import type { PersonMerge } from '@recourse/domain/contact/person-merge';
import type { DialRefusal, Permit, PermitFault, PermitRevocation } from '@recourse/domain/contact/permit';
import type { CaseNote } from '../contact/case-note.js';
import type { BeginRead } from '../contact/contact-store.js';
import type { ActRecord } from '../records/act-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { PermitRecord } from '../records/permit-record.js';

/** `permitId` names it once for ever; `minutes` from now, at most 60. `placementId`: of an agency, the act that placed the loans with it. */
export type PermitRequest = Pick<Permit, 'permitId' | 'holder' | 'personId' | 'pointId' | 'purpose' | 'channel'> & {
  tenant: string;
  loans: string[];
  placementId?: string;
  minutes: number;
  dials: number;
};

/** `key`: the holder's name for this request; while the dial may begin it is answered again under it. */
export type RedeemRequest = { tenant: string; permitId: string; n: number; holderId: string; key?: string };

/** A loan with its open case; `kase` absent: it has none. */
export type PermitLoan = { loan: LoanRecord; kase?: CollectionCase };

/** What granting and redeeming read inside their transaction; person, point and loans are also written. */
export type PermitRead = Pick<BeginRead, 'now' | 'wall' | 'contactStopped' | 'ingestIsCurrent' | 'person' | 'point'> & {
  loans: PermitLoan[];
  /** The person's name of now, when the permit or request names another. */
  merges?: readonly PersonMerge[];
  /** The named placement is with the holder now, taken or on its way. */
  placementIsLive: boolean;
};

/** With the permit that was granted under this id before, if one was. */
export type GrantRead = PermitRead & { before?: PermitRecord };

/**
 * What was granted, or why nothing; `notes` are told to the cases. Fewer dials than asked for: the gate allowed no more. `again`: granted
 * before for the same request; nothing is written.
 */
export type GrantVerdict =
  | { granted: PermitRecord; entries: LedgerEntry[]; again?: true }
  | { granted: undefined; not: NotGranted; notes: CaseNote[] };

export type NotGranted = {
  because: PermitRevocation | PermitFault | 'ingest-behind' | 'permit-id-taken';
  until?: Instant;
  rules: string[];
};

/** `again`: granted before, under this id. `ring`: the cases with news. */
export type GrantResult =
  | { granted: PermitRecord; again?: true }
  | { granted: undefined; not: NotGranted | { because: 'busy' | 'unknown-tenant'; rules: string[] }; ring?: string[] };

/**
 * `act`: what is written as begun; `entry` takes the place of the reservation. `again`: it was let go before, for the same request, and would be now. `revoke`:
 * the permit is at an end from now on; `notes` are told to the cases.
 */
export type RedeemVerdict =
  | { go: true; act: ActRecord; entry: LedgerEntry; permit: Permit }
  | { go: 'again'; actId: string; notAfter: Date }
  | { go: 'revoke'; permit: Permit; revoked: PermitRevocation; notes: CaseNote[] }
  | { go: false; because: RedeemRefusal; revoked?: PermitRevocation };

/**
 * Why a dial is not let go. The permit stands but for `permit-revoked`; `ingest-behind` and `busy` pass by themselves. `key-used`: the key has
 * named the request for another dial of the permit; `dial-open`: a call to the person or the number is under way.
 */
export type RedeemRefusal = DialRefusal | 'unknown-permit' | 'key-used' | 'dial-open' | 'ingest-behind' | 'busy';

/** `notAfter`: wall clock; who has not begun to dial by then must not. `again`: it was let go before; who has dialled since must not dial again. */
export type RedeemResult =
  | { go: true; actId: string; notAfter: Date; again?: true }
  | { go: false; because: RedeemRefusal; revoked?: PermitRevocation; ring?: string[] };

export type RedeemRead = PermitRead & {
  permit: PermitRecord;
  /** Calls to the person or the number, on this permit or not, of which nobody has told the outcome. */
  openCalls: (OpenCall & { notAfter: Date })[];
};

export interface PermitStore {
  /** One writing transaction as `begin` is: person, point, loans, permit. The same `permitId` again answers what was granted. */
  grant(request: PermitRequest, judge: (read: GrantRead) => GrantVerdict): Promise<GrantResult>;
  redeem(request: RedeemRequest, judge: (read: RedeemRead) => RedeemVerdict): Promise<RedeemResult>;
  /** Gives back what the holder has reserved and not dialled; of a permit that is at an end nothing. */
  giveBack(request: Omit<RedeemRequest, 'n'>): Promise<'given-back' | 'unknown-permit' | 'busy'>;
  /** Gives back the reservations of permits whose window has passed, at most so many; how many permits. */
  releaseOver(most: number): Promise<number>;
  permit(tenant: string, permitId: string): Promise<PermitRecord | undefined>;
}
