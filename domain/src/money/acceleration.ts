import type { Day } from '../calendar/day.js';
import type { Components } from './money.js';

/**
 * All that was not yet due falls due on `on`: `due`, which stands for the instalments from number `from` on; none of those is owed beside it.
 * Undone, it counts until the day before `undoneOn` and then never was. Of several that stand the latest counts. `against`: rules of law that want
 * a notice nobody has proved; while there is one, nothing rests on it and the instalments go on.
 */
export type Acceleration = {
  accelerationId: string;
  on: Day;
  from: number;
  due: Components;
  notice?: { kind: string; sentOn: Day; provedOn?: Day };
  undoneOn?: Day;
  against?: string[];
};
