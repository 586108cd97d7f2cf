import { localDay } from '../calendar/local-time.js';
import type { Rule } from '../law/rule.js';
import { rulesInForce } from '../law/rules-of.js';
import { channelPermission } from '../law/kinds/channel-permission.js';
import { contactWindow } from '../law/kinds/contact-window.js';
import { cooldown } from '../law/kinds/cooldown.js';
import { frequencyCap } from '../law/kinds/frequency-cap.js';
import { holdOnEvent } from '../law/kinds/hold-on-event.js';
import { partyEligibility } from '../law/kinds/party-eligibility.js';
import { placesOf } from './base/base-rules.js';
import type { Finding, GateAsk, RuleAnswer } from './gate-ask.js';

/** Undefined: the rule does not bear on this contact, or is not of a kind that gates contacts. */
const finding = (rule: Rule, ask: GateAsk): Finding | undefined => {
  switch (rule.kind) {
    case 'contact-window':
      return contactWindow(rule, ask);
    case 'frequency-cap':
      return frequencyCap(rule, ask);
    case 'cooldown':
      return cooldown(rule, ask);
    case 'party-eligibility':
      return partyEligibility(rule, ask);
    case 'channel-permission':
      return channelPermission(rule, ask);
    case 'hold-on-event':
      return holdOnEvent(rule, ask);
    case 'content-gate':
    case 'visit-protocol':
    case 'notice-before-action':
    case 'response-deadline':
    case 'legal-clock':
    case 'amount-limit':
    case 'handover-gate':
    case 'retention':
      return undefined;
    default:
      return rule satisfies never;
  }
};

/** What the packs that hold where the loan or the person is say of a contact. */
export const packAnswers = (ask: GateAsk): RuleAnswer[] => {
  const { attempt, person, law } = ask;
  // In force on one of the days it may be where the person is: of two the stricter reading.
  const days = person.zones.map((zone) => localDay(attempt.at, zone));
  return rulesInForce(law, { places: placesOf(ask), actor: attempt.actor, product: attempt.product, days }).flatMap(
    ({ rule, version }): RuleAnswer[] => {
      const found = finding(rule, ask);
      return found ? [{ ...found, rule: rule.id, citation: rule.citation, version }] : [];
    },
  );
};
