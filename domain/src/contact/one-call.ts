import type { Instant } from '../calendar/instant.js';
import { minutesLater } from '../calendar/local-time.js';
import { baseVersion } from './all-answers.js';
import type { RuleAnswer } from './gate-ask.js';

/** A call to the person or the number that was let go and of which nobody has told what came of it; also one given up as unknown. */
export type OpenCall = { actId: string; begunAt: Instant };

/** In the journal, the trace and over HTTP alike. */
export const dialOpen = 'dial-open';

/**
 * One telephone is not rung by two at once: while a call to the person or the number is under way, whoever makes it, another is put off until
 * its outcome is told, or it has lasted `longestMinutes`. From then on it stands in nobody's way, though it still counts for the caps. It is no rule of
 * the gate, since a permit that reserves dials for later rings nobody now.
 */
export const oneCall = (calls: readonly OpenCall[], at: Instant, longestMinutes: number): RuleAnswer => {
  const ends = calls.map(({ begunAt }) => minutesLater(begunAt, longestMinutes)).filter((end) => end > at);
  const until = ends.toSorted().at(-1);
  const asked = {
    rule: dialOpen,
    version: baseVersion,
    citation: 'own rule: one telephone is not rung by two at once',
  };
  const inputs = { callsUnderWay: ends.length, longestMinutes };
  return until === undefined ? { ...asked, verdict: 'allow', inputs } : { ...asked, verdict: 'defer', until, inputs };
};
