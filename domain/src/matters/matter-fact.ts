import type { Day } from '../calendar/day.js';
import type { MatterCommand } from './matter-command.js';
import type { MatterRefusal } from './matter-refusal.js';
import type { ExtensionDecline, Matter, MatterExtension, MatterOutcome, ReleaseReason } from './matter.js';

/** What happens to the disputes and complaints of a case. */
export type MatterFact =
  | { type: 'matter-raised'; matter: Matter }
  /** More days that take the leave of a second person; the day stays until it is given. */
  | { type: 'matter-extension-asked'; matterId: string; extension: MatterExtension }
  | { type: 'matter-extension-declined'; matterId: string; because: ExtensionDecline; by: string }
  | { type: 'matter-extended'; matterId: string; extension: MatterExtension; dueOn: Day; taskId: string }
  /** Nobody had answered when the day was over. Stated once for each day that was missed. */
  | { type: 'matter-overdue'; matterId: string; dueOn: Day; taskId: string }
  /** `correctingTaskId`: the loan is to be put right before the hold ends. */
  | {
      type: 'matter-answered';
      matterId: string;
      outcome: MatterOutcome;
      on: Day;
      by: string;
      inTime: boolean;
      correctingTaskId?: string;
    }
  | { type: 'matter-released'; matterId: string; because: ReleaseReason; by: string }
  /** A command that changed nothing, and why. */
  | { type: 'matter-refused'; command: MatterCommand['command']; matterId?: string; because: MatterRefusal };
