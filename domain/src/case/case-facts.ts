import type { ActOutcome } from './act-outcome.js';
import type { Act } from './act.js';
import type { Breach } from './breach.js';
import type { ArrangementFact } from '../arrangements/arrangement-fact.js';
import type { LimitationFact } from '../limitation/limitation-fact.js';
import type { WriteOffFact } from '../write-off/write-off-fact.js';
import type { PromiseMade, PromiseTold } from '../arrangements/promise.js';
import type { PromiseRefusal } from '../arrangements/refuse-promises.js';
import type { Carry, HandedTo, NoticeGiven } from './collection-case.js';
import type { ContractFact } from './contract-fact.js';
import type { MismatchField, VerificationSource, VerificationWait } from './loan-verification.js';
import type { Plan } from './plan.js';
import type { Criterion, Ending, Stage, StageCause } from './stage.js';
import type { Terms } from './terms.js';
import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import type { Channel } from '../contact/channel.js';
import type { LocateSource } from '../contact/locate-sources.js';
import type { SearchedSource } from '../contact/searched-source.js';
import type { Unreachable } from '../contact/unreachable.js';
import type { NotJoined } from '../contact/not-joined.js';
import type { PermitWithheld } from '../contact/permit-withheld.js';
import type { PersonMerge } from '../contact/person-merge.js';
import type { WishTold } from '../contact/wish.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { CreditAnswerDue } from '../credit-reporting/credit-answer-due.js';
import type { CreditTold } from '../credit-reporting/credit-told.js';
import type { Hold } from '../holds/hold.js';
import type { MatterFact } from '../matters/matter-fact.js';
import type { LateOwed } from '../money/late-owed.js';
import type { Minor } from '../money/money.js';

/** Why an input changed nothing; stated so that every input leaves a trace. */
export type IgnoredReason = 'already-known' | 'not-current' | 'unknown-hold' | 'matter-not-closed' | 'kept-by-the-case';

/** What can be restored from the journal, and what was the matter with it: not there, or not as the journal has it. */
export type Repaired = {
  what: 'case-document' | 'workflow' | 'open-case' | 'relay-position' | 'task';
  because: 'missing' | 'differs';
};

/**
 * What happened in a case, past tense, complete: folding them gives the case back.
 * `cause` is the inbox item, plan or `clock` that led to it.
 */
