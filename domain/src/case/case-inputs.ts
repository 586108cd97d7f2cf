import type { ArrangementCommand } from '../arrangements/arrangement-command.js';
import type { LimitationCommand } from '../limitation/limitation-command.js';
import type { WriteOffCommand } from '../write-off/write-off.js';
import type { Instant } from '../calendar/instant.js';
import type { NotJoined } from '../contact/not-joined.js';
import type { PermitWithheld } from '../contact/permit-withheld.js';
import type { SearchedSource } from '../contact/searched-source.js';
import type { WishTold } from '../contact/wish.js';
import type { CreditTold } from '../credit-reporting/credit-told.js';
import type { Hold } from '../holds/hold.js';
import type { MatterCommand } from '../matters/matter-command.js';
import type { ActOutcome } from './act-outcome.js';
import type { Breach } from './breach.js';
import type { LoanFact } from './loan-fact.js';
import type { LoanVerification } from './loan-verification.js';

/** A person's command to a case. `actor` stands beside it in the input. */
export type Command =
  | { command: 'place-hold'; hold: Hold }
  | { command: 'end-hold'; holdId: string }
  | { command: 'review' }
  | MatterCommand
  | LimitationCommand
  | WriteOffCommand
  | ArrangementCommand;

/** What an agency or law firm tells of something handed to it. */
export type PartnerReport = {
  placementId: string;
  report: 'returned' | 'recall-acknowledged' | 'milestone';
  reason: string;
};

/**
 * One item of a case's inbox, consumed in order of `n` (per loan). `act-unanswered` is made by take-turn itself, with n = 0.
 * What was decided with it comes along, and is not decided again: `reopens` says that intake took servicing's closing of the loan back, `overtaken` that a closing counts no more when it comes,
 * `holds` are those placed when the act was concluded, `searched` the sources asked in a search. A hold reported with `endedAt` is one that has been ended.
 */
export type Input = { n: number; itemId: string; at: Instant } & (
  | { kind: 'loan-event'; event: LoanFact; reopens?: true; overtaken?: true }
  | { kind: 'act-outcome'; outcome: ActOutcome; holds?: Hold[] }
  | { kind: 'task-answer'; taskId: string; outcome: ActOutcome; holds?: Hold[]; searched?: SearchedSource[] }
  | { kind: 'partner-report'; report: PartnerReport }
  | { kind: 'command'; command: Command; actor: string }
  | { kind: 'hold-reported'; hold: Hold }
  | { kind: 'person-known'; personId: string }
  /** `by`: the operator who said so; absent: servicing. */
  | { kind: 'person-merged'; from: string; into: string; by?: string }
  | { kind: 'loan-verification'; planId: string; verification: LoanVerification }
  | { kind: 'event-parked' | 'unresolved-cleared'; parkedId: string }
  | { kind: 'breach-reported'; breach: Breach }
  | { kind: 'wishes-told'; personId: string; actId: string; wishes: WishTold[] }
  /** Somebody who holds the task wanted to begin and might not; the task stays theirs and the plan stands. */
  | { kind: 'start-withheld'; by: string; outcome: ActOutcome }
  /** Nothing of the plan changes by either: they are for the journal. */
  | { kind: 'permit-withheld'; withheld: PermitWithheld }
  | { kind: 'contact-not-joined'; notJoined: NotJoined }
  /** `by`: the person who raised or answered a dispute of the credit record. */
  | { kind: 'credit-told'; told: CreditTold; by?: string }
  | { kind: 'act-unanswered'; planId: string; begun: boolean }
);

/** An input before it has its place in the inbox. */
export type NewInput = Input extends infer I ? (I extends Input ? Omit<I, 'n'> : never) : never;
