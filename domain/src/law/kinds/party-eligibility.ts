import { addDays } from '../../calendar/day-arithmetic.js';
import { localDay, startOfDay } from '../../calendar/local-time.js';
import type { Finding, GateAsk } from '../../contact/gate-ask.js';
import { ledgerDays } from '../shapes/gate-words.js';
import type { PartyEligibility } from '../shapes/party-eligibility-shape.js';

/** For what a party may be contacted, on which grounds, how often, and never again after one refusal. */
export const partyEligibility = (rule: PartyEligibility, ask: GateAsk): Finding | undefined => {
  const { attempt, person, ledger } = ask;
  if (!rule.parties.includes(person.party)) return undefined;
  const { grounds, refusedForEver } = person.standing;
  const inputs = { party: person.party, purpose: attempt.purpose, grounds: grounds.join(' ') };
  if (!rule.purposes.includes(attempt.purpose)) return { inputs, verdict: 'refuse', reason: 'party-not-eligible' };
  if (rule.when && !rule.when.some((ground) => grounds.includes(ground)))
    return { inputs, verdict: 'refuse', reason: 'party-not-eligible' };
  if (rule.blockOnRefusal && refusedForEver) return { inputs, verdict: 'refuse', reason: 'refused-for-ever' };
  if (rule.maxContacts === undefined) return { inputs, verdict: 'allow' };
  if (person.zones.length === 0) return { inputs, verdict: 'refuse', reason: 'unknown-zone' };
  const [since = attempt.at] = person.zones
    .map((zone) => startOfDay(addDays(localDay(attempt.at, zone), 1 - (rule.maxContactsDays ?? ledgerDays)), zone))
    .toSorted();
  const counted = rule.maxContactsDays === undefined ? '' : since;
  const made = ledger.person.filter(({ at, inbound }) => at >= counted && inbound !== true).length;
  // Unknown history counts as used (requirements A8), for as long as a ledger goes back.
  const known = ledger.personKnownFrom === undefined || ledger.personKnownFrom <= since;
  return known && made < rule.maxContacts
    ? { inputs: { ...inputs, made, known }, verdict: 'allow' }
    : { inputs: { ...inputs, made, known }, verdict: 'refuse', reason: 'party-not-eligible' };
};
