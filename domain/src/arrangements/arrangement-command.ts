import type { Day } from '../calendar/day.js';
import type { Authority } from './arrangement-kind.js';
import type { ArrangementAsked } from './arrangement.js';

/** Why a second person says no (closed). */
export const declineReasons = ['not-affordable', 'too-little', 'not-documented', 'other-terms'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Why it is taken back (closed). */
export const withdrawReasons = ['debtor-asks', 'entered-in-error', 'untrue-statements'] as const;
export type WithdrawReason = (typeof withdrawReasons)[number];

/** What people do about arrangements. `on`: the day the debtor `personId` signed; `hash`: of the agreement they signed. */
export type ArrangementCommand =
  | { command: 'propose-arrangement'; asked: ArrangementAsked; authority: Authority }
  | { command: 'approve-arrangement'; arrangementId: string; authority: Authority }
  | { command: 'decline-arrangement'; arrangementId: string; because: DeclineReason }
  | { command: 'accept-arrangement'; arrangementId: string; personId: string; on: Day; hash: string }
  | { command: 'withdraw-arrangement'; arrangementId: string; because: WithdrawReason };
