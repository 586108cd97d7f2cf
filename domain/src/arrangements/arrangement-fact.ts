import type { Day } from '../calendar/day.js';
import type { Minor } from '../money/money.js';
import type { ArrangementCommand, DeclineReason, WithdrawReason } from './arrangement-command.js';
import type { Authority } from './arrangement-kind.js';
import type { RefusedArrangement } from './arrangement-refusal.js';
import type { Arrangement } from './arrangement.js';

/** What happens to arrangements of a case. */
export type ArrangementFact =
  | { type: 'arrangement-proposed'; arrangement: Arrangement }
  /** A command that changed nothing; the one who gave it is answered with the first reason. */
  | {
      type: 'arrangement-refused';
      command: ArrangementCommand['command'];
      arrangementId?: string;
      refused: RefusedArrangement[];
    }
  | { type: 'arrangement-approved'; arrangementId: string; by: string; authority: Authority }
  | { type: 'arrangement-declined'; arrangementId: string; by: string; because: DeclineReason }
  | { type: 'arrangement-accepted'; arrangementId: string; personId: string; on: Day }
  /** `missed`: the due day that broke it; `was`: found otherwise before, and later news turned it. `active` again: mended within the days of cure. */
  | {
      type: 'arrangement-judged';
      arrangementId: string;
      state: 'active' | 'kept' | 'broken';
      received: Minor;
      missed?: Day;
      was?: 'kept' | 'broken';
    }
  | {
      type: 'arrangement-ended';
      arrangementId: string;
      because: WithdrawReason | 'lapsed' | 'loan-ended';
      by?: string;
    };
