export const hazardKinds = [
  'timeout-after-send',
  'fail',
  'unavailable',
  'no-receipt',
  'pay-at-send',
  // Of the lender's own systems, when they are asked.
  'down',
  'nonsense',
  'wrong-sum',
] as const;
export type HazardKind = (typeof hazardKinds)[number];

/** What tests ordered to go wrong with the next calls of a channel, in the order it was ordered. */
export type Hazards = {
  order(channel: string, kind: HazardKind, times: number): void;
  /** Takes the channel's next hazard, if it is one of `kinds`. */
  take(channel: string, kinds: readonly HazardKind[]): HazardKind | undefined;
};

export function openHazards(): Hazards {
  const ordered = new Map<string, HazardKind[]>();
  return {
    order(channel, kind, times) {
      ordered.set(channel, [...(ordered.get(channel) ?? []), ...Array.from({ length: times }, () => kind)]);
    },
    take(channel, kinds) {
      const queue = ordered.get(channel);
      const next = queue?.[0];
      if (next === undefined || !kinds.includes(next)) return undefined;
      queue?.shift();
      return next;
    },
  };
}
