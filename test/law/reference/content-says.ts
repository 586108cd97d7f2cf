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

/** A contact person is told nothing of the debt (GB/T 45251-2025, s.5.3), no third party by CONC 7.9, 12 CFR 1006.10(b)(2) or 940 CMR 7.05. */
const tellsOfDebt = (saying: string): boolean => {
  switch (saying) {
    // That there is one.
    case 'debt-collector':
    case 'attempt-to-collect':
    case 'dispute-rights':
    // What it is.
    case 'amount':
    case 'due-date':
    case 'how-to-pay':
    // What comes of it.
    case 'credit-bureau':
    case 'legal-action':
      return true;
    default:
      return false;
  }
};

const isOutsider = ({ party }: GateAsk['person']): boolean =>
  party === 'unrelated' || party === 'employer' || party === 'emergency-contact';

/** Outsiders are in the scope of a rule that protects the debtor before third parties, though its list leaves them out. */
function saysToOutsider(rule: ContentGate, { attempt, content, person }: GateAsk): Severity | undefined {
  const inReach = inScope({ channels: rule.channels, purposes: rule.purposes }, attempt);
  if (!rule.thirdPartySafe || !isOutsider(person) || !inReach) return undefined;
  return !content || content.says.some(tellsOfDebt) ? 'refuse' : 'allow';
}

/** What is said, in what language, and whether as a first contact; words are no matter of one contact. */
export function contentSays(rule: ContentGate, ask: GateAsk, now: number): Severity | undefined {
  const { attempt, content, person, ledger } = ask;
  const isAboutThisContact =
    rule.firstContactOnly ||
    rule.sameLanguage ||
    rule.thirdPartySafe ||
    rule.mustSay.length + rule.mustNotSay.length > 0;
  const asked = { channel: attempt.channel, purpose: attempt.purpose, party: person.party };
  if (!isAboutThisContact) return undefined;
  if (!inScope({ ...rule, placeTypes: undefined }, asked)) return saysToOutsider(rule, ask);
  if (rule.firstContactOnly) {
    for (const entry of ledger.person) if (leavesNoDoubt(entry, rule, ask, now)) return 'allow';
    if (!content?.firstContact) return 'refuse';
  }
  if (!content) return 'refuse';
  const said = new Set<string>(content.says);
  for (const needed of rule.mustSay) if (!said.has(needed)) return 'refuse';
  for (const bad of rule.mustNotSay) if (said.has(bad)) return 'refuse';
  if (rule.thirdPartySafe) for (const saying of said) if (tellsOfDebt(saying)) return 'refuse';
  if (rule.sameLanguage) {
    const theirs = person.language?.slice(0, 2).toLowerCase();
    if (!theirs || !content.languages.some((each) => each === theirs)) return 'refuse';
  }
  return 'allow';
}
