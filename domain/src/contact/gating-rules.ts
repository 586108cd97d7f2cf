import type { Hold } from '../holds/hold.js';
import { channelPermission } from '../law/kinds/channel-permission.js';
import { contactWindow } from '../law/kinds/contact-window.js';
import { contentGate } from '../law/kinds/content-gate.js';
import { cooldown } from '../law/kinds/cooldown.js';
import { frequencyCap } from '../law/kinds/frequency-cap.js';
import { holdOnEvent } from '../law/kinds/hold-on-event.js';
import { partyEligibility } from '../law/kinds/party-eligibility.js';
import type { Law } from '../law/law.js';
import type { Rule } from '../law/rule.js';
import { rulesInForce, type RuleBearing, type RuleInForce } from '../law/rules-of.js';
import type { Channel, Purpose } from './channel.js';
import type { Finding, GateAsk } from './gate-ask.js';
import { untilLapsed } from './until-lapsed.js';

type Find = (ask: GateAsk, held: readonly Hold[]) => Finding | undefined;

/** A rule that gates contacts, ready to be asked; undefined when it does not bear on one. `held`: the holds in force now, whatever they stop. */
export type GatingRule = { rule: string; version: string; citation: string; find: Find };

const findBy = (rule: Rule): Find | undefined => {
  switch (rule.kind) {
    case 'contact-window':
      return (ask) => contactWindow(rule, ask);
    case 'frequency-cap':
      return (ask) => frequencyCap(rule, ask);
    case 'cooldown':
      return (ask) => cooldown(rule, ask);
    case 'party-eligibility':
      return (ask) => partyEligibility(rule, ask);
    case 'channel-permission':
      return (ask) => channelPermission(rule, ask);
    case 'hold-on-event':
      return (ask, held) => (held.length === 0 ? undefined : holdOnEvent(rule, ask.attempt, held));
    case 'content-gate':
      return (ask) => contentGate(rule, ask);
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

const lapsing = ({ effectiveTo }: Rule, find: Find): Find => {
  if (effectiveTo === undefined) return find;
  return (ask, held) => {
    const found = find(ask, held);
    return found && untilLapsed(effectiveTo, found, ask.person);
  };
};

type Contacting = { channel: Channel; purpose: Purpose };

const speaksOf = (rule: Rule, { channel, purpose }: Contacting): boolean =>
  !('channels' in rule && 'purposes' in rule) || (rule.channels.includes(channel) && rule.purposes.includes(purpose));

/** Chosen before, by what is in force and channel and purpose: every contact asks the same few questions. */
const chosen = new WeakMap<readonly RuleInForce[], Map<string, readonly GatingRule[]>>();

/** The rules in force that gate contacts of this channel and purpose. */
export const gatingRules = (law: Law, bearing: RuleBearing & Contacting): readonly GatingRule[] => {
  const inForce = rulesInForce(law, bearing);
  const key = `${bearing.channel}|${bearing.purpose}`;
  const ofRules = chosen.get(inForce) ?? new Map<string, readonly GatingRule[]>();
  chosen.set(inForce, ofRules);
  const before = ofRules.get(key);
  if (before) return before;
  const rules = inForce.flatMap(({ rule, version }): GatingRule[] => {
    const find = speaksOf(rule, bearing) ? findBy(rule) : undefined;
    return find ? [{ rule: rule.id, version, citation: rule.citation, find: lapsing(rule, find) }] : [];
  });
  ofRules.set(key, rules);
  return rules;
};
