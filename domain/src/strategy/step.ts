import type { ActKind } from '../case/act.js';
import type { Channel } from '../contact/channel.js';
import type { Condition } from './condition.js';

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
