import type { InstantMet } from '@recourse/activities/clock/advance-clock';
import { portfolioStanding } from '@recourse/infra/mongo/portfolio-standing';
import { disturbanceWords } from '../words/disturbance-words.js';
import { advance } from '../commands/advance.js';
import type { OpenClock } from '../stack/open-clock.js';
import type { OpenStores } from '../stack/open-stores.js';
import type { LiveDisplay } from './live-display.js';
import type { Advance, Disturbance, DisturbanceName } from './disturbances.js';
import { beginningOf, dayAfter, daysBetween, type DemoOptions } from './demo-options.js';

export type PlayedDays = { instants: number; disturbed: DisturbanceName[]; slowest?: { at: string; ms: number } };

type PlayDays = {
  stores: OpenStores;
  clock: OpenClock;
  display: LiveDisplay;
  options: DemoOptions;
  /** What goes wrong, each on its day; days beyond the last are left out. */
  disturbances: readonly Disturbance[];
  atEndOfDay(): Promise<void>;
};

const betweenLooksMs = 500;

/** Advances the clock from day to day and shows what has become of the portfolio. */
export async function playDays({
  stores,
  clock,
  display,
  options,
  disturbances,
  atEndOfDay,
}: PlayDays): Promise<PlayedDays> {
  const { tenant, mongo } = stores;
  const days = daysBetween(options.from, options.until);
  let instants = 0;
  let slowest: PlayedDays['slowest'];
  let metAt = performance.now();
  let lookedAt = 0;
  const onProgress = ({ at }: InstantMet): void => {
    const ms = performance.now() - metAt;
    if (!slowest || ms > slowest.ms) slowest = { at, ms };
    metAt = performance.now();
  };
  const disturbed: DisturbanceName[] = [];
  const advanceTo: Advance = async (to, outage = false) => {
    instants += await advance(clock, { tenant, to, outage, onProgress });
  };
  for (let first = 1; first <= days;) {
    const disturbance = disturbances.find((each) => each.day === first && first + each.days - 1 <= days);
    const day = first + (disturbance?.days ?? 1) - 1;
    const date = dayAfter(options.from, day);
    if (disturbance) {
      if (await disturbance.play(dayAfter(options.from, first - 1), beginningOf(date), advanceTo)) {
        disturbed.push(disturbance.name);
        display.note(disturbanceWords[options.lang][disturbance.name]);
      }
    } else await advanceTo(beginningOf(date));
    first = day + 1;
    await atEndOfDay();
    if (day === days || day % 5 === 0 || performance.now() - lookedAt > betweenLooksMs) {
      display.show({ day, days, date, standing: await portfolioStanding(mongo.collections, tenant) });
      lookedAt = performance.now();
    }
    metAt = performance.now();
  }
  return { instants, disturbed, ...(slowest ? { slowest } : {}) };
}
