import type { PromisePractice } from '../arrangements/promise-practice.js';
import type { Stage } from '../case/stage.js';
import type { Condition } from './condition.js';
import type { DebitPractice } from './debit-practice.js';
import type { EndOfLadder } from './end-of-ladder.js';
import type { Step } from './step.js';

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
  /** Absent: whether a failed debit is tried again is servicing's affair alone. */
  debit?: DebitPractice;
  stages: StageRules[];
  /** What becomes of a case that has nothing left to do; absent: it is watched for ever, and what is written off is collected on. */
  end?: EndOfLadder;
};
