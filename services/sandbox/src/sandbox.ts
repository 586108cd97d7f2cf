import type { KafkaOut } from './kafka-out.js';
import type { Instant } from './local-time.js';
import { makeWorld, type World, type WorldOrder } from './world.js';

/** The sandbox as a whole: one world at a time, and the way out to Kafka that outlives it. */
export type Sandbox = {
  clock: 'test' | 'real';
  world(): World;
  /** Starts a new world; the logs and the people of the old one are gone. */
  begin(order: Omit<WorldOrder, 'clock' | 'out'>): World;
  /** Plays what is due and resolves once Kafka has all of it. Calls wait for one another. */
  play(until: Instant): Promise<{ played: number; published: number }>;
  /** Resolves once Kafka has all that was published. */
  flush(): Promise<number>;
};

export function openSandbox(clock: 'test' | 'real', out: KafkaOut): Sandbox {
  let world = makeWorld({ tenant: 'demo', seed: 'sandbox', startsAt: new Date(0).toISOString(), clock, out });
  let turn: Promise<unknown> = Promise.resolve();
  return {
    clock,
    world: () => world,
    begin: (order) => (world = makeWorld({ ...order, clock, out })),
    play(until) {
      const mine = turn.then(async () => {
        const played = world.play(until);
        return { played, published: await out.flush() };
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    flush: () => out.flush(),
  };
}
