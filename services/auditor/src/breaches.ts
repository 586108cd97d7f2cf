import { isContact, isOurs } from './act-kinds.js';
import { capsExceeded } from './checks/caps-exceeded.js';
import { channelsNotPermitted } from './checks/channels-not-permitted.js';
import { collectedByTwo } from './checks/collected-by-two.js';
import { contactsAfterOptOut } from './checks/contacts-after-opt-out.js';
import { contactsOutsideHours } from './checks/contacts-outside-hours.js';
import { contactsWhileHeld } from './checks/contacts-while-held.js';
import { restsBroken } from './checks/rests-broken.js';
import type { AuditedAct } from './audited-act.js';
import type { Evidence } from './evidence.js';

const checks = [
  contactsOutsideHours,
  contactsWhileHeld,
  collectedByTwo,
  capsExceeded,
  restsBroken,
  contactsAfterOptOut,
  channelsNotPermitted,
];

const isAnAgencys = (act: AuditedAct): boolean => isContact(act) && !isOurs(act);

/**
 * What agencies did of their own accord and told us: each is a breach that we know of and look into. Nothing of ours let it begin, so it is no
 * violation of ours, whatever law it broke. `unlawful`: the law it broke beside, in words. What nobody told us is `unrecorded-attempts`.
 */
export const breachesIn = (evidence: Evidence): { told: number; opened: number; unlawful: string[] } => ({
  told: evidence.acts.filter(isAnAgencys).length,
  opened: evidence.journal.filter(({ fact }) => fact.type === 'breach-opened').length,
  unlawful: checks.flatMap((check) => check(evidence, isAnAgencys).violations),
});
