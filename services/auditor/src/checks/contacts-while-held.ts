import { isContact, isOurs, type Judged } from '../act-kinds.js';
import type { AuditedAct, AuditedHold, Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { heldBy } from '../held-by.js';
import { debtorsOf } from '../law/debtors-of.js';

/** A hold may be written this long after what caused it; two machines' clocks may differ by as much. */
const skewMs = 5_000;
/** While they last nobody is contacted for any purpose: whoever answers is not the one to speak with, or it is in doubt what is owed. */
const silences = new Set(['death', 'incapacity', 'represented', 'wrong-number', 'verification', 'loan-mismatch']);

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
 * else is contacted about; holds as documents and journals tell of them.
 */
export const contactsWhileHeld = (evidence: Evidence, judged: Judged = isOurs): Finding => {
  const holdsOnAct = heldBy(evidence);
  const aboutWhom = debtorsOf(evidence);
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
      holdsOn(act)
        .filter((hold) => forbids(hold, act))
        .map(({ id, reason }) => `${act.id} began at ${act.begunAt} under the hold ${id} (${reason})`),
    );
  return finding('contacts-while-held', violations);
};

/** Within one instant of the clock the order is not known. */
const forbids = ({ reason, stops, from, until, endedAt }: AuditedHold, act: AuditedAct): boolean => {
  const { purpose, begunAt } = act;
  // What stops the next stage stops going to the door: a visit is one.
  const isStopped = stops.includes('contact') || (act.channel === 'visit' && stops.includes('escalation'));
  // Held while an event is set aside: another check asks the events themselves.
  if (!isStopped || reason === 'unresolved-event') return false;
  const inForce =
    Date.parse(begunAt) > Date.parse(from) + skewMs &&
    (until === undefined || begunAt < until) &&
    (endedAt === undefined || begunAt < endedAt);
  if (!inForce || silences.has(reason)) return inForce;
  if (purpose === 'service') return false;
  return purpose !== 'legally-required' || reason === 'self-harm-risk';
};
