import type { Act } from '@recourse/domain/case/act';
import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import type { Day } from '@recourse/domain/calendar/day';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { GateTrace } from '@recourse/domain/contact/gate-trace';
import type { Party } from '@recourse/domain/contact/party';
import type { Unreachable } from '@recourse/domain/contact/unreachable';
import type { LateOwed } from '@recourse/domain/money/late-owed';
import type { Minor } from '@recourse/domain/money/money';

/** One case an act speaks of: the plan it fulfils, what it read and where in the loan's order it stands. `dueOn`: its oldest unpaid due date. */
export type CoveredCase = {
  caseId: string;
  planId: string;
  loanId: string;
  readPosition: number;
  order: number;
  arrears: Minor;
  currency: string;
  dueOn?: Day;
  /** The creditor's id after a change of which the debtor is notified; absent: whoever lent. */
  creditor?: string;
  /** Where the terms charge for lateness: what the borrower is told instead of the arrears. */
  late?: LateOwed;
  /** What the contact gate was asked about this loan and said; of a contact about several. */
  gate?: GateTrace;
};

/**
 * An act on the outside world, created by `begin` (`_id` = plan id, once), finished by `conclude`.
 * `begun`: we may have sent; `accepted`: the provider took it; `concluded`: its outcome is known.
 * An act of which it is certain that nothing was sent is set aside under `planId~order`, its covers renamed likewise, so that the same
 * plan can be begun anew.
 */
export type ActRecord = {
  _id: string;
  tenant: string;
  act: Act;
  covers: CoveredCase[];
  personId?: string;
  pointId?: string;
  /** Of a contact with somebody who is no borrower: whom it is about, and what the one contacted is to them. */
  about?: { personId: string; party: Party; unreachable?: Unreachable };
  blindIndex?: string;
  status: 'begun' | 'accepted' | 'concluded';
  /** Tenant clock. */
  begunAt: Instant;
  /** Wall clock: time-outs and sweeps. */
  begunWallAt: Date;
  /** Wall clock; a provider must not start after it. */
  notAfter: Date;
  /** Language the person is written to in, when something is. */
  language?: string;
  /** SHA-256 of what is sent, when something is, and the template it is made from: `reminder-first@2`. */
  contentHash?: string;
  template?: string;
  /** Who acts: `worker`, or the collector or crew. */
  actor: string;
  taskId?: string;
  /** The dial of a permit it is; its holder dials, and tells us what came of it. */
  permit?: { permitId: string; n: number };
  /** The event by which an agency told of this dial: what another one tells of it is another contact. */
  toldBy?: string;
  /** Told by an agency afterwards; we never let it begin. */
  reportedBy?: { placementId: string; itemId: string };
  acceptedAt?: Instant;
  providerRef?: string;
  /** Wall clock: when the provider was last asked about it. */
  askedWallAt?: Date;
  outcome?: ActOutcome;
  concludedAt?: Instant;
  /** What the contact gate was asked about the first loan and said; of a contact. */
  gate?: GateTrace;
  /** Where its loans and its person are, the loans' products, and whether an agency has or told of it: whose law its outcome is under. */
  bearing?: { places: string[]; products: string[]; agency?: true };
};
