import { holdReasons } from '../holds/hold-reasons.js';
import { matterKinds } from '../matters/matter.js';
import { clocksOfClaim } from './clocks-of-claim.js';
import { guaranteeClock } from './guarantee-clock.js';
import type { Rule } from './rule.js';

/** What `may-hand-over` asks notices for, and intake when all of a loan is said to fall due (`acceleration-against`); nothing yet asks before another act. */
const noticedBefore: readonly string[] = ['place', 'sue', 'accelerate'];

/** What is asked of a credit record: the notice before it, how long it is told, and by when a dispute of it is answered. */
const isOfCreditRecord = (rule: Rule): boolean =>
  (rule.kind === 'notice-before-action' && rule.action === 'furnish') ||
  (rule.kind === 'retention' && rule.record === 'bad-credit-information') ||
  (rule.kind === 'legal-clock' && rule.clock === 'credit-report-item') ||
  (rule.kind === 'response-deadline' && rule.request === 'credit-dispute');

/**
 * Whether anything that runs asks this rule; one that nothing asks is only carried, and keeps nobody from anything. Kept beside the rules so
 * that no page says more of them than is so: what gets a caller is named here in the same commit.
 */
export const isAsked = (rule: Rule): boolean => {
  if (isOfCreditRecord(rule)) return isBound(rule, ['first-party']);
  switch (rule.kind) {
    case 'contact-window':
    case 'frequency-cap':
    case 'cooldown':
    case 'party-eligibility':
    case 'channel-permission':
    case 'content-gate':
    case 'visit-protocol':
      return isBound(rule, ['first-party', 'agency']);
    case 'hold-on-event':
      // Of an event that places no hold, such as `paid`, no hold is ever found.
      return isBound(rule, ['first-party', 'agency']) && holdReasons.some((reason) => reason === rule.event);
    case 'notice-before-action':
      return isBound(rule, ['first-party']) && noticedBefore.includes(rule.action);
    case 'handover-gate':
      return isBound(rule, ['first-party', 'agency']);
    case 'amount-limit':
      return rule.planMaxMonths !== undefined && isBound(rule, ['first-party']);
    case 'response-deadline':
      return matterKinds.some((kind) => kind === rule.request) && isBound(rule, ['first-party']);
    case 'legal-clock':
      return [...clocksOfClaim, guaranteeClock].includes(rule.clock) && isBound(rule, ['first-party']);
    case 'retention':
      return false;
    default:
      return rule satisfies never;
  }
};

/** Nobody acts as a buyer of debts yet. */
const isBound = ({ actor }: Rule, acting: readonly Rule['actor'][number][]): boolean =>
  acting.some((each) => actor.includes(each));
