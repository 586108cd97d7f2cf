import { startOfDay } from '../calendar/local-time.js';
import type { Day } from '../calendar/day.js';
import type { Finding, GatePerson } from './gate-ask.js';

/** A deferral no longer than its rule is in force in any zone the person may be in; `effectiveTo` is the first day it is not. */
export const untilLapsed = (effectiveTo: Day | undefined, found: Finding, { zones }: GatePerson): Finding => {
  if (found.verdict !== 'defer' || effectiveTo === undefined) return found;
  const lapses = zones.map((zone) => startOfDay(effectiveTo, zone)).reduce((a, b) => (a > b ? a : b), '');
  return lapses !== '' && lapses < found.until ? { ...found, until: lapses } : found;
};
