import type { Day } from '../calendar/day.js';
import type { Acceleration } from '../money/acceleration.js';
import { noticeBeforeAction } from './kinds/notice-before-action.js';
import type { Law } from './law.js';
import { placesMeant } from './places-meant.js';
import { rulesOf } from './rules-of.js';

/** Days alone are compared, so any zone does. */
const anyZone = { zone: 'UTC', offsets: [[0, 0]] as [[number, number]] };
const dayAsInstant = (day: Day): string => `${day}T00:00:00.000Z`;

/**
 * The rules of law that want a notice before all falls due, and that what servicing proved does not meet on the day of it (UK-DN-1). None: the law of the
 * loan's place does not stand against the acceleration.
 */
export const accelerationAgainst = (
  law: Law,
  { jurisdiction, product }: { jurisdiction: string; product: string },
  { on, notice }: Pick<Acceleration, 'on' | 'notice'>,
): string[] => {
  const notices = notice
    ? [
        {
          notice: notice.kind,
          sentAt: dayAsInstant(notice.sentOn),
          ...(notice.provedOn !== undefined && { receivedAt: dayAsInstant(notice.provedOn) }),
        },
      ]
    : [];
  const ask = { action: 'accelerate' as const, at: dayAsInstant(on), zones: [anyZone], notices };
  const bearing = { places: placesMeant(law, [jurisdiction]), actor: 'first-party' as const, product, days: [on] };
  return rulesOf(law, 'notice-before-action', bearing)
    .filter(({ rule }) => {
      const found = noticeBeforeAction(rule, ask);
      return found !== undefined && found.verdict !== 'allow';
    })
    .map(({ rule }) => rule.id);
};
