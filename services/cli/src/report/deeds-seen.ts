import type { DeedSeen } from './deed-lines.js';

/** How often each was seen, against how often it must be; `none`: it is told only. In the order of the minimums. */
export const deedsSeen = <D extends string>(
  minimums: Readonly<Record<D, number | 'none'>>,
  times: Readonly<Record<D, number>>,
): DeedSeen[] =>
  (Object.entries(minimums) as [D, number | 'none'][]).map(([deed, minimum]) => ({
    deed,
    times: times[deed],
    ...(minimum === 'none' ? {} : { minimum }),
  }));
