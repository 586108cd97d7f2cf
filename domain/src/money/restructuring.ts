import type { Day } from '../calendar/day.js';
import type { Components } from './money.js';

/**
 * A new schedule in place of the old one. As day `on` ends, after its money, what is open and due of the old schedule is taken over: by
 * component at most `takenOver`, what servicing took over; more than that stays owed. Of the instalments `replaces` names, those due later are never
 * owed. `overdue`: whether what was overdue is billed anew as it was, or became principal. The new instalments are owed once told missed or met, like any.
 */
export type Restructuring = {
  restructuringId: string;
  on: Day;
  replaces: { from: number; to: number };
  takenOver: Components;
  overdue: 'billed-anew' | 'capitalised';
  instalments: { number: number; dueOn: Day; due: Components }[];
};
