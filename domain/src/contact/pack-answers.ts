import { localDay } from '../calendar/local-time.js';
import type { Day } from '../calendar/day.js';
import { holdsIn, packName } from '../law/rule-pack.js';
import type { Rule } from '../law/rule.js';
import { channelPermission } from '../law/kinds/channel-permission.js';
import { contactWindow } from '../law/kinds/contact-window.js';
import { cooldown } from '../law/kinds/cooldown.js';
import { frequencyCap } from '../law/kinds/frequency-cap.js';
import { holdOnEvent } from '../law/kinds/hold-on-event.js';
import { partyEligibility } from '../law/kinds/party-eligibility.js';
import { placesOf } from './base/base-rules.js';
import type { Finding, GateAsk, RuleAnswer } from './gate-ask.js';

/** In force on one of the days it may be where the person is: of two the stricter reading. */
const inForce = ({ effectiveFrom, effectiveTo }: Rule, days: readonly Day[]): boolean =>
  days.some((day) => effectiveFrom <= day && (effectiveTo === undefined || day < effectiveTo));

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
  const places = placesOf(ask);
  const days = person.zones.map((zone) => localDay(attempt.at, zone));
  return law.packs
    .filter((pack) => places.some((place) => holdsIn(pack, place)))
    .flatMap((pack) => {
      const version = packName(pack);
      return pack.rules.flatMap((rule): RuleAnswer[] => {
        if (!rule.actor.includes(attempt.actor) || !(rule.product?.includes(attempt.product) ?? true)) return [];
        if (!inForce(rule, days)) return [];
        const found = finding(rule, ask);
        return found ? [{ ...found, rule: rule.id, citation: rule.citation, version }] : [];
      });
    });
};
