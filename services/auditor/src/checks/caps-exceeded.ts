import { isOurs, type Judged } from '../act-kinds.js';
import type { Evidence } from '../evidence.js';
import { finding, unchecked, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { binds, speaksOf } from '../law/bears-on.js';
import { consentsIn, isAbout, type DayIn } from '../law/consents.js';
import { isKnownTo, receivedContacts, type Contact, type LoanSpokenOf } from '../law/contact.js';
import { cited, type CapRule } from '../law/contact-rule.js';
import { countsAs, reachedNothing } from '../law/counts-as.js';
import { dayPlus, localDays } from '../law/local-day.js';

type Consents = ReturnType<typeof consentsIn>;
type Count = { rule: CapRule; of: Contact[]; judged: Judged; consents: Consents; dayIn: DayIn };

/**
 * No person and no number has more than a pack's cap allows in its calendar days of the person: as the receivers logged them, not as our
 * ledgers say. Whom a contact was for, why, about what, and what was said is taken from the act.
 */
export const capsExceeded = (evidence: Evidence, judged: Judged = isOurs): Finding => {
  const { law, outside } = evidence;
  if (!outside) return unchecked('caps-exceeded');
  const contacts = receivedContacts(evidence, outside.received);
  const dayIn = localDays();
  const consents = consentsIn(contacts, dayIn);
  const violations = law.rules
    .filter((rule) => rule.kind === 'frequency-cap')
    .flatMap((rule) => countedTogether(rule, contacts).flatMap((of) => overCap({ rule, of, judged, consents, dayIn })));
  return finding('caps-exceeded', violations);
};

/** What a cap counts, by whose count it is in. */
const countedTogether = (rule: CapRule, contacts: Contact[]): Contact[][] => {
  const counted = contacts.filter(
    (contact) =>
      speaksOf(rule, contact, contact.loans) &&
      countsAs(rule.unit, contact.act) &&
      !(rule.exclusions.includes('not-connected') && reachedNothing(contact.act)) &&
      (rule.scope.includes('person') || contact.to !== ''),
  );
  const ofPerson = rule.scope.includes('person');
  const ofPoint = rule.scope.includes('point');
  const keyOf = ({ human, to }: Contact): string => `${ofPerson ? human : ''} ${ofPoint ? to : ''}`;
  return [...groupBy(counted, keyOf).values()];
};

/** A window opens with the day `days - 1` before the contact's own, in each zone of whom it was for; the first too many of a day is told. */
const overCap = ({ rule, of, judged, consents, dayIn }: Count): string[] => {
  const { limit, days, exclusions, consentDays } = rule;
  const isLifted = (contact: Contact, loan: LoanSpokenOf): boolean =>
    exclusions.includes('consented') && consents(consentDays, contact, loan);
  const lifted = new Map(of.map((one) => [one, one.loans.filter((loan) => isLifted(one, loan))]));
  /** What was consented to about one loan counts for the others it spoke of. */
  const isFree = (other: Contact, { loanId }: LoanSpokenOf): boolean => {
    const free = lifted.get(other) ?? [];
    return (
      free.length === other.loans.length || (rule.scope.includes('debt') && free.some((one) => one.loanId === loanId))
    );
  };
  const order = new Map(of.map((contact, nth) => [contact, nth]));
  const place = (contact: Contact): number => order.get(contact) ?? 0;
  const told = new Map<string, string>();
  for (const contact of of.filter(({ act }) => judged(act))) {
    const on = contact.zones.map((zone) => dayIn(contact.at, zone));
    for (const loan of contact.loans) {
      if (!binds(rule, contact, loan, on) || isLifted(contact, loan)) continue;
      const before = of.filter(
        (other) =>
          !isFree(other, loan) &&
          place(other) < place(contact) &&
          isKnownTo(other, contact) &&
          isCountedWith(rule, other, contact, loan),
      );
      for (const zone of contact.zones) {
        const day = dayIn(contact.at, zone);
        const from = dayPlus(day, 1 - days);
        const isCounted = (other: Contact): boolean =>
          (rule.window !== 'rolling' && isWithin(dayIn(other.at, zone), from, day)) ||
          (rule.window !== undefined && rule.window !== 'calendar' && isWithinHours(other, contact, days * 24));
        const count = 1 + before.filter(isCounted).length;
        if (count <= limit) continue;
        const what = whatOf(rule, contact, loan);
        const key = `${what} ${day} ${zone}`;
        const when = days === 1 ? `on ${day}` : `in the ${days} days to ${day}`;
        const words = `${what} ${when} in ${zone}: more than ${limit}, the first too many is ${contact.act.id}: ${cited(rule)}`;
        if (!told.has(key)) told.set(key, words);
      }
    }
  }
  return [...told.values()];
};

const isWithin = (day: string, from: string, to: string): boolean => from <= day && day <= to;

/** By what the receivers logged and by when we began both: a call that rang a second sooner than the last is none the less a week later. */
const isWithinHours = (other: Contact, contact: Contact, hours: number): boolean =>
  [
    Date.parse(contact.at) - Date.parse(other.at),
    Date.parse(contact.act.begunAt) - Date.parse(other.act.begunAt),
  ].every((ms) => ms < hours * 3_600_000);

const isCountedWith = ({ scope }: CapRule, other: Contact, contact: Contact, loan: LoanSpokenOf): boolean =>
  (!scope.includes('debt') || isAbout(other, loan)) &&
  (!scope.includes('place-type') ||
    [other, contact].some(({ placeType }) => placeType === undefined) ||
    other.placeType === contact.placeType);

/** A number is never told. */
const whatOf = ({ unit, scope }: CapRule, { human }: Contact, { loanId }: LoanSpokenOf): string => {
  const whom = scope.includes('person') ? human : 'one number';
  return `${unit === 'connected' ? 'connected contact' : unit}s of ${whom}${scope.includes('debt') && loanId !== undefined ? ` about ${loanId}` : ''}`;
};
