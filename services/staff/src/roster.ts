import type { TaskRecord } from '@recourse/activities/records/task-record';
import { chance } from './habits.js';

const collectors = 6;
const crews = 2;
/** How many work at the same time. */
export const headcount = collectors + crews;

/** Who does a task: one of six collectors, or one of two crews for a visit. */
export function onDuty(seed: string, { _id, kind }: Pick<TaskRecord, '_id' | 'kind'>): string {
  const [name, count] = kind === 'visit' ? (['crew', crews] as const) : (['collector', collectors] as const);
  return `${name}-${1 + Math.floor(chance(seed, `${_id}/who`) * count)}`;
}
