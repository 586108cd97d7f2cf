import { isContact, isOurs, type Judged } from '../act-kinds.js';
import type { AuditedAct } from '../audited-act.js';
import type { AuditedHold } from '../audited-hold.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { heldBy } from '../held-by.js';
import { binds } from '../law/bears-on.js';
import { contactsBy } from '../law/contact.js';
import { cited, type EventRule } from '../law/contact-rule.js';
import { daysAt } from '../law/days-at.js';
import { debtorsOf } from '../law/debtors-of.js';
import { localDays } from '../law/local-day.js';

/** A hold may be written this long after what caused it; two machines' clocks may differ by as much. Where an order tells, no clock is asked. */
const skewMs = 5_000;
const dayMs = 86_400_000;
/**
 * What is still said while they last, whatever a pack allows; of all others answers and notices (regulation survey, section 5). Nothing where whoever
 * answers is not the one to speak with or it is in doubt what is owed; of fraud and of danger to oneself only answers; of a matter in court or
 * of a new creditor only what the law wants.
 */
const stillSaid: Readonly<Record<string, readonly string[]>> = {
  death: [],
  incapacity: [],
  represented: [],
  'wrong-number': [],
  verification: [],
  'loan-mismatch': [],
  'self-harm-risk': ['service'],
  'identity-theft': ['service'],
  assigned: ['legally-required'],
  'legal-proceedings': ['legally-required'],
};
const answersAndNotices = ['service', 'legally-required'];

/**
 * Holds of a debtor that are the very reason to speak with somebody else in that role; every other of the debtor's binds there too. Who is not
 * listed is contacted for what they owe themselves.
 */
const reasonsToAsk: Readonly<Record<string, readonly string[]>> = {
  'emergency-contact': ['death', 'incapacity'],
  employer: [],
  attorney: ['represented'],
  guardian: ['incapacity'],
  estate: ['death', 'incapacity'],
  heir: ['death', 'incapacity'],
};

/**
 * No contact begins while a hold that stops contact is in force on a loan it speaks of, the person, the number, or the debtor whom somebody
 * else is contacted about; holds as documents and journals tell of them, what they stop and for how long by the packs too.
 */
export const contactsWhileHeld = (evidence: Evidence, judged: Judged = isOurs): Finding => {
  const holdsOnAct = heldBy(evidence);
  const aboutWhom = debtorsOf(evidence);
  const lawOn = lawOnEvents(evidence);
  const beganBy = begunBy(evidence);
  const ofDebtors = (act: AuditedAct): AuditedHold[] =>
    aboutWhom(act).flatMap(({ debtor, role }) => {
      const reasons = reasonsToAsk[role];
      const about = { ...act, covers: [], personId: debtor, pointId: '', blindIndex: '' };
      return reasons ? holdsOnAct(about).filter(({ reason }) => !reasons.includes(reason)) : [];
    });
  const holdsOn = (act: AuditedAct): AuditedHold[] => [...holdsOnAct(act), ...ofDebtors(act)];
  const violations = evidence.acts
    .filter((act) => isContact(act) && judged(act))
    .flatMap((act) =>
      holdsOn(act).flatMap((hold) => {
        const hasBegun = beganBy(act, hold);
        const rules = isOver(hold, act, hasBegun) ? [] : lawOn(act, hold);
        const broken = rules.find(
          (rule) => !rule.allowedWhileHeld.includes(act.purpose) && forbids(hold, act, hasBegun, rule),
        );
        const { id, reason } = hold;
        const words = `${act.id} began at ${act.begunAt} under the hold ${id} (${reason})`;
        if (forbids(hold, act, hasBegun)) return [words];
        return broken ? [`${words}: ${cited(broken)}`] : [];
      }),
    );
  return finding('contacts-while-held', violations);
};

/**
 * Asks whether a hold had begun for an act: one that an event placed by the loan's own order, in which begin and event write; of others within
 * one instant of the clock the order is not known.
 */
const begunBy = ({ accepted }: Evidence) => {
  const events = new Map(accepted.map((event) => [event.id, event]));
  return ({ begunAt, covers }: AuditedAct, { id, from, since = from }: AuditedHold): boolean => {
    const event = events.get(id.split('/hold/')[0] ?? id);
    const cover = covers.find(({ loanId }) => loanId === event?.loanId);
    if (event && cover) return event.order < cover.order && (since <= event.acceptedAt || since <= begunAt);
    return Date.parse(begunAt) > Date.parse(from) + skewMs;
  };
};

/** Not yet known, or ended. */
const isOver = ({ reason, endedAt }: AuditedHold, { begunAt }: AuditedAct, hasBegun: boolean): boolean =>
  // Held while an event is set aside: another check asks the events themselves.
  reason === 'unresolved-event' || !hasBegun || (endedAt !== undefined && begunAt >= endedAt);

/** By itself, or by a rule that speaks of its event: that may stop more, and longer. */
const forbids = (hold: AuditedHold, act: AuditedAct, hasBegun: boolean, rule?: EventRule): boolean => {
  const { reason, from, since = from, until } = hold;
  const stops = [...hold.stops, ...(rule?.stops ?? [])];
  // What stops the next stage stops going to the door: a visit is one.
  const isStopped = stops.includes('contact') || (act.channel === 'visit' && stops.includes('escalation'));
  if (!isStopped || isOver(hold, act, hasBegun)) return false;
  const byLaw = rule?.days === undefined ? 0 : Date.parse(since) + rule.days * dayMs;
  if (until !== undefined && act.begunAt >= until && Date.parse(act.begunAt) >= byLaw) return false;
  return rule !== undefined || !(stillSaid[reason] ?? answersAndNotices).includes(act.purpose);
};

/** The rules that speak of a hold's event and bind a contact: of one on a loan those that bind it about that loan. */
const lawOnEvents = (evidence: Evidence) => {
  const contactOf = contactsBy(evidence);
  const dayIn = localDays();
  const rules = evidence.law.rules.filter((rule) => rule.kind === 'hold-on-event');
  return (act: AuditedAct, { reason, scope }: AuditedHold): EventRule[] => {
    const spoken = rules.filter(({ event }) => event === reason);
    if (spoken.length === 0) return [];
    const contact = contactOf(act, act.begunAt);
    const days = daysAt(contact, dayIn);
    const loans = contact.loans.filter(({ loanId }) => scope.loan === undefined || loanId === scope.loan);
    return spoken.filter((rule) => loans.some((loan) => binds(rule, contact, loan, days)));
  };
};
