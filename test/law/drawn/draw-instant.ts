import type { Instant } from '@recourse/domain/calendar/instant';
import type { Chance } from './chance.js';

/** Days on which clocks change somewhere, the leap day, the ends of a year and of a month, and a plain one. */
const oddDays = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-09-06',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
  '2028-02-29',
  '2026-12-31',
  '2026-07-15',
];

/** Minutes of the day at which laws, days and clocks turn. */
const minutes = [0, 60, 90, 105, 120, 150, 180, 480, 540, 720, 1_050, 1_259, 1_260, 1_320, 1_380, 1_410, 1_439];

/** Offsets east of UTC at which wall times are laid; the zones of the person need not be these. */
const offsets = [-300, -240, 0, 60, 480, 360, -420, 660, 630, 120, 180, -180, 345, 825];

/** Days back at which caps, cooldowns and consents run out. */
const daysBack = [0, 0, 0, 0, -1, -1, -2, -5, -6, -7, -8, -29, -30, -59, -60, -89, -90, 1];

export const drawOddDay = ({ of }: Chance): string => of(oddDays);

export const laterBy = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** Milliseconds beside an edge. */
export const drawBeside = ({ of, below, onceIn }: Chance): number =>
  onceIn(6) ? below(180_001) - 90_000 : of([0, 0, -1, 1, -60_000, 60_000]);

/** An instant `days` from `day`, at an edge of some zone's day, give or take a moment. */
export const drawInstant = (chance: Chance, day: string, days: readonly number[] = daysBack): Instant => {
  const { of, below, onceIn } = chance;
  const minute = onceIn(5) ? below(1_440) : of(minutes);
  const off = of(days) * 86_400_000 + (minute - of(offsets)) * 60_000 + drawBeside(chance);
  return laterBy(`${day}T00:00:00.000Z`, off);
};
