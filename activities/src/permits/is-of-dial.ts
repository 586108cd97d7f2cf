import type { Instant } from '@recourse/domain/calendar/instant';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { tellerSkewMinutes } from '../clock/teller-skew.js';
import type { ActRecord } from '../records/act-record.js';

/** No talk is longer: what is told of later than this after the dial was another. */
const longestMinutes = 120;

/**
 * Whether a contact an agency tells of in an event is the dial it names. A dial is one contact: what another event tells of it, or what is told
 * with another outcome or of another time than it was concluded with, is one more, and nobody let that go.
 */
export function isOfDial(
  { code, at }: { code: OutcomeCode; at: Instant },
  { begunAt, outcome, toldBy }: Pick<ActRecord, 'begunAt' | 'outcome' | 'toldBy'>,
): boolean {
  if (toldBy !== undefined) return false;
  if (at < minutesLater(begunAt, -tellerSkewMinutes) || at > minutesLater(begunAt, longestMinutes)) return false;
  if (outcome?.result !== 'answered') return true;
  return outcome.code === code && Math.abs(Date.parse(outcome.at) - Date.parse(at)) <= tellerSkewMinutes * 60_000;
}
