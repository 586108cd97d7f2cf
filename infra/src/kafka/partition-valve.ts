/** Stops and restarts the reading of partitions: all of them when shut, one for a while after trouble. */
export interface PartitionValve {
  readonly isShut: boolean;
  shut(): void;
  open(): void;
  /** Stops a partition for `forMs`, or for as long as the valve is shut. `stop` stops the reading and returns what restarts it. */
  hold(place: string, stop: () => () => void, forMs: number): void;
  /** Forgets everything; nothing is restarted any more. */
  dismantle(): void;
}

export function partitionValve(): PartitionValve {
  const held = new Map<string, { restart: () => void; timer: NodeJS.Timeout }>();
  let isShut = false;

  function release(place: string): void {
    const hold = held.get(place);
    if (!hold) return;
    clearTimeout(hold.timer);
    held.delete(place);
    hold.restart();
  }

  return {
    get isShut() {
      return isShut;
    },
    shut() {
      isShut = true;
    },
    open() {
      isShut = false;
      // Partitions waiting after trouble are tried at once: opening is a person's or the program's wish to go on.
      for (const place of [...held.keys()]) release(place);
    },
    hold(place, stop, forMs) {
      clearTimeout(held.get(place)?.timer);
      const timer = setTimeout(() => {
        if (!isShut) release(place);
      }, forMs);
      held.set(place, { restart: stop(), timer });
    },
    dismantle() {
      for (const { timer } of held.values()) clearTimeout(timer);
      held.clear();
    },
  };
}
