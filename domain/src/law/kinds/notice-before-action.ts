import { addBusinessDays } from '../../calendar/business-day.js';
import { addDays } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import type { HolidayCalendar } from '../../calendar/holiday-calendar.js';
import type { Instant } from '../../calendar/instant.js';
import { localDay, startOfDay } from '../../calendar/local-time.js';
import type { ZoneSlice } from '../../calendar/zone.js';
import type { RuleFinding } from '../rule-finding.js';
import type { NoticeBeforeAction } from '../shapes/notice-before-action-shape.js';

/** A notice as the case knows it. `receivedAt`: its arrival is proved. */
export type NoticeSent = { notice: string; sentAt: Instant; receivedAt?: Instant; bouncedAt?: Instant };

/**
 * An action about to be taken. `zones`: every zone the person may be in; days are counted there, the latest counts. `calendar`: business
 * days of the jurisdiction. `dueSince`: what made a notice due (`dueWithinDays`); `not-yet` when it has not happened.
 */
export type NoticeAsk = {
  action: NoticeBeforeAction['action'];
  at: Instant;
  zones: readonly ZoneSlice[];
  notices: readonly NoticeSent[];
  calendar?: HolidayCalendar | undefined;
  dueSince?: Instant | 'not-yet';
};

/** Why the action must not be taken. Closed. */
export type NoticeUnmet =
  | 'unknown-zone'
  | 'no-notice'
  | 'notice-bounced'
  | 'notice-not-received'
  | 'notice-lapsed'
  | 'calendar-not-covered';

type Standing = { from: Instant } | { unmet: NoticeUnmet };

const dayAfter = (at: Instant, days: number, zone: ZoneSlice): Instant =>
  startOfDay(addDays(localDay(at, zone), days + 1), zone);

/** When the clock of a notice began. Of an assumed and a proved receipt the later (12 CFR 1006.34(b)(5): receives or is assumed to receive). */
const clockOf = (rule: NoticeBeforeAction, given: NoticeSent, ask: NoticeAsk, zone: ZoneSlice): Standing => {
  const received = given.receivedAt !== undefined && given.receivedAt <= ask.at ? given.receivedAt : undefined;
  const bounced = given.bouncedAt !== undefined && given.bouncedAt <= ask.at;
  if (bounced && (rule.bounceVoids || rule.clockStart !== 'sent') && received === undefined)
    return { unmet: 'notice-bounced' };
  if (rule.clockStart === 'sent') return { from: given.sentAt };
  if (rule.clockStart === 'received')
    return received === undefined ? { unmet: 'notice-not-received' } : { from: received };
  const sentOn = localDay(given.sentAt, zone);
  const assumedAfter = rule.assumedAfterDays ?? 0;
  const assumedOn: Day | undefined =
    rule.dayCalendar === 'business-days'
      ? addBusinessDays(sentOn, assumedAfter, ask.calendar)
      : addDays(sentOn, assumedAfter);
  if (assumedOn === undefined) return { unmet: 'calendar-not-covered' };
  const assumed = assumedAfter === 0 ? given.sentAt : startOfDay(assumedOn, zone);
  return { from: received !== undefined && received > assumed ? received : assumed };
};

/** From when on one notice lets the action be taken in a zone. */
const opensAt = (rule: NoticeBeforeAction, given: NoticeSent, ask: NoticeAsk, zone: ZoneSlice): Standing => {
  const { repeatEveryDays, minDays } = rule;
  if (repeatEveryDays !== undefined && dayAfter(given.sentAt, repeatEveryDays, zone) <= ask.at)
    return { unmet: 'notice-lapsed' };
  const clock = clockOf(rule, given, ask, zone);
  return 'unmet' in clock || minDays === 0 ? clock : { from: dayAfter(clock.from, minDays, zone) };
};

const inEveryZone = (rule: NoticeBeforeAction, given: NoticeSent, ask: NoticeAsk): Standing =>
  ask.zones
    .map((zone) => opensAt(rule, given, ask, zone))
    .reduce((a, b) => ('unmet' in a ? a : 'unmet' in b || b.from > a.from ? b : a));

/** Not due yet: what makes it due has not happened, or happened too short ago. A notice that needs days of its own has no such grace. */
const inGrace = ({ dueWithinDays, minDays }: NoticeBeforeAction, { dueSince, at, zones }: NoticeAsk): boolean =>
  dueWithinDays !== undefined &&
  minDays === 0 &&
  dueSince !== undefined &&
  (dueSince === 'not-yet' || zones.every((zone) => at < dayAfter(dueSince, dueWithinDays, zone)));

/**
 * Whether an action may be taken by the notices given: `minDays` whole calendar days lie between the day the clock began and the day of the
 * action. Undefined: the rule is about another action. Of several notices the best counts.
 */
export const noticeBeforeAction = (rule: NoticeBeforeAction, ask: NoticeAsk): RuleFinding<NoticeUnmet> | undefined => {
  if (rule.action !== ask.action) return undefined;
  const given = ask.notices.filter(({ notice, sentAt }) => notice === rule.notice && sentAt <= ask.at);
  const inputs = { action: rule.action, notice: rule.notice, minDays: rule.minDays, given: given.length };
  if (ask.zones.length === 0) return { inputs, verdict: 'refuse', unmet: ['unknown-zone'] };
  const standings = given.map((each) => inEveryZone(rule, each, ask));
  const [opens] = standings.flatMap((each) => ('from' in each ? [each.from] : [])).toSorted();
  if (opens !== undefined && opens <= ask.at) return { inputs: { ...inputs, since: opens }, verdict: 'allow' };
  if (inGrace(rule, ask)) return { inputs: { ...inputs, dueSince: ask.dueSince ?? '' }, verdict: 'allow' };
  if (opens !== undefined) return { inputs, verdict: 'defer', until: opens };
  const unmet = new Set(standings.flatMap((each) => ('unmet' in each ? [each.unmet] : [])));
  return { inputs, verdict: 'refuse', unmet: unmet.size > 0 ? [...unmet] : ['no-notice'] };
};
