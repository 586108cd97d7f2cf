import type { Finding, GateAsk } from '../gate-ask.js';
import { answersAndNotices, isSameMedium } from '../purpose-scope.js';

/** A medium the person asked us not to use. An answer in it, and what the law demands, may still be sent (12 CFR 1006.14(h)(2)). */
export const optOutRule = ({ attempt, person }: GateAsk): Finding => {
  const { channel, pointId, purpose } = attempt;
  const out = person.standing.optOuts.find(
    (each) =>
      each.at <= attempt.at &&
      (each.channel === undefined || isSameMedium(each.channel, channel)) &&
      (each.pointId === undefined || each.pointId === pointId),
  );
  const inputs = { channel, purpose, optedOut: out !== undefined };
  return out && !attempt.inboundReply && !answersAndNotices.includes(purpose)
    ? { inputs, verdict: 'refuse', reason: 'opted-out' }
    : { inputs, verdict: 'allow' };
};
