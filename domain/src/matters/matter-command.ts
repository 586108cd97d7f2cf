import type { Day } from '../calendar/day.js';
import type {
  ExtensionDecline,
  MatterChannel,
  MatterGround,
  MatterKind,
  MatterOutcome,
  ReleaseReason,
} from './matter.js';

/** What our staff says of a dispute or complaint. Days are those of the loan's zone; the actor stands beside the command. */
export type MatterCommand =
  | {
      command: 'raise-matter';
      kind: MatterKind;
      channel: MatterChannel;
      ground: MatterGround;
      raisedOn: Day;
      /** About the agency that has the loan. */
      againstAgency?: true;
    }
  /** `toldOn`: the day the person was told that it takes longer, and why. Where the law wants leave for it, it is only asked for. */
  | { command: 'extend-matter'; matterId: string; ground: string; toldOn: Day }
  /** Leave for what was asked for last, by somebody else. */
  | { command: 'approve-extension'; matterId: string }
  /** No leave for it, by somebody else: the day stays. */
  | { command: 'decline-extension'; matterId: string; because: ExtensionDecline }
  /** `on`: the day the answer was given; `corrects`: the loan is wrong and is to be put right first. */
  | { command: 'answer-matter'; matterId: string; outcome: MatterOutcome; on: Day; corrects?: true }
  | { command: 'release-matter'; matterId: string; because: ReleaseReason };
