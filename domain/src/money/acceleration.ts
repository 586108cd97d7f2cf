import type { Day } from '../calendar/day.js';
import type { Components } from './money.js';

export type UndoneBecause = 'agreed' | 'paid' | 'told-in-error';

/**
 * All that was not yet due falls due on `on`: `due`, which stands for the instalments from number `from` on; none of those is owed beside it.
 * Undone, it counts until the day before `undoneOn` and then never was; undone as told in error, it never was, on no day. Of several that stand the
 * latest counts. `against`: rules of law that want a notice nobody has proved; while there is one, nothing rests on it and the instalments go on.
 */
export type Acceleration = {
  accelerationId: string;
  on: Day;
  from: number;
  due: Components;
  notice?: { kind: string; sentOn: Day; provedOn?: Day };
  undoneOn?: Day;
  /** Absent though it is undone: told before this was kept, or with a whole history. */
  undoneBecause?: UndoneBecause;
  against?: string[];
};
