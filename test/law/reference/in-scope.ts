import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { FrequencyCap } from '@recourse/domain/law/shapes/frequency-cap-shape';

type Scoped = Pick<FrequencyCap, 'channels' | 'purposes' | 'parties' | 'placeTypes'>;

const spoken = ['call', 'voice-bot', 'dialler', 'visit'];

/** Whether such a contact is one the rule speaks of; a party or place that is not said may be any. */
export function inScope(
  rule: Scoped,
  contact: Pick<LedgerEntry, 'channel' | 'purpose'> & {
    party?: LedgerEntry['party'] | undefined;
    placeType?: LedgerEntry['placeType'] | undefined;
  },
): boolean {
  if (!rule.channels.some((each) => each === contact.channel)) return false;
  if (!rule.purposes.some((each) => each === contact.purpose)) return false;
  if (rule.parties && contact.party && !rule.parties.some((each) => each === contact.party)) return false;
  if (rule.placeTypes && contact.placeType && !rule.placeTypes.some((each) => each === contact.placeType)) return false;
  return true;
}

/** A telephone call or a talk at the door in which the matter was or may have been spoken of. */
export function isConversation(entry: LedgerEntry): boolean {
  if (!spoken.includes(entry.channel)) return false;
  return entry.open || entry.conversation;
}

/** The count of one earlier contact against a rule: 1, or 0. */
export function weightOf(
  rule: Scoped & { unit: FrequencyCap['unit']; scope: readonly string[]; exclusions: readonly string[] },
  entry: LedgerEntry,
  { attempt, point }: GateAsk,
): 0 | 1 {
  if (!inScope(rule, entry)) return 0;
  const dead = !entry.open && !entry.connected && entry.voicemail === false;
  if (rule.unit === 'connected' && !entry.open && !entry.connected) return 0;
  if (rule.unit === 'conversation' && !isConversation(entry)) return 0;
  if (rule.unit === 'communication' && spoken.includes(entry.channel) && dead) return 0;
  if (rule.unit === 'visit' && entry.channel !== 'visit') return 0;
  if (rule.scope.includes('debt') && entry.loans && !entry.loans.includes(attempt.loanId)) return 0;
  if (rule.scope.includes('person') && rule.scope.includes('point') && entry.pointId !== attempt.pointId) return 0;
  const elsewhere = entry.placeType && point?.placeType && entry.placeType !== point.placeType;
  if (rule.scope.includes('place-type') && elsewhere) return 0;
  if (rule.exclusions.includes('consented') && entry.consented) return 0;
  if (rule.exclusions.includes('not-connected') && dead) return 0;
  return 1;
}