export type CaseFact = { v: 1; at: Instant; cause: string } & (
  | {
      type: 'case-opened';
      caseId: string;
      round: number;
      terms: Terms;
      zone: ZoneSlice;
      anchorOn: Day;
      graceEndsAt: Instant;
      carried?: Carry;
    }
  | {
      type: 'terms-noted';
      terms: Terms;
      zone: ZoneSlice;
      graceEndsAt: Instant;
      /** Another borrower: the stage is walked anew. */
      round?: number;
      /** The terms are those known before: what the law makes of them was asked now (ADR 0035). */
      onlyLaw?: true;
    }
  | {
      type: 'history-taken-on';
      asOf: Day;
      /** How far somebody else has led the case up the ladder. */
      walkedUntil: Instant;
      lastContactOn: Partial<Record<Channel, Day>>;
      failedCallDays: Day[];
      refusedOn?: Day;
      contactsToldUntil?: Instant;
      /** How much was told. */
      told?: { payments: number; contacts: number; notices: number; holds: number };
    }
  /** Two records of one human became one: whoever the case knew as `from` is `into`, with the points as they are called now. */
  | ({ type: 'records-merged' } & PersonMerge)
  | { type: 'strategy-pinned'; strategy: { name: string; version: number; hash: string }; segment: string }
  | {
      type: 'position-noted';
      positionVersion: number;
      arrears: Minor;
      currency: string;
      dpd: number;
      bucket: string;
      anchorOn: Day;
      unpaidInstalments: number[];
      oldestUnpaidDueOn?: Day;
      /** What the borrower would have been told, where the terms charge for lateness. */
      late?: LateOwed;
    }
  /** `promises`: those whose breaking led here. */
  | {
      type: 'stage-entered';
      stage: Stage;
      from?: Stage;
      because: StageCause;
      round: number;
      criteria: Criterion[];
      promises?: string[];
    }
  /** Younger arrears belong to a stage below, and the strategy keeps the case where it is. */
  | { type: 'stage-kept'; stage: Stage; round: number; because: 'arrears-reduced' }
  | { type: 'stage-passed-over'; stage: Stage; round: number; criteria: Criterion[] }
  | { type: 'step-planned'; plan: Plan }
  | {
      type: 'step-lapsed';
      round: number;
      step: string;
      because:
        | 'too-late'
        | 'merged'
        | 'notice-already-given'
        | 'condition-not-met'
        | 'no-contact-point'
        | 'refused'
        | 'tries-used'
        | 'promise-kept';
    }
  | { type: 'step-done'; round: number; step: string; by: string }
  | { type: 'contact-withheld'; planId: string; outcome: ActOutcome; until?: Instant }
  /** A person's start that the gate or `begin` did not let happen; nothing of the plan changes. */
  | { type: 'start-withheld'; by: string; outcome: ActOutcome }
  | ({ type: 'permit-withheld' } & PermitWithheld)
  | ({ type: 'contact-not-joined' } & NotJoined)
  | ({ type: 'credit-noted' } & (CreditTold | CreditAnswerDue))
  | { type: 'contact-concluded'; planId: string; act?: Act; outcome: ActOutcome; consumesTry: boolean }
  | { type: 'try-missed'; planId: string; because: 'missed' | 'withdrawn' }
  | { type: 'act-awaited'; planId: string; awaiting: 'receipt' | 'task'; until: Instant }
  /** `again`: it was over for this round, and its tries count anew. */
  | { type: 'alternative-called-in'; round: number; step: string; from: string; again?: true }
  | { type: 'notice-given'; notice: NoticeGiven }
  | { type: 'loan-verified'; by: 'servicing' | 'person'; positionVersion: number }
  | { type: 'loan-mismatched'; field: MismatchField; ours: string; theirs: string }
  | {
      type: 'verification-awaited';
      from: VerificationSource;
      because: VerificationWait;
      until: Instant;
      field?: string;
      reason?: string;
    }
  | { type: 'task-opened'; taskId: string; to: string; deadline: Instant }
  | { type: 'task-closed'; taskId: string; because: 'answered' | 'missed' | 'withdrawn' }
  | { type: 'hold-placed'; hold: Hold }
  | { type: 'hold-ended'; holdId: string }
  | { type: 'promise-made'; promise: PromiseMade }
  /** `was`: found otherwise before; late news, or money that was taken back, turned it. */
  | {
      type: 'promise-judged';
      promiseId: string;
      state: 'kept' | 'broken';
      received: Minor;
      was?: 'kept' | 'broken';
    }
  /** Another took its place while it was open. */
  | { type: 'promise-replaced'; promiseId: string; by: string; received: Minor }
  | { type: 'promise-refused'; told: PromiseTold[]; because: PromiseRefusal | 'nothing-overdue' }
  | ArrangementFact
  | ContractFact
  | MatterFact
  | LimitationFact
  | WriteOffFact
  | { type: 'call-back-agreed'; round: number; step: string; callBackAt: Instant }
  | { type: 'refusal-recorded'; on: Day }
  | { type: 'failed-call-noted'; on: Day }
  | { type: 'loan-ended'; ending: Ending }
  | { type: 'loan-reopened'; ending: Ending }
  | { type: 'handed-over'; to: HandedTo }
  | { type: 'handed-back'; placementId: string; because: 'returned' | 'recalled' | 'withdrawn' }
  | ({ type: 'unreachable-proved'; personId: string } & Unreachable)
  | { type: 'borrower-searched'; taskId: string; searched: (SearchedSource & { basis: string })[] }
  | { type: 'borrower-located'; pointId: string; source: LocateSource; basis: string }
  | ({ type: 'breach-opened' } & Breach)
  /** What somebody asked for or agreed to in the contact `actId`; the rest of it is the person's, and not for the journal. */
  | { type: 'wishes-noted'; personId: string; actId: string; wishes: WishTold[] }
  | { type: 'input-noted'; kind: string; ignored?: IgnoredReason }
  | ({ type: 'case-repaired' } & Repaired)
  | { type: 'case-closed'; ending: Ending; carry: Carry }
);

export type CaseFactType = CaseFact['type'];
