/** Finds cases that nobody may have rung. Wall clock. Each answers at most `most` case ids, those that have waited longest first. */
export interface SweepStore {
  /** Cases with an unconsumed inbox item appended before, by their oldest; a case that was never opened has one too. */
  unheard(appendedBefore: Date, most: number): Promise<string[]>;
  /** Open cases of tenants on the real clock whose plan was due before, by when it was due. */
  overdue(dueBefore: Date, most: number): Promise<string[]>;
}
