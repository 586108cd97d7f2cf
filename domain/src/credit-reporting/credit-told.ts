import type { Day } from '../calendar/day.js';
import type { GateTrace } from '../contact/gate-trace.js';
import type { HoldReason } from '../holds/hold.js';
import type { Minor } from '../money/money.js';
import type { CreditDisputeReason } from './credit-dispute.js';
import type { CreditRowKind } from './credit-record.js';
import type { CreditStanding } from './credit-state.js';
import type { Month } from './month.js';

/** Why a month is not told to the bureau. Closed. */
export const furnishRefusals = [
  'month-not-over',
  'unresolved-event',
  'held',
  'unknown-person',
  'unknown-zone',
  'unknown-jurisdiction',
  'notice-not-given',
] as const;
export type FurnishRefusal = (typeof furnishRefusals)[number];

/** What a case is told of its loan's credit record; nothing of its plan changes by it. */
export type CreditTold =
  | {
      credit: 'furnished';
      row: string;
      kind: CreditRowKind;
      month: Month;
      standing: CreditStanding;
      dpd: number;
      overdue: Minor;
      currency: string;
      adverse: boolean;
      disputed: boolean;
      gate?: GateTrace;
    }
  | {
      credit: 'withheld';
      month: Month;
      because: FurnishRefusal;
      holds?: HoldReason[];
      rules: string[];
      gate?: GateTrace;
    }
  | { credit: 'rejected'; row: string; code: string }
  | { credit: 'disputed'; disputeId: string; raised: CreditDisputeReason; dueOn: Day; rules: string[] }
  | { credit: 'answered'; disputeId: string; upheld: boolean; wrong: Month[]; late: boolean };
