/** A call as somebody sees it who watches every telephone: whom, by what number, when it was let go and when somebody told that it was over. */
export type Rung = { call: string; person: string; number: string; from: number; over?: number };

/**
 * A law of the house: nobody is called, and no telephone rung, while another call to them or to it goes on. Of a call whose end nobody has
 * told it is taken to go on for `longest`, in the unit of the times. Every two calls that went on together, the later named second; of two at the same instant they are as they were let go.
 */
export const rungTogether = (calls: readonly Rung[], longest: number): [Rung, Rung][] => {
  const found: [Rung, Rung][] = [];
  for (const [nth, later] of calls.entries())
    for (const earlier of calls.slice(0, nth)) {
      if (earlier.person !== later.person && earlier.number !== later.number) continue;
      const end = Math.min(earlier.over ?? Infinity, earlier.from + longest);
      if (later.from < end) found.push([earlier, later]);
    }
  return found;
};
