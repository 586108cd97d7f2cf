import { isContact, isOurs, type Judged } from '../act-kinds.js';
import type { AuditedAct } from '../audited-act.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { binds } from '../law/bears-on.js';
import { endsFor } from '../law/consents.js';
import { contactsBy } from '../law/contact.js';
import { cited } from '../law/contact-rule.js';
import { daysAt } from '../law/days-at.js';
import { localDays } from '../law/local-day.js';

/** Two machines' clocks may differ by this; within one instant of the clock the order is not known. */
const skewMs = 5_000;

type OptOut = { at: string; until?: string };

const standsAt = ({ at, until }: OptOut, { begunAt }: AuditedAct): boolean =>
  Date.parse(begunAt) > Date.parse(at) + skewMs && (until === undefined || begunAt < until);

/**
 * Nobody is contacted by a medium they asked to be left alone by (12 CFR 1006.14(h)), but to answer them or where the law wants it; where a pack
 * says so, by none after any such word. `excused-without-law` asks whether it was an answer or the law's.
 */
export const contactsAfterOptOut = (evidence: Evidence, judged: Judged = isOurs): Finding => {
  const contactOf = contactsBy(evidence);
  const dayIn = localDays();
  const rules = evidence.law.rules.filter((rule) => rule.kind === 'channel-permission' && rule.optOut === 'all');
  const violations = evidence.acts
    .filter((act) => isContact(act) && judged(act))
    .flatMap((act) => {
      const { id, begunAt, purpose, personId = '' } = act;
      const contact = contactOf(act, begunAt);
      const standing = (contact.person?.standing?.optOuts ?? []).filter((out) => standsAt(out, act));
      const ofMedium = ['service', 'legally-required'].includes(purpose)
        ? undefined
        : standing.find((out) => endsFor(out, act));
      const [any] = standing;
      const words = ({ channel = 'all', at }: { channel?: string; at: string }): string =>
        `${id} by ${act.channel} began at ${begunAt}, after ${personId} had opted out of ${channel} at ${at}`;
      if (ofMedium) return [words(ofMedium)];
      if (!any) return [];
      return rules
        .filter((rule) => contact.loans.some((loan) => binds(rule, contact, loan, daysAt(contact, dayIn))))
        .map((rule) => `${words(any)}: ${cited(rule)}`);
    });
  return finding('contacts-after-opt-out', violations);
};
