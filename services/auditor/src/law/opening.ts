import type { AuditedStanding } from '../audited-standing.js';
import type { AuditedPerson } from '../audited-person.js';
import { wallTime } from '../wall-time.js';
import type { NumericLaw, WindowRule } from './contact-rule.js';
import { weekdayOf } from './local-day.js';

/** `begunAt`: when the contact began, by which what was agreed on must have been said. */
type Moment = { at: string; begunAt: string; day: string; zone: string; channel: string; pointId?: string };

/** Clocks of ours may differ by so much; which of two came first within it, nobody can say. */
const skewMs = 5_000;
const secondsBefore = (at: string, begunAt: string): boolean => Date.parse(at) + skewMs < Date.parse(begunAt);

const isIn = (time: string, { from, to }: { from: string; to: string }): boolean => from <= time && time < to;

/**
 * Of times agreed on for one day that come to more minutes than that, on all channels and inconvenient or not, none counts. Only what was
 * known before the contact began is summed: of what cannot be dated, or was told within seconds of that, nobody can say that it was too much.
 */
const mostAgreed = 4 * 60;
const clockTimes = Array.from({ length: 24 * 60 }, (_, minute) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'),
);
const isTooMuch = ({ day, begunAt }: Moment, { agreedTimes = [] }: AuditedStanding): boolean => {
  const ofDay = agreedTimes.filter(
    ({ fromDay, untilDay, knownAt }) =>
      fromDay <= day && day <= untilDay && knownAt !== undefined && secondsBefore(knownAt, begunAt),
  );
  const agreed = clockTimes.filter((time) => ofDay.some((each) => isIn(time, each)));
  return agreed.length > mostAgreed;
};

/** Whether a rule leaves a person open to contact at that moment of that zone. What was agreed by then lifts only a rule that says so, and no minute they say is inconvenient. */
export const isOpen = (
  rule: WindowRule,
  moment: Moment,
  { standing }: Pick<AuditedPerson, 'standing'>,
  holidays: NumericLaw['holidays'],
): boolean => {
  const { at, begunAt, day, zone, channel, pointId = '' } = moment;
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
      ({ fromDay, untilDay, channels, points, saidAt, ...span }) =>
        (saidAt === undefined || !secondsBefore(begunAt, saidAt)) &&
        fromDay <= day &&
        day <= untilDay &&
        (channels?.includes(channel) ?? true) &&
        (points?.includes(pointId) ?? true) &&
        isIn(time, span),
    );
  if (isAgreed && !isTooMuch(moment, standing ?? {})) return true;
  if (rule.closedOnHolidaysOf !== undefined) {
    const calendar = holidays.get(rule.closedOnHolidaysOf);
    if (!calendar || day < calendar.coversFrom || day >= calendar.coversTo || calendar.days.has(day)) return false;
  }
  return rule.windows.some(isOf) && !(rule.personsTimes && isInconvenient);
};
