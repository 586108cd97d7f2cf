import { outcomeTable } from '@recourse/domain/contact/outcome-table';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import type { Outside } from '../../../services/staff/src/outside.js';
import type { Received } from '../look.js';

/** What may come of a call here: nothing that stops the next one, so that only the law does. */
const codes = [
  'no-answer',
  'busy',
  'voicemail',
  'hung-up-before-verification',
  'refuses',
] as const satisfies OutcomeCode[];

/** Telephones of the senders' own, with a log of their own: when each rang, by the clock they all go by, and what came of it. */
export function telephones(now: () => Promise<string>): Outside & { log: Received[] } {
  const log: Received[] = [];
  return {
    log,
    async speak(kind, id, to) {
      const code = codes[Math.floor(Math.random() * codes.length)] ?? 'no-answer';
      log.push({ id, channel: kind, to, at: await now() });
      return { code, details: outcomeTable[code].conversation ? { arrearsReason: 'other' } : {} };
    },
  };
}
