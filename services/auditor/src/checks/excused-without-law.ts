import { isContact, isOurs } from '../act-kinds.js';
import type { AuditedAct } from '../audited-act.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { wants } from '../law/bears-on.js';
import { contactsBy } from '../law/contact.js';
import { daysAt } from '../law/days-at.js';
import { localDays } from '../law/local-day.js';

const debtors = new Set(['borrower', 'co-borrower', 'guarantor']);
/** What is said on the telephone or at the door answers nobody: no call of ours is service. */
const spoken = new Set(['place-call', 'arrange-visit']);

const notOnFile = (template: string): string => `its words (${template || 'none named'}) are not on file`;

/**
 * What is recorded as legally required or as service passes holds, opt-outs and caps in every other check, and looking for somebody what is
 * to be said to who owes. So the first must be a notice that the law of a place of each of its loans or of the person wants from us then, in
 * words approved as that notice, the second a message whose approved words are for that, and nobody is looked for by asking them. A demand for
 * money the lender wants sent is none of these, and words that are not on file excuse nothing.
 */
export const excusedWithoutLaw = (evidence: Evidence): Finding => {
  const contactOf = contactsBy(evidence);
  const dayIn = localDays();
  const faultOf = (act: AuditedAct): string | undefined => {
    const { kind, notice, purpose, template = '' } = act;
    const contact = contactOf(act, act.begunAt);
    const { loans } = contact;
    const words = evidence.practice.words.get(template);
    switch (purpose) {
      case 'legally-required': {
        const days = daysAt(contact, dayIn);
        const isWanted = loans.every((loan) =>
          evidence.law.notices.some((wanted) => wanted.notice === notice && wants(wanted, contact, loan, days)),
        );
        if (kind !== 'send-notice' || notice === undefined || !isWanted)
          return `no law there wants this ${notice ?? kind}`;
        if (!words) return notOnFile(template);
        return words.notices.includes(notice) && words.purposes.includes(purpose)
          ? undefined
          : `${template} is not approved as ${notice}`;
      }
      case 'service': {
        if (!spoken.has(kind) && !words) return notOnFile(template);
        const isAnswer = !spoken.has(kind) && words?.purposes.includes(purpose) === true;
        return isAnswer ? undefined : `this ${kind} is no answer and no receipt`;
      }
      case 'locate':
      case 'relay':
        return loans.every(({ party }) => party !== undefined && debtors.has(party))
          ? 'who owes is not asked where they are'
          : undefined;
      default:
        return undefined;
    }
  };
  const violations = evidence.acts
    .filter((act) => isContact(act) && isOurs(act))
    .flatMap((act) => {
      const fault = faultOf(act);
      return fault === undefined ? [] : [`${act.id}: ${fault}`];
    });
  return finding('excused-without-law', violations);
};
