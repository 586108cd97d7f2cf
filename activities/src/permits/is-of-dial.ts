import type { Instant } from '@recourse/domain/calendar/instant';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { tellerSkewMinutes } from '../clock/teller-skew.js';
import type { ActRecord } from '../records/act-record.js';

/** No talk is longer: what is told of later than this after the dial was another. */
const longestMinutes = 120;

/**
 * Whether a contact an agency tells of is the dial it names. A dial is one contact: told with another outcome than it was concluded
 * with, or of another time, it is one more, and nobody let that go.
 */
export function isOfDial({ code, at }: { code: OutcomeCode; at: Instant }, { begunAt, outcome }: ActRecord): boolean {
  if (at < minutesLater(begunAt, -tellerSkewMinutes) || at > minutesLater(begunAt, longestMinutes)) return false;
  return outcome?.result !== 'answered' || outcome.code === code;
}
