import type { Instant } from '@recourse/domain/calendar/instant';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';

/** Work for a person. `_id` = plan id. Opened and closed by the turn; the desk writes only lease and answer. */
export type TaskRecord = {
  _id: string;
  tenant: string;
  kind: 'call' | 'visit' | 'verify-person' | 'verification' | 'locate-debtor' | 'follow-up';
  covers: { caseId: string; planId: string; loanId: string }[];
  personId: string;
  pointId?: string;
  openedAt: Instant;
  deadline: Instant;
  status: 'open' | 'closed';
  closedBecause?: 'answered' | 'missed' | 'withdrawn';
  closedAt?: Instant;
  lease?: { by: string; until: Instant };
  startedAt?: Instant;
  answeredBy?: string;
  answeredAt?: Instant;
  code?: OutcomeCode;
  version: number;
};
