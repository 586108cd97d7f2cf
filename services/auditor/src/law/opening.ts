import type { AuditedPerson } from '../evidence.js';
import { wallTime } from '../wall-time.js';
import type { NumericLaw, WindowRule } from './contact-rule.js';
import { weekdayOf } from './local-day.js';

type Moment = { at: string; day: string; zone: string; channel: string; pointId?: string };
const isIn = (time: string, { from, to }: { from: string; to: string }): boolean => from <= time && time < to;

/** Whether a rule leaves a person open to contact at that moment of that zone. What was agreed lifts only a rule that says so, and no minute they say is inconvenient. */
export const isOpen = (
  rule: WindowRule,
  { at, day, zone, channel, pointId = '' }: Moment,
  { standing }: Pick<AuditedPerson, 'standing'>,
  holidays: NumericLaw['holidays'],
): boolean => {
  const time = wallTime(at, zone);
  if (time === undefined) return false;
  const today = weekdayOf(day);
  const isOf = ({ days, ...span }: { days: string[]; from: string; to: string }): boolean =>
    days.includes(today) && isIn(time, span);
  const isInconvenient = (standing?.inconvenientTimes ?? []).some(isOf);
  const isAgreed =
    !isInconvenient &&
    rule.override.includes('agreed-time') &&
    (standing?.agreedTimes ?? []).some(
      ({ fromDay, untilDay, channels, points, ...span }) =>
        fromDay <= day &&
        day <= untilDay &&
        (channels?.includes(channel) ?? true) &&
        (points?.includes(pointId) ?? true) &&
        isIn(time, span),
    );
  if (isAgreed) return true;
  if (rule.closedOnHolidaysOf !== undefined) {
    const calendar = holidays.get(rule.closedOnHolidaysOf);
    if (!calendar || day < calendar.coversFrom || day >= calendar.coversTo || calendar.days.has(day)) return false;
  }
  return rule.windows.some(isOf) && !(rule.personsTimes && isInconvenient);
};
