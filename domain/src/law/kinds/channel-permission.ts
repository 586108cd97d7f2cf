import { minutesLater } from '../../calendar/local-time.js';
import type { Finding, GateAsk } from '../../contact/gate-ask.js';
import { bearsOn } from '../bears-on.js';
import type { ChannelPermission } from '../shapes/channel-permission-shape.js';

const minutesPerDay = 1_440;

/** Whether a channel may be used, by what line or account, and on what ground. A ground of the point or of the whole channel; it must not have lapsed. */
export const channelPermission = (rule: ChannelPermission, ask: GateAsk): Finding | undefined => {
  const { attempt, person, point } = ask;
  if (!bearsOn(rule, { ...attempt, party: person.party, placeType: point?.placeType })) return undefined;
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
      (basisDays === undefined || at < minutesLater(each.at, basisDays * minutesPerDay)),
  );
  const inputs = { channel, basis: ground?.basis ?? 'none', since: ground?.at ?? 'never', days: basisDays ?? 'any' };
  return ground ? { inputs, verdict: 'allow' } : { inputs, verdict: 'refuse', reason: 'no-basis-for-channel' };
};
