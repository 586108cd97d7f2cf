/** So many requests a second on average, and so many at once. */
export type Rate = { perSecond: number; burst: number };

/** Says for how many seconds a holder must wait; 0: may go on, and is counted. `nowMs`: a clock that never goes back. */
export function rateLimit({ perSecond, burst }: Rate, nowMs: () => number = () => performance.now()) {
  const left = new Map<string, { tokens: number; at: number }>();
  return (holder: string): number => {
    const now = nowMs();
    const before = left.get(holder) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + ((now - before.at) / 1000) * perSecond);
    const goes = tokens >= 1;
    left.set(holder, { tokens: goes ? tokens - 1 : tokens, at: now });
    return goes ? 0 : Math.ceil((1 - tokens) / perSecond);
  };
}
