import type { Day } from '../calendar/day.js';
import type { Minor } from '../money/money.js';

/**
 * Of what servicing and we say differently: what an acceleration made due, though nobody proved the notice the law wants; what a restructuring took
 * over and nothing of ours was open for; what left again of a payment, against what it brought; a waiver
 * of before its charge, which takes nothing off; the arrears, and all that is owed, as servicing tells them. Minor units.
 */
export type DiscrepancyAbout = 'acceleration' | 'taken-over' | 'money-out' | 'waiver' | 'arrears' | 'outstanding';

/** `id`: stays the same however the sums move. `ref`: the acceleration, the restructuring, the payment, the waiver, or the day the sums were told as of. */
export type Discrepancy = { id: string; about: DiscrepancyAbout; ref: string; ours: Minor; theirs: Minor };

/** What a case states of changes of the contract, of servicing's sums that are not ours, and of what servicing is asked for. */
export type ContractFact =
  | {
      type: 'restructuring-noted';
      restructuringId: string;
      on: Day;
      replaces: { from: number; to: number };
      instalments: number;
      overdue: 'billed-anew' | 'capitalised';
      takenOver: Minor;
    }
  /** `against`: rules of law by which nothing rests on it. */
  | { type: 'acceleration-noted'; accelerationId: string; on: Day; from: number; due: Minor; against?: string[] }
  | { type: 'undoing-noted'; accelerationId: string; undoneOn: Day; because: 'agreed' | 'paid' | 'told-in-error' }
  | { type: 'creditor-noted'; changeId: string; to: string; on: Day; notifiedOn?: Day }
  | { type: 'discrepancy-found'; discrepancy: Discrepancy; taskId: string }
  | { type: 'discrepancy-solved'; discrepancyId: string; by: 'news' | 'person' }
  /** Servicing is asked to debit again. `after`: the payment that failed; `attempt`: which try this would be. */
  | { type: 'debit-requested'; after: string; attempt: number; amount: Minor; currency: string };
