import type { Act } from '@recourse/domain/case/act';
import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { Minor } from '@recourse/domain/money/money';

/** One case an act speaks of: the plan it fulfils, what it read and where in the loan's order it stands. */
export type CoveredCase = { caseId: string; planId: string; loanId: string; readPosition: number; order: number; arrears: Minor; currency: string };

/**
 * An act on the outside world, created by `begin` (`_id` = plan id, once), finished by `conclude`.
 * `begun`: we may have sent; `accepted`: the provider took it; `concluded`: its outcome is known.
 */
export type ActRecord = {
  _id: string;
  tenant: string;
  act: Act;
  covers: CoveredCase[];
  personId?: string;
  pointId?: string;
  blindIndex?: string;
  status: 'begun' | 'accepted' | 'concluded';
  /** Tenant clock. */
  begunAt: Instant;
  /** Wall clock: time-outs and sweeps. */
  begunWallAt: Date;
  /** Wall clock; a provider must not start after it. */
  notAfter: Date;
  /** SHA-256 of what was sent, when something was. */
  contentHash?: string;
  /** Who acts: `worker`, or the collector or crew. */
  actor: string;
  taskId?: string;
  acceptedAt?: Instant;
  providerRef?: string;
  outcome?: ActOutcome;
  concludedAt?: Instant;
  /** The gate's trace, or why there was none. */
  trace: unknown[];
};
