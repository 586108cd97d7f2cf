import type { BusConsumer, ConsumerOpts, ConsumerState, InRecord } from '@recourse/activities/event-bus';
import type { GroupMember, MemoryGroup } from './memory-consumer-group.js';

export interface MemoryConsumer extends BusConsumer {
  state(): ConsumerState;
}

/** A member of a group in memory, with the retries of the real one. */
export function memoryConsumer(group: MemoryGroup, opts: ConsumerOpts, lag: BusConsumer['lag']): MemoryConsumer {
  const listeners: ((state: ConsumerState) => void)[] = [];
  const tries = new Map<string, { offset: bigint; attempt: number }>();
  const waiting = new Set<string>();
  const inHand = new Set<Promise<boolean>>();
  const timers = new Set<NodeJS.Timeout>();
  const giveUp = new AbortController();
  const abandoned = new Promise<'abandoned'>((resolve) =>
    giveUp.signal.addEventListener('abort', () => resolve('abandoned')),
  );
  let state: ConsumerState = 'stopped';
  let paused = false;
  let stopping = false;

  function enter(next: ConsumerState): void {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener(next);
  }

  function waitIn(place: string, ms: number): void {
    waiting.add(place);
    const timer = setTimeout(() => {
      timers.delete(timer);
      waiting.delete(place);
      group.wake();
    }, ms);
    timers.add(timer);
  }

  async function handOut(record: InRecord): Promise<boolean> {
    const { topic, partition, offset } = record;
    const place = `${topic}/${partition}`;
    const before = tries.get(place);
    const attempt = before?.offset === offset ? before.attempt + 1 : 1;
    tries.set(place, { offset, attempt });
    try {
      const handled = opts.handle(record, { attempt, signal: giveUp.signal, heartbeat: async () => undefined });
      const outcome = await Promise.race([handled, abandoned]);
      if (outcome === 'abandoned') return false;
      if (outcome === 'ack') return true;
      waitIn(place, outcome.retryAfterMs);
    } catch (error) {
      const retryInMs = Math.min(100 * 2 ** (attempt - 1), 10_000);
      opts.onTrouble?.({ topic, partition, offset, attempt, retryInMs, error });
      waitIn(place, retryInMs);
    }
    return false;
  }

  const member: GroupMember = {
    topics: opts.topics,
    fromBeginning: opts.fromBeginning,
    canTake: (topic, partition) =>
      !paused && !stopping && inHand.size < opts.partitionConcurrency && !waiting.has(`${topic}/${partition}`),
    take(record) {
      const handled = handOut(record).finally(() => inHand.delete(handled));
      inHand.add(handled);
      return handled;
    },
    rebalancing: () => enter('rebalancing'),
    settled: () => enter('running'),
  };

  return {
    state: () => state,
    async start() {
      group.join(member);
      enter('running');
    },
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
      waiting.clear();
      group.wake();
    },
    async stop(deadlineMs) {
      stopping = true;
      const late = setTimeout(() => giveUp.abort(new Error('stopped')), deadlineMs);
      await Promise.all(inHand);
      clearTimeout(late);
      giveUp.abort(new Error('stopped'));
      for (const timer of timers) clearTimeout(timer);
      if (state !== 'stopped') group.leave(member);
      enter('stopped');
    },
    lag,
    onState: (callback) => void listeners.push(callback),
  };
}
