import type { KafkaOut } from './kafka-out.js';
import type { Instant } from './local-time.js';
import type { PermitClient } from './permit-client.js';
import { makeWorld, type World, type WorldOrder } from './world.js';

/** The sandbox as a whole: one world at a time, and the way out to Kafka that outlives it. */
export type Sandbox = {
  clock: 'test' | 'real';
  world(): World;
  /** Starts a new world; the logs and the people of the old one are gone. */
  begin(order: Omit<WorldOrder, 'clock' | 'out' | 'permits'>): World;
  /** Plays what is due and resolves once Kafka has all of it. Calls wait for one another. */
  play(until: Instant): Promise<{ played: number; published: number }>;
  /** Resolves once Kafka has all that was published. */
  flush(): Promise<number>;
};

type Permits = (agency: string) => PermitClient | undefined;

export function openSandbox(clock: 'test' | 'real', out: KafkaOut, permits: Permits = () => undefined): Sandbox {
  const startsAt = new Date(0).toISOString();
  let world = makeWorld({ tenant: 'demo', seed: 'sandbox', startsAt, clock, out, permits });
  let turn: Promise<unknown> = Promise.resolve();
  return {
    clock,
    world: () => world,
    begin: (order) => (world = makeWorld({ ...order, clock, out, permits })),
    play(until) {
      const mine = turn.then(async () => {
        const played = world.play(until);
        let published = await out.flush();
        for (const errand of world.takeErrands()) {
          // An agency that cannot reach the lender does not dial; nothing else waits for it.
          await errand().catch((error: unknown) => console.error('sandbox: an agency could not go on:', error));
          published += await out.flush();
        }
        return { played, published };
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    flush: () => out.flush(),
  };
}
