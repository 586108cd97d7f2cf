import type { Instant } from '@recourse/domain/calendar/instant';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { Withheld } from './contact-store.js';

const busyMinutes = 5;

/** Others wrote the same person, number or loan all the while: the act is put off. */
export const busy = (planId: string, now: Instant): Withheld => ({
  planId,
  actId: planId,
  at: now,
  result: 'deferred',
  until: minutesLater(now, busyMinutes),
  rules: ['BUSY'],
});
