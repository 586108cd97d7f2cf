import type { Criterion } from '../case/stage.js';
import type { Day } from '../calendar/day.js';
import type { Minor } from '../money/money.js';
import type { LadderEnd } from '../strategy/end-of-ladder.js';
import type { WriteOff, WriteOffRefusal } from './write-off.js';

/** What a case states when its ladder has ended, and of its write-off. */
export type WriteOffFact =
  /** Nothing of the ladder is left to do; `becomes`: what its strategy says of it, by which conditions. */
  | { type: 'ladder-ended'; becomes: LadderEnd; round: number; criteria: Criterion[] }
  | { type: 'write-off-proposed'; writeOff: WriteOff }
  | { type: 'write-off-refused'; command: string; because: WriteOffRefusal }
  | { type: 'write-off-declined'; writeOffId: string; by: string }
  /** A second person approved it. The claim remains; its money is recovery from now on. */
  | {
      type: 'written-off';
      writeOffId: string;
      proposedBy: string;
      approvedBy: string;
      amount: Minor;
      currency: string;
      on: Day;
    }
  /** Money received since it was written off; `takenBack`: so much of it was reversed or charged back; `left`: what stays of the payment, where that is not all or none of it. */
  | {
      type: 'recovery-noted';
      writeOffId: string;
      paymentId: string;
      amount: Minor;
      currency: string;
      valueDate: Day;
      takenBack?: true;
      left?: Minor;
    };
