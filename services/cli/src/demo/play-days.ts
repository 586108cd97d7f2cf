import type { InstantMet } from '@recourse/activities/clock/advance-clock';
import { portfolioStanding } from '@recourse/infra/mongo/portfolio-standing';
import { advance } from '../commands/advance.js';
import type { OpenClock } from '../stack/open-clock.js';
import type { OpenStores } from '../stack/open-stores.js';
import type { LiveDisplay } from './live-display.js';
import { beginningOf, dayAfter, daysBetween, type DemoOptions } from './demo-options.js';

export type PlayedDays = { instants: number; slowest?: { at: string; ms: number } };

type PlayDays = {
  stores: OpenStores;
  clock: OpenClock;
  display: LiveDisplay;
  options: DemoOptions;
  atEndOfDay(): Promise<void>;
};

const betweenLooksMs = 500;

/** Advances the clock from day to day and shows what has become of the portfolio. */
export async function playDays({ stores, clock, display, options, atEndOfDay }: PlayDays): Promise<PlayedDays> {
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
  for (let day = 1; day <= days; day += 1) {
    const date = dayAfter(options.from, day);
    instants += await advance(clock, { tenant, to: beginningOf(date), outage: false, onProgress });
    await atEndOfDay();
    if (day === days || day % 5 === 0 || performance.now() - lookedAt > betweenLooksMs) {
      display.show({ day, days, date, standing: await portfolioStanding(mongo.collections, tenant) });
      lookedAt = performance.now();
    }
    metAt = performance.now();
  }
  return { instants, ...(slowest ? { slowest } : {}) };
}
