import type { Day } from '@recourse/domain/calendar/day';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { chanceOf, type Chance } from './chance.js';
import { channels, lines, providerTroubles, servers, services, type Fault, type Trouble } from './fault.js';

export type Round = {
  /** What repeats it. */
  seed: string;
  chance: Chance;
  /** The test clock begins at midnight of this day (UTC), and ends so many days later. */
  from: Day;
  days: number;
  /** The clock jumps over all of it at once, as if everything of ours had been down. */
  outage: boolean;
  faults: Fault[];
};

/** Each as often as it stands here. */
const draws: ((chance: Chance, nth: string) => Trouble)[] = [
  (chance, nth) => ({ kind: 'kill', who: chance.oneOf(services, `${nth}/service`) }),
  (chance, nth) => ({ kind: 'kill', who: chance.oneOf(servers, `${nth}/server`) }),
  (chance, nth) => ({ kind: 'pause', who: chance.oneOf([...services, ...servers], `${nth}/paused`) }),
  (chance, nth) => ({ kind: 'reset-workflow', pick: chance.upTo(1 << 20, `${nth}/reset`) }),
  (chance, nth) => ({ kind: 'terminate-workflow', pick: chance.upTo(1 << 20, `${nth}/terminated`) }),
  () => ({ kind: 'temporal-lost' }),
  (chance, nth) => ({ kind: 'cut', line: chance.oneOf(lines, `${nth}/cut`) }),
  (chance, nth) => ({ kind: 'silent', line: chance.oneOf(lines, `${nth}/silent`) }),
  (chance, nth) => ({ kind: 'slow', line: chance.oneOf(lines, `${nth}/slow`) }),
  (chance, nth) => ({ kind: 'lost-answers', line: chance.oneOf(lines, `${nth}/lost`) }),
  (chance, nth) => ({
    kind: 'provider-trouble',
    channel: chance.oneOf(channels, `${nth}/channel`),
    hazard: chance.oneOf(providerTroubles, `${nth}/hazard`),
  }),
  () => ({ kind: 'doubled-events' }),
  () => ({ kind: 'rebalance' }),
];

/** A round as its seed has it. */
export function drawRound(seed: string): Round {
  const chance = chanceOf(seed);
  const faults = Array.from({ length: 2 + chance.upTo(3, 'faults') }, (_, nth): Fault => {
    const draw = chance.oneOf(draws, `${nth}/kind`);
    return {
      ...draw(chance, String(nth)),
      afterInstants: chance.upTo(7, `${nth}/instants`),
      afterMs: chance.upTo(150, `${nth}/after`),
      lastingMs: 300 + chance.upTo(2_200, `${nth}/lasting`),
    };
  });
  return {
    seed,
    chance,
    from: addDays('2026-01-05', chance.upTo(14, 'from')),
    days: 2 + chance.upTo(2, 'days'),
    outage: chance.upTo(6, 'outage') === 0,
    faults: faults.toSorted((a, b) => a.afterInstants - b.afterInstants || a.afterMs - b.afterMs),
  };
}

/** The rounds of a run: the nth of a seed has a seed of its own, by which it can be drawn alone. */
export const roundSeed = (seed: string, nth: number): string => `${seed}.${nth}`;
