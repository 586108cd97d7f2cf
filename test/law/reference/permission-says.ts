import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import type { ChannelPermission } from '@recourse/domain/law/shapes/channel-permission-shape';
import { inScope } from './in-scope.js';
import type { Severity } from './reference-answer.js';

const msPerDay = 86_400_000;

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
    if (rule.basis.includes(consent.basis)) return 'allow';
  }
  return 'refuse';
}
