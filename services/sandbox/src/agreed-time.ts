import { addDays, dayOf, instantOf, type Instant, timeOf } from './local-time.js';
import type { Person } from './person.js';

/** From then on nobody is called who has not agreed to it. */
const lateFrom = '22:00';

/** Whether somebody is called late in the evening, at a time agreed on. */
export function isLateAsAgreed({ zone, agreedTimes = [] }: Person, at: Instant): boolean {
  if (zone === undefined) return false;
  const time = timeOf(at, zone);
  return time >= lateFrom && agreedTimes.some(({ from, to }) => from <= time && time < to);
}

/** When the next time agreed on begins; undefined where none was, or it is over. */
export function nextAgreed({ agreedTimes }: Person, at: Instant, zone: string): Instant | undefined {
  const [agreed] = agreedTimes ?? [];
  if (!agreed) return undefined;
  const today = dayOf(at, zone);
  const day = instantOf(today, agreed.from, zone) > at ? today : addDays(today, 1);
  return day <= agreed.untilDay ? instantOf(day, agreed.from, zone) : undefined;
}
