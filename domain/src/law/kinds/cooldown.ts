import { addDays } from '../../calendar/day-arithmetic.js';
import { localDay, startOfDay } from '../../calendar/local-time.js';
import type { Instant } from '../../calendar/instant.js';
import type { ZoneSlice } from '../../calendar/zone.js';
import type { Finding, GateAsk } from '../../contact/gate-ask.js';
import { bearsOn, contactAsked } from '../bears-on.js';
import { consentedNow } from '../consented-now.js';
import { counts, ledgerOf } from '../counted-entries.js';
import type { Cooldown } from '../shapes/cooldown-shape.js';

const restUntil = ({ days, dayOneIsTriggerDay }: Cooldown, trigger: Instant, zone: ZoneSlice): Instant =>
  startOfDay(addDays(localDay(trigger, zone), days + (dayOneIsTriggerDay ? 0 : 1)), zone);

/** Rest after a trigger. An attempt whose outcome is unknown may have been the trigger; a time we know nothing of may have held one. */
export const cooldown = (rule: Cooldown, ask: GateAsk): Finding | undefined => {
  const { attempt, person } = ask;
  if (!bearsOn(rule, contactAsked(ask))) return undefined;
  const { trigger, days, exclusions } = rule;
  if (exclusions.includes('inbound-reply') && attempt.inboundReply)
    return { inputs: { inboundReply: true }, verdict: 'allow' };
  if (exclusions.includes('consented') && consentedNow(rule.consentDays, ask))
    return { inputs: { consented: true }, verdict: 'allow' };
  if (person.zones.length === 0) return { inputs: {}, verdict: 'refuse', reason: 'unknown-zone' };
  const { entries, knownFrom } = ledgerOf(rule.scope, ask.ledger);
  // Who began a talk does not matter (comment 14(b)(2)(i)-1.ii); an attempt or a visit is ours alone.
  const isTrigger = counts({ ...rule, unit: trigger, exclusions: [], inboundToo: trigger === 'conversation' }, ask);
  const last = entries.findLast((entry) => entry.at <= attempt.at && isTrigger(entry))?.at;
  const unknownUntil = knownFrom === undefined ? undefined : new Date(Date.parse(knownFrom) - 1).toISOString();
  const triggers = [last, unknownUntil].filter((each) => each !== undefined);
  const until = person.zones
    .flatMap((zone) => triggers.map((each) => restUntil(rule, each, zone)))
    .toSorted()
    .at(-1);
  const inputs = { trigger, days, last: last ?? 'none', known: knownFrom === undefined || (until ?? '') <= attempt.at };
  return until === undefined || until <= attempt.at
    ? { inputs, verdict: 'allow' }
    : { inputs, verdict: 'defer', until };
};
