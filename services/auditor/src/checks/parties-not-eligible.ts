import { isContact, isOurs, isSetAside } from '../act-kinds.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { binds } from '../law/bears-on.js';
import { contactsBy, isKnownTo, type Contact, type LoanSpokenOf } from '../law/contact.js';
import { cited, type PartyRule } from '../law/contact-rule.js';
import { daysAt } from '../law/days-at.js';
import { groundsFor } from '../law/grounds-for.js';
import { dayPlus, localDays } from '../law/local-day.js';
import { isThirdParty } from '../law/party-to.js';

/**
 * Who is no debtor is contacted only for what a pack lets such a party be contacted for, on a ground that our records still show, and no more
 * often than it says; counted by what we let begin. Asking third parties for money is told by `third-parties-pressed`.
 */
export const partiesNotEligible = (evidence: Evidence): Finding => {
  const contactOf = contactsBy(evidence);
  const dayIn = localDays();
  const groundsOf = groundsFor(evidence, dayIn);
  const rules = evidence.law.rules.filter((rule) => rule.kind === 'party-eligibility');
  const contacts = evidence.acts
    .filter((act) => isContact(act) && !isSetAside(act))
    .map((act) => contactOf(act, act.begunAt))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const ofHuman = groupBy(contacts, ({ human }) => human);

  const faultOf = (rule: PartyRule, contact: Contact, loan: LoanSpokenOf): string | undefined => {
    const { party = '' } = loan;
    const { purpose } = contact.act;
    if (!rule.mayBeFor.includes(purpose))
      return isThirdParty(party) && purpose === 'collect' ? undefined : `to ${party} for ${purpose}`;
    if (rule.grounds) {
      const grounds = groundsOf(contact, loan);
      if (!rule.grounds.some((ground) => grounds.has(ground)))
        return `to ${party} without ${rule.grounds.join(' or ')}`;
    }
    const { maxContacts, maxContactsDays } = rule;
    if (maxContacts === undefined) return undefined;
    const isWithin = (one: Contact): boolean =>
      maxContactsDays === undefined ||
      contact.zones.some((zone) => dayIn(one.at, zone) > dayPlus(dayIn(contact.at, zone), -maxContactsDays));
    const own = ofHuman.get(contact.human) ?? [];
    const before = own
      .slice(0, own.indexOf(contact))
      .filter((one) => isKnownTo(one, contact) && one.loans.some((each) => isOf(rule, each)) && isWithin(one));
    return before.length < maxContacts ? undefined : `to ${party}: more than ${maxContacts}`;
  };

  const violations = contacts
    .filter(({ act }) => isOurs(act))
    .flatMap((contact) =>
      rules.flatMap((rule) =>
        contact.loans
          .filter((loan) => isOf(rule, loan) && binds(rule, contact, loan, daysAt(contact, dayIn)))
          .flatMap((loan) => {
            const fault = faultOf(rule, contact, loan);
            return fault === undefined ? [] : [`${contact.act.id} ${fault}: ${cited(rule)}`];
          }),
      ),
    );
  return finding('parties-not-eligible', violations);
};

const isOf = ({ parties }: PartyRule, { party }: LoanSpokenOf): boolean =>
  party !== undefined && parties.includes(party);
