import { isContact, isOurs, isSetAside } from '../act-kinds.js';
import type { AuditedAct } from '../audited-act.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { binds } from '../law/bears-on.js';
import { isAbout } from '../law/consents.js';
import { contactsBy, type Contact, type LoanSpokenOf } from '../law/contact.js';
import { cited, type ContentRule } from '../law/contact-rule.js';
import { mayHaveTalked } from '../law/counts-as.js';
import { daysAt } from '../law/days-at.js';
import { localDays } from '../law/local-day.js';
import { primaryOf } from '../law/practice.js';
import { whatWasSaid, type Said } from '../law/what-was-said.js';

/** What nobody else may learn of: that there is a debt, what of it, and what will come of it. */
const ofDebt = new Set([
  'amount',
  'due-date',
  'how-to-pay',
  'debt-collector',
  'attempt-to-collect',
  'dispute-rights',
  'legal-action',
  'credit-bureau',
]);
const written = new Set(['sms', 'email', 'app', 'im', 'letter']);

/** What such words are for is asked by `excused-without-law`. */
const isExcused = (purpose: string): boolean => purpose === 'service' || purpose === 'legally-required';

/** Whether what had to be said first can have been heard in a contact, by what was known of it when another began. */
const wasHeardBefore = (one: AuditedAct, { begunAt }: AuditedAct): boolean =>
  one.concludedAt !== undefined &&
  one.concludedAt <= begunAt &&
  (written.has(one.channel) ? one.result === 'delivered' : mayHaveTalked(one));

/**
 * What is said is what was approved, says what the packs want and nothing they bar, the first time what they want said first, in a language of
 * the person. Words by a machine are those of the template its act names; people say what their script says.
 */
export const wordsNotLawful = (evidence: Evidence): Finding => {
  const contactOf = contactsBy(evidence);
  const dayIn = localDays();
  const rules = evidence.law.rules.filter((rule) => rule.kind === 'content-gate');
  const contacts = evidence.acts
    .filter((act) => isContact(act) && !isSetAside(act))
    .map((act) => contactOf(act, act.begunAt));
  // What was said before a loan was ours is in no record of ours.
  const takenOn = new Set<string | undefined>(
    evidence.accepted.flatMap(({ type, loanId }) => (type === 'loan-taken-on' ? loanId : [])),
  );
  const ofHuman = groupBy(contacts, ({ human }) => human);

  const isFirst = (rule: ContentRule, contact: Contact, loan: LoanSpokenOf): boolean => {
    const { act, human } = contact;
    if (takenOn.has(loan.loanId)) return false;
    return !(ofHuman.get(human) ?? []).some(
      (one) =>
        one !== contact &&
        wasHeardBefore(one.act, act) &&
        one.act.sender === act.sender &&
        (act.sender === 'first-party' || one.act.actor === act.actor) &&
        isAbout(one, loan) &&
        rule.channels.includes(one.act.channel) &&
        rule.purposes.includes(one.act.purpose),
    );
  };

  const faultsOf = (rule: ContentRule, contact: Contact, loan: LoanSpokenOf, said: Said): string[] => {
    if (rule.firstContactOnly && !isFirst(rule, contact, loan)) return [];
    const missing = rule.mustSay.filter((each) => !said.says.includes(each));
    const barred = rule.mustNotSay.filter((each) => said.says.includes(each));
    const shown = rule.thirdPartySafe ? said.says.filter((each) => ofDebt.has(each)) : [];
    const language = said.theirs === undefined ? undefined : primaryOf(said.theirs);
    const isTheirs = language !== undefined && said.languages.includes(language);
    return [
      ...(missing.length > 0 ? [`does not say ${missing.join(' ')}`] : []),
      ...(barred.length > 0 ? [`says ${barred.join(' ')}`] : []),
      ...(shown.length > 0 ? [`tells ${loan.party ?? 'somebody'} of the debt (${shown.join(' ')})`] : []),
      ...(rule.firstContactOnly && !said.firstContact ? ['is no first contact'] : []),
      ...(rule.sameLanguage && !isTheirs
        ? [`is said in ${said.languages.join(' ')} to who speaks ${language ?? 'we do not know what'}`]
        : []),
    ];
  };

  const violations = contacts
    .filter(({ act }) => isOurs(act))
    .flatMap((contact) => {
      const { id, channel, purpose } = contact.act;
      const said = whatWasSaid(contact, evidence.practice);
      if (said === 'unread') return [];
      if (said === 'unknown') return [`${id}: nobody knows what it said`];
      return [
        ...(said.isApproved ? [] : [`${id}: ${said.by} is not what was approved`]),
        ...(isExcused(purpose) || said.isFor(purpose)
          ? []
          : [`${id}: ${said.by} is not approved for ${purpose} by ${channel} to whom it went`]),
        ...rules.flatMap((rule) =>
          contact.loans
            .filter((loan) => binds(rule, contact, loan, daysAt(contact, dayIn)))
            .flatMap((loan) => faultsOf(rule, contact, loan, said).map((fault) => `${id} ${fault}: ${cited(rule)}`)),
        ),
      ];
    });
  return finding('words-not-lawful', violations);
};
