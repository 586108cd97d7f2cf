import type { DayIn } from './consents.js';
import type { Contact } from './contact.js';

/** Every day it may be where the person is; where nobody knows, the day as written. */
export const daysAt = ({ at, zones }: Pick<Contact, 'at' | 'zones'>, dayIn: DayIn): string[] => {
  const days = zones.map((zone) => dayIn(at, zone));
  return days.length === 0 || days.includes('') ? [at.slice(0, 10)] : days;
};
