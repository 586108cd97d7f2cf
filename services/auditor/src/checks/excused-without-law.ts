import { isContact, isOurs } from '../act-kinds.js';
import type { AuditedAct, Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { holdsIn } from '../law/bears-on.js';
import { contactsBy } from '../law/contact.js';

const debtors = new Set(['borrower', 'co-borrower', 'guarantor']);
/** What is said on the telephone or at the door answers nobody: no call of ours is service. */
const spoken = new Set(['place-call', 'arrange-visit']);

/**
 * What is recorded as legally required or as service passes holds, opt-outs and caps in every other check, and looking for somebody what is
 * to be said to who owes. So the first must be a notice that the law of one of its places names, the second a message whose approved words
 * are for that, and nobody is looked for by asking them. A demand for money the lender wants sent is none of these.
 */
export const excusedWithoutLaw = (evidence: Evidence): Finding => {
  const contactOf = contactsBy(evidence);
  const faultOf = (act: AuditedAct): string | undefined => {
    const { kind, notice, purpose, template = '' } = act;
    const { loans, person, countries } = contactOf(act, act.begunAt);
    switch (purpose) {
      case 'legally-required': {
        const places = [
          ...loans.flatMap(({ jurisdiction }) => jurisdiction ?? []),
          ...(person?.standing?.places ?? []),
          ...countries,
        ];
        const isWanted = evidence.law.notices.some(
          (wanted) =>
            kind === 'send-notice' &&
            wanted.notice === notice &&
            places.some((place) => holdsIn(wanted.jurisdiction, place)),
        );
        return isWanted ? undefined : `no law there wants this ${notice ?? kind}`;
      }
      case 'service': {
        const words = evidence.practice.words.get(template);
        const isAnswer = !spoken.has(kind) && (words === undefined || words.purposes.includes(purpose));
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
