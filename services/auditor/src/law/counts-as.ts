import type { AuditedAct } from '../audited-act.js';
import type { Unit } from './contact-rule.js';

const spoken = new Set(['call', 'voice-bot', 'dialler', 'visit']);
/** Outcomes of which it is certain that nothing was said about the matter. Of all others, and of none, the worst is believed. */
const noConversation = new Set([
  'no-answer',
  'busy',
  'powered-off',
  'invalid-number',
  'voicemail',
  'hung-up-before-verification',
  'not-verified',
  'third-party-relays',
  'third-party-refuses',
  'wrong-number',
  'deceased-reported',
  'incapacity',
  'language',
]);
const notAnswered = new Set(['no-answer', 'busy', 'powered-off', 'invalid-number']);
/** The number was not reached at all; one that rang was (comment 14(b)(3)(ii)-1). */
const notReached = new Set(['busy', 'powered-off', 'invalid-number']);

const isOneOf = (codes: Set<string>, { code }: AuditedAct): boolean => code !== undefined && codes.has(code);

export const reachedNothing = (act: AuditedAct): boolean => isOneOf(notReached, act);

export const mayHaveTalked = (act: AuditedAct): boolean =>
  spoken.has(act.channel) &&
  act.result !== 'failed' &&
  act.result !== 'delivered' &&
  act.result !== 'done' &&
  !isOneOf(noConversation, act);

/** Whether what came of an act counts as the unit of a cap or rest. Until it is known it counts as everything. */
export const countsAs = (unit: Unit, act: AuditedAct): boolean => {
  switch (unit) {
    case 'attempt':
      return true;
    case 'connected':
      return act.result !== 'failed' && !isOneOf(notAnswered, act);
    case 'conversation':
      return mayHaveTalked(act);
    case 'communication':
      return !spoken.has(act.channel) || !reachedNothing(act);
    case 'visit':
      return act.channel === 'visit';
    default:
      return unit satisfies never;
  }
};
