import { z } from 'zod';
import { day, instant, interruptionShape, notice, stage, text, whole } from './case-shapes-schema.js';
import { writeOffShape } from './write-off-shape.js';

const suspension = z.object({ event: text, on: day, until: day.exactOptional(), by: interruptionShape.by });

/** What an ended episode leaves to the next of the same loan. */
export const carryShape = z.object({
  notices: z.array(notice),
  lastStage: stage.exactOptional(),
  round: whole,
  anchorOn: day,
  endedAt: instant,
  interruptions: z
    .array(z.object(interruptionShape))
    .exactOptional()
    .describe('What let the limitation of the claim begin anew.'),
  suspensions: z.array(suspension).exactOptional().describe('What stood in the way of claiming.'),
  writeOff: writeOffShape.exactOptional().describe('The claim is written off.'),
});
