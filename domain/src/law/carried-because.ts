import type { Rule } from './rule.js';

/** Why nothing asks a rule that is in a pack (closed). */
export type CarriedReason =
  | 'bought-debts'
  | 'agencys-own'
  | 'nothing-deleted'
  | 'court-not-told'
  | 'act-not-ours'
  | 'figures-told'
  | 'answered-by-nobody'
  | 'revoked-at-once'
  | 'paid-is-not-overdue'
  | 'held-until-notified';

/** What it asks is kept all the same, for everybody and by no rule of a pack. */
const keptBy: Partial<Record<CarriedReason, string>> = {
  'revoked-at-once': 'domain/src/law/is-revoked.ts',
  'paid-is-not-overdue': 'domain/src/contact/base/base-rules.ts',
  'held-until-notified': 'domain/src/case/hold-for-assignment.ts',
};

/** `by`: the code that keeps what the rule asks without asking it. For a rule that something asks, meaningless. */
export const carriedBecause = (rule: Rule): { reason: CarriedReason; by?: string } => {
  const reason = reasonOf(rule);
  const by = keptBy[reason];
  return { reason, ...(by !== undefined && { by }) };
};

const isFor = ({ actor }: Rule, who: Rule['actor'][number]): boolean => actor.includes(who);

const reasonOf = (rule: Rule): CarriedReason => {
  if (rule.kind === 'hold-on-event' && rule.event === 'paid') return 'paid-is-not-overdue';
  if (rule.kind === 'hold-on-event' && rule.event === 'assigned') return 'held-until-notified';
  if (rule.kind === 'notice-before-action' && rule.notice === 'assignment') return 'held-until-notified';
  if (rule.kind === 'retention') return 'nothing-deleted';
  if (!isFor(rule, 'first-party')) return isFor(rule, 'agency') ? 'agencys-own' : 'bought-debts';
  switch (rule.kind) {
    case 'legal-clock':
      return 'court-not-told';
    case 'amount-limit':
      return 'figures-told';
    case 'response-deadline':
      return rule.request === 'consent-revocation' ? 'revoked-at-once' : 'answered-by-nobody';
    case 'notice-before-action':
    case 'hold-on-event':
    case 'handover-gate':
    case 'contact-window':
    case 'frequency-cap':
    case 'cooldown':
    case 'party-eligibility':
    case 'channel-permission':
    case 'content-gate':
    case 'visit-protocol':
      return 'act-not-ours';
    default:
      return rule satisfies never;
  }
};
