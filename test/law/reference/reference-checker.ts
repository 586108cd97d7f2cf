import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import type { Rule } from '@recourse/domain/law/rule';
import { baseSays, holdSays, placesIn, reaches } from './base-says.js';
import { contentSays } from './content-says.js';
import { capSays, cooldownSays, partySays } from './count-rules.js';
import { permissionSays } from './permission-says.js';
import type { ReferenceAnswer, Severity } from './reference-answer.js';
import { dayWritten, wallDay } from './wall-clock.js';
import { windowSays } from './window-rule.js';

function ruleSays(rule: Rule, ask: GateAsk, now: number, ahead: boolean): Severity | undefined {
  switch (rule.kind) {
    case 'contact-window':
      return windowSays(rule, ask, now, ahead);
    case 'frequency-cap':
      return capSays(rule, ask, now);
    case 'cooldown':
      return cooldownSays(rule, ask, now);
    case 'party-eligibility':
      return partySays(rule, ask, now);
    case 'channel-permission':
      return permissionSays(rule, ask, now);
    case 'hold-on-event':
      return holdSays(rule, ask, now);
    case 'content-gate':
      return contentSays(rule, ask, now);
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
}

/** In force on the day it is in at least one of the zones the person may be in. */
function binds(rule: Rule, { attempt, person }: GateAsk, now: number): boolean {
  if (!rule.actor.includes(attempt.actor)) return false;
  if (rule.product && !rule.product.includes(attempt.product)) return false;
  return person.zones.some(({ zone }) => {
    const today = wallDay(zone, now);
    const isOver = rule.effectiveTo !== undefined && today >= dayWritten(rule.effectiveTo);
    return today >= dayWritten(rule.effectiveFrom) && !isOver;
  });
}

function answers(ask: GateAsk, now: number, ahead: boolean): ReferenceAnswer[] {
  const found = baseSays(ask, now);
  const places = placesIn(ask);
  for (const pack of ask.law.packs) {
    if (!reaches(pack.jurisdiction, places)) continue;
    for (const rule of pack.rules) {
      if (!binds(rule, ask, now)) continue;
      const says = ruleSays(rule, ask, now, ahead);
      if (says) found.push({ rule: rule.id, says });
    }
  }
  return found;
}

/**
 * The law of contact once more, written apart from the gate and slowly: it walks the clock by Intl and counts day by day. It shares
 * nothing with domain/ but types, so that what both say is said twice. Answers of every rule that bears on `ask` at epoch millisecond
 * `now`, in the order of the law; `ask.attempt.at` is not read.
 */
export const referenceAnswers = (ask: GateAsk, now: number): ReferenceAnswer[] => answers(ask, now, true);

/** Whether no rule says no at that millisecond. */
export const referenceAllows = (ask: GateAsk, now: number): boolean =>
  answers(ask, now, false).every(({ says }) => says === 'allow');
