import type { Instant } from './local-time.js';

/** What comes first at one instant. A tie beyond `rank` is settled by `subject`, then by the order of entry. */
export const ranks = { instalment: 0, correction: 1, given: 2, receipt: 3, partner: 4, borrower: 5 } as const;

export type AgendaItem = { at: Instant; rank: keyof typeof ranks; subject: string; play(): void };

export type Agenda = {
  add(item: AgendaItem): void;
  next(): Instant | undefined;
  /** Takes the first item that is due at or before `until` off the agenda. */
  takeDue(until: Instant): AgendaItem | undefined;
};

type Entry = AgendaItem & { entered: number };

function compare(a: Entry, b: Entry): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.rank !== b.rank) return ranks[a.rank] - ranks[b.rank];
  if (a.subject !== b.subject) return a.subject < b.subject ? -1 : 1;
  return a.entered - b.entered;
}

/** Everything that will happen outside, in the one order in which it is played. */
export function openAgenda(): Agenda {
  const entries: Entry[] = [];
  let entered = 0;

  function placeFor(entry: Entry): number {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(entries[middle] as Entry, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    add(item) {
      const entry = { ...item, entered: entered++ };
      entries.splice(placeFor(entry), 0, entry);
    },
    next: () => entries[0]?.at,
    takeDue(until) {
      const first = entries[0];
      return first !== undefined && first.at <= until ? entries.shift() : undefined;
    },
  };
}
