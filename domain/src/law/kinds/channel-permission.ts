import { addDays } from '../../calendar/day-arithmetic.js';
import type { Instant } from '../../calendar/instant.js';
import { localDay, minutesLater } from '../../calendar/local-time.js';
import type { Finding, GateAsk } from '../../contact/gate-ask.js';
import { bearsOn, contactAsked } from '../bears-on.js';
import { isRevoked } from '../is-revoked.js';
import type { ChannelPermission } from '../shapes/channel-permission-shape.js';

const minutesPerDay = 1_440;

/** The days in which the person could object to a handover are over wherever the person may be, the day of its notice not counted. */
const noticeRanOut = (days: number | undefined, given: Instant, { attempt, person }: GateAsk): boolean =>
  days === undefined ||
  (person.zones.length > 0 &&
    person.zones.every((zone) => addDays(localDay(given, zone), days) < localDay(attempt.at, zone)));

/** Whether a channel may be used, by what line or account, and on what ground. A ground of the point or of the whole channel; it must not have lapsed. */
export const channelPermission = (rule: ChannelPermission, ask: GateAsk): Finding | undefined => {
  const { attempt, person } = ask;
  if (!bearsOn(rule, contactAsked(ask))) return undefined;
  const { channel, pointId, at } = attempt;
  const { standing } = person;
  if (!rule.allowed) return { inputs: { channel }, verdict: 'refuse', reason: 'channel-not-permitted' };
  if (rule.optOut === 'all' && !attempt.inboundReply && standing.optOuts.some((out) => out.at <= at))
    return { inputs: { channel, optOut: rule.optOut }, verdict: 'refuse', reason: 'opted-out' };
  const line = attempt.line ?? { recorded: false, officialAccount: false };
  if (rule.recordingRequired && !line.recorded)
    return { inputs: { channel, recorded: false }, verdict: 'refuse', reason: 'not-recorded' };
  if (rule.officialAccountOnly && !line.officialAccount)
    return { inputs: { channel, officialAccount: false }, verdict: 'refuse', reason: 'not-official-account' };
  if (!rule.basis) return { inputs: { channel }, verdict: 'allow' };
  const { basis, basisDays } = rule;
  const ground = standing.consents.find(
    (each) =>
      each.to === 'medium' &&
      each.channel === channel &&
      (each.pointId === undefined || each.pointId === pointId) &&
      basis.includes(each.basis) &&
      each.at <= at &&
      (each.until === undefined || at < each.until) &&
      (basisDays === undefined || at < minutesLater(each.at, basisDays * minutesPerDay)) &&
      (each.basis !== 'creditor-handover' || noticeRanOut(rule.handoverNoticeDays, each.at, ask)) &&
      !isRevoked(each, ask),
  );
  const inputs = { channel, basis: ground?.basis ?? 'none', since: ground?.at ?? 'never', days: basisDays ?? 'any' };
  return ground ? { inputs, verdict: 'allow' } : { inputs, verdict: 'refuse', reason: 'no-basis-for-channel' };
};
