import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import type { ChannelPermission } from '@recourse/domain/law/shapes/channel-permission-shape';
import { inScope } from './in-scope.js';
import type { Severity } from './reference-answer.js';
import { wallDay } from './wall-clock.js';

const msPerDay = 86_400_000;

const telephones = ['call', 'voice-bot', 'dialler'];

/** The person has since said no to the medium (47 CFR 64.1200(a)(10); 12 CFR 1006.14(h)(1), comment 3.i: of telephones to all). */
export function isTakenBack(given: string, { attempt, person }: GateAsk, now: number): boolean {
  for (const out of person.standing.optOuts) {
    const said = Date.parse(out.at);
    if (said < Date.parse(given) || said > now) continue;
    if (out.pointId !== undefined && out.pointId !== attempt.pointId) continue;
    if (out.channel === undefined || out.channel === attempt.channel) return true;
    if (telephones.includes(out.channel) && telephones.includes(attempt.channel)) return true;
  }
  return false;
}

/** The whole of so many days after the day of a notice has gone by (12 CFR 1006.6(d)(4)(ii)(C)-(D)). */
function isPast(days: number, notice: string, { person }: GateAsk, now: number): boolean {
  if (person.zones.length === 0) return false;
  for (const { zone } of person.zones) if (wallDay(zone, now) - wallDay(zone, Date.parse(notice)) <= days) return false;
  return true;
}

export function permissionSays(rule: ChannelPermission, ask: GateAsk, now: number): Severity | undefined {
  const { attempt, person, point } = ask;
  if (!inScope(rule, { ...attempt, party: person.party, placeType: point?.placeType })) return undefined;
  if (!rule.allowed) return 'refuse';
  const { optOuts, consents } = person.standing;
  if (rule.optOut === 'all' && !attempt.inboundReply && optOuts.some((out) => Date.parse(out.at) <= now))
    return 'refuse';
  // What nobody says is so is not.
  if (rule.recordingRequired && !attempt.line?.recorded) return 'refuse';
  if (rule.officialAccountOnly && !attempt.line?.officialAccount) return 'refuse';
  if (!rule.basis) return 'allow';
  for (const consent of consents) {
    if (consent.to !== 'medium' || consent.channel !== attempt.channel) continue;
    if (consent.pointId !== undefined && consent.pointId !== attempt.pointId) continue;
    const age = now - Date.parse(consent.at);
    if (age < 0 || (consent.until !== undefined && Date.parse(consent.until) <= now)) continue;
    if (rule.basisDays !== undefined && age >= rule.basisDays * msPerDay) continue;
    if (isTakenBack(consent.at, ask, now)) continue;
    const objecting = consent.basis === 'creditor-handover' ? rule.handoverNoticeDays : undefined;
    if (objecting !== undefined && !isPast(objecting, consent.at, ask, now)) continue;
    if (rule.basis.includes(consent.basis)) return 'allow';
  }
  return 'refuse';
}
