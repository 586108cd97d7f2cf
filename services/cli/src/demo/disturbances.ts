import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '@recourse/domain/calendar/instant';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import type { Day } from '@recourse/domain/calendar/day';
import { switchContactOff, switchContactOn } from '../commands/switch-contact.js';
import type { OpenStores } from '../stack/open-stores.js';
import type { RunningStack } from '../stack/start-stack.js';
import { beginningOf } from './demo-options.js';
import { floodedLoans, floodRegion } from './flooded-region.js';

export type DisturbanceName = 'worker-killed' | 'regional-flood' | 'two-days-outage' | 'contact-stopped';

/** Moves the clock there; with `outage` it jumps, and what fell due meanwhile is met late. */
export type Advance = (to: Instant, outage?: boolean) => Promise<void>;

/** Something that goes wrong on a day of the demonstration. `play` moves the clock from the morning of `day` to `to`. */
export type Disturbance = {
  name: DisturbanceName;
  /** Counted from 1. */
  day: number;
  /** How many days it takes. */
  days: number;
  /** Answers whether it went wrong indeed. */
  play(morning: Day, to: Instant, advance: Advance): Promise<boolean>;
};

/** From day 60 until day 80. */
const floodDays = 20;
const killAfterMs = 300;
const restartWithinMs = 20_000;
const at = (morning: Day, hours: number): Instant =>
  new Date(Date.parse(beginningOf(morning)) + hours * 3_600_000).toISOString();

/** The worker is killed on day 40, a flood holds 12 loans from day 60 to 80, nobody of ours is there on days 100 and 101, contact is stopped for three hours on day 120. */
export function disturbances(stores: OpenStores, stack: RunningStack): readonly Disturbance[] {
  return [
    {
      name: 'worker-killed',
      day: 40,
      days: 1,
      async play(_morning, to, advance) {
        const worker = stack.service('worker');
        const before = worker?.restarts() ?? 0;
        let over = false;
        const day = advance(to).finally(() => (over = true));
        await Promise.race([sleep(killAfterMs), day]);
        if (!worker || over) {
          await day;
          return false;
        }
        worker.kill();
        await day;
        for (const until = Date.now() + restartWithinMs; worker.restarts() === before && Date.now() < until;)
          await sleep(100);
        return worker.restarts() > before;
      },
    },
    {
      name: 'regional-flood',
      day: 60,
      days: 1,
      async play(morning, to, advance) {
        const held = await floodRegion(stores, addDays(morning, floodDays));
        await advance(to);
        return held === floodedLoans;
      },
    },
    {
      name: 'two-days-outage',
      day: 100,
      days: 2,
      async play(_morning, to, advance) {
        await advance(to, true);
        return true;
      },
    },
    {
      name: 'contact-stopped',
      day: 120,
      days: 1,
      async play(morning, to, advance) {
        await advance(at(morning, 9.5));
        await switchContactOff(stores, 'rehearsal');
        await advance(at(morning, 12.5));
        await switchContactOn(stores);
        await advance(to);
        return true;
      },
    },
  ];
}
