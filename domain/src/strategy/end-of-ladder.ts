import type { Condition } from './condition.js';

/** What becomes of a claim: offered for sale, kept and watched, or proposed to be written off. */
export const ladderEnds = ['sell', 'keep', 'write-off'] as const;
export type LadderEnd = (typeof ladderEnds)[number];

/**
 * What a strategy makes of a case that has nothing left to do for `afterDays`: the first of `outcomes` whose conditions hold. `afterWriteOff`:
 * collection of what is written off goes on (`keep`), or the case closes as uncollectable.
 */
export type EndOfLadder = {
  afterDays: number;
  outcomes: { becomes: LadderEnd; when: Condition[] }[];
  afterWriteOff: 'keep' | 'close';
};
