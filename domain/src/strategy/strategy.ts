import type { PromisePractice } from '../arrangements/promise-practice.js';
import type { ActKind } from '../case/act.js';
import type { Stage } from '../case/stage.js';
import type { Channel } from '../contact/channel.js';

/** A condition over the case; lists are "all of". `ladder-age`, `dpd` in days; `arrears` in minor units. */
export type Condition =
  | {
      fact: 'ladder-age' | 'dpd' | 'arrears' | 'failed-call-days' | 'episode' | 'round';
      atLeast?: number;
      below?: number;
    }
  | { fact: 'refused'; is: boolean }
  | { fact: 'failed-calls-or-refusal'; atLeast: number }
  | { fact: 'address-verified-within'; days: number }
  | { fact: 'no-hold'; stops: string }
  | { fact: 'notice-given'; notice: string; daysSince: number }
  | { fact: 'product'; oneOf: string[] }
  /** The borrower is proved unreachable (domain/src/contact/unreachable.ts). */
  | { fact: 'debtor-unreachable' };

/** What the result of a try leads to. `retry` plans the next try while tries last, then the step is done. */
export type StepResult = 'done' | 'retry' | 'else';

/** One planned act inside a stage (步骤). A step without `ladderDay` is only reached as the `else` of another. */
export type Step = {
  step: string;
  act: Exclude<ActKind, 'verify-loan'>;
  channel?: Channel;
  by?: 'desk' | 'dialler' | 'voice-bot';
  template?: string;
  notice?: string;
  partner?: string;
  purpose?: 'collect' | 'legally-required' | 'locate';
  /**
   * Whom the step reaches; absent: the borrower. A contact person is asked where the borrower is, and nothing else; a representative
   * is spoken to in the place of a borrower who may not be.
   */
  to?: 'emergency-contact' | 'representative';
  /** Ladder age (loan's zone) on which the step is due. */
  ladderDay?: number;
  /** Local time of the person, `HH:MM`. */
  at: string;
  tries: number;
  everyDays: number;
  validForDays: number;
  ifLate: 'do' | 'merge' | 'lapse';
  else?: string;
  when?: Condition[];
  /** By `TryResult`; what is absent follows the outcome table. */
  on?: Record<string, StepResult>;
  /** Hours a task stays open for the desk or crew. */
  taskHours?: number;
};

export type StageRules = {
  stage: Exclude<Stage, 'monitoring'>;
  enter: Condition[];
  leave: Condition[];
  /** `pass-over`: failed entry conditions skip the stage with the reasons recorded; `wait`: the case stays until they hold. */
  ifNotEntered: 'pass-over' | 'wait';
  /** What younger arrears do to a case in the stage; absent: they lower it to the one they belong to. */
  ifReduced?: 'lower' | 'keep';
  steps: Step[];
};

/** A versioned ladder (策略), checked by `check-strategy` before anything may use it. */
export type Strategy = {
  strategy: string;
  version: number;
  segments: { name: string; when: Condition[] }[];
  /** Days a step done late pushes the next one away, so that nothing bursts. */
  spacingDays: number;
  /** Days to wait for a delivery receipt before the attempt is taken as unknown. */
  receiptWithinDays: number;
  /** Until versions said more of promises: days after the promised day until one is judged broken. Either this or `promises`. */
  promiseGraceDays?: number;
  promises?: PromisePractice;
  monitoring: { instalments: number; days: number };
  /** A borrower who is unreachable is looked for: how many searches, days each may take, and the step a number that was found is called by. */
  locate?: { tries: number; days: number; call: string };
  /** Steps of no stage: the first is due as soon as somebody is named who speaks for a borrower who is represented, without capacity or dead. */
  representative?: { steps: Step[] };
  stages: StageRules[];
};
