import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { ContentGate } from '@recourse/domain/law/shapes/content-gate-shape';
import { inScope } from './in-scope.js';
import type { Severity } from './reference-answer.js';

const voices = ['call', 'voice-bot', 'dialler', 'visit'];

/** An earlier contact after which it is beyond doubt that this sender has already told the person, of this loan, what the rule wants told first. */
function leavesNoDoubt(entry: LedgerEntry, rule: ContentGate, { attempt }: GateAsk, now: number): boolean {
  if (Date.parse(entry.at) >= now || entry.open || entry.inbound) return false;
  if (!(voices.includes(entry.channel) ? entry.conversation : entry.connected)) return false;
  const bySameAgency = entry.sender === 'agency' && !!entry.senderId && entry.senderId === attempt.senderId;
  if (attempt.actor === 'first-party' ? entry.sender !== 'own' : attempt.actor !== 'agency' || !bySameAgency)
    return false;
  if (!entry.loans?.some((loan) => loan === attempt.loanId)) return false;
  if (rule.parties && !entry.party) return false;
  return inScope({ channels: rule.channels, purposes: rule.purposes, parties: rule.parties }, entry);
}

/** What is said, in what language, and whether as a first contact; words and safety are no matter of one contact. */
export function contentSays(rule: ContentGate, ask: GateAsk, now: number): Severity | undefined {
  const { attempt, content, person, ledger } = ask;
  const isAboutThisContact =
    rule.firstContactOnly || rule.sameLanguage || rule.mustSay.length + rule.mustNotSay.length > 0;
  const asked = { channel: attempt.channel, purpose: attempt.purpose, party: person.party };
  if (!isAboutThisContact || !inScope({ ...rule, placeTypes: undefined }, asked)) return undefined;
  if (rule.firstContactOnly) {
    for (const entry of ledger.person) if (leavesNoDoubt(entry, rule, ask, now)) return 'allow';
    if (!content?.firstContact) return 'refuse';
  }
  if (!content) return 'refuse';
  const said = new Set<string>(content.says);
  for (const needed of rule.mustSay) if (!said.has(needed)) return 'refuse';
  for (const bad of rule.mustNotSay) if (said.has(bad)) return 'refuse';
  if (rule.sameLanguage) {
    const theirs = person.language?.slice(0, 2).toLowerCase();
    if (!theirs || !content.languages.some((each) => each === theirs)) return 'refuse';
  }
  return 'allow';
}
