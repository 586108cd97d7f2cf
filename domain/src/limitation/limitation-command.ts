import type { Day } from '../calendar/day.js';
import type { InterruptionGround, InterruptionProof } from './interruption.js';

/** What somebody proves of a limitation. `document`: where the proof is kept; an id, no contents and nobody's name. */
export type LimitationCommand =
  | {
      command: 'record-interruption';
      ground: InterruptionGround;
      on: Day;
      proof: InterruptionProof[];
      document: string;
    }
  | { command: 'record-suspension'; event: string; from: Day; until?: Day; document: string };
