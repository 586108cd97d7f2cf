import { canonicalJson } from '../audit/canonical-json.js';
import type { Instant } from '../calendar/instant.js';
import type { AgreedTime } from './standing-of-person.js';

/** Each agreed time with its dates apart: what was agreed on is the same whenever it was said. */
const parted = ({ saidAt, heardAt = saidAt, ...agreed }: AgreedTime) => ({
  name: canonicalJson(agreed),
  agreed,
  dates: saidAt !== undefined && heardAt !== undefined ? { saidAt, heardAt } : undefined,
});

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

/**
 * Each agreed time once, as it was first said and first heard of; one that was kept without a date is older than any. Pure; the order in
 * which they come says nothing.
 */
export function agreedTogether(all: readonly AgreedTime[]): AgreedTime[] {
  const first = new Map<string, Omit<ReturnType<typeof parted>, 'name'>>();
  for (const { name, agreed, dates } of all.map(parted)) {
    const known = first.get(name);
    const both = dates && known?.dates && { a: dates, b: known.dates };
    const earliest = both && {
      saidAt: earlier(both.a.saidAt, both.b.saidAt),
      heardAt: earlier(both.a.heardAt, both.b.heardAt),
    };
    first.set(name, { agreed, dates: known ? earliest : dates });
  }
  return [...first]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { agreed, dates }]) => {
      if (!dates) return agreed;
      const { saidAt, heardAt } = dates;
      return { ...agreed, saidAt, ...(heardAt !== saidAt && { heardAt }) };
    });
}
