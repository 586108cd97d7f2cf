import { isContact, isOurs } from '../act-kinds.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { holdsIn } from '../law/bears-on.js';
import { contactsBy } from '../law/contact.js';

/**
 * What is recorded as legally required passes holds, opt-outs and caps in every other check: so it must be a notice that the law of one of
 * its places names. A demand for money the lender wants sent is none, and no call is one.
 */
export const excusedWithoutLaw = (evidence: Evidence): Finding => {
  const contactOf = contactsBy(evidence);
  const violations = evidence.acts
    .filter((act) => isContact(act) && isOurs(act) && act.purpose === 'legally-required')
    .filter((act) => {
      const { loans, person, countries } = contactOf(act, act.begunAt);
      const places = [
        ...loans.flatMap(({ jurisdiction }) => jurisdiction ?? []),
        ...(person?.standing?.places ?? []),
        ...countries,
      ];
      return !evidence.law.notices.some(
        ({ notice, jurisdiction }) =>
          act.kind === 'send-notice' && notice === act.notice && places.some((place) => holdsIn(jurisdiction, place)),
      );
    })
    .map(({ id, kind, notice }) => `${id}: no law there wants this ${notice ?? kind}`);
  return finding('excused-without-law', violations);
};
