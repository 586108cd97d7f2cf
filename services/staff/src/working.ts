import type { Instant } from '@recourse/domain/calendar/instant';

/** Somebody who works at the lender, on the test clock or the real one. */
export type Working = {
  /** The next instant at which they mean to work. */
  agenda(): Promise<Instant | undefined>;
  /** Works on everything due at or before `until`; how many things. */
  play(until: Instant): Promise<number>;
  /** What was done so far, in tries. */
  log(): Record<string, number>;
};

/** Several as one, each working after the one before. */
export const together = (all: readonly Working[]): Working => ({
  async agenda() {
    const agendas = await Promise.all(all.map((each) => each.agenda()));
    return agendas.filter((at) => at !== undefined).toSorted()[0];
  },
  async play(until) {
    let played = 0;
    for (const each of all) played += await each.play(until);
    return played;
  },
  log: () => Object.assign({}, ...all.map((each) => each.log())) as Record<string, number>,
});
