import { groupBy } from '../group-by.js';
import { isKnownTo, type Contact, type LoanSpokenOf } from './contact.js';
import { mayHaveTalked } from './counts-as.js';
import { dayPlus } from './local-day.js';

export type DayIn = (at: string, zone: string) => string;

/** Whether two contacts may have been about the same loan. */
export const isAbout = ({ loans }: Contact, { loanId }: LoanSpokenOf): boolean =>
  loanId === undefined || loans.some((other) => other.loanId === undefined || other.loanId === loanId);

const telephones = new Set(['call', 'voice-bot', 'dialler']);

const isOver = ({ until }: { until?: string }, at: string): boolean => until !== undefined && until <= at;

/** Whether who said no to that means this contact too: no calls are none by a machine either (12 CFR 1006.14(h)(1), comment 3.i). */
export const endsFor = (
  out: { channel?: string; pointId?: string },
  act: { channel: string; pointId?: string },
): boolean =>
  (out.pointId === undefined || out.pointId === act.pointId) &&
  (out.channel === undefined ||
    out.channel === act.channel ||
    (telephones.has(out.channel) && telephones.has(act.channel)));

/**
 * Whether the person's own consent to more calls lifts a rule off a contact about a loan: by the same channel, given in the last
 * `consentDays` days of the person, its day the first, and not used up by a talk since (12 CFR 1006.14(b)(3)(i)).
 */
export const consentsIn = (contacts: Contact[], dayIn: DayIn) => {
  const talks = contacts.filter(({ act }) => mayHaveTalked(act));
  const withPerson = groupBy(talks, ({ human }) => human);
  const onNumber = groupBy(talks, ({ to }) => to);
  return (consentDays: number | undefined, contact: Contact, loan: LoanSpokenOf): boolean => {
    const { at, zones, act, person, to, human } = contact;
    if (consentDays === undefined || zones.length === 0) return false;
    return (person?.standing?.consents ?? []).some((consent) => {
      const isGiven =
        consent.to === 'more-calls' &&
        // Given to whoever calls, not to the creditor before.
        consent.basis === 'consent' &&
        consent.channel === act.channel &&
        (consent.pointId === undefined || consent.pointId === act.pointId) &&
        consent.at <= at &&
        !(person?.standing?.optOuts ?? []).some(
          (out) => out.at >= consent.at && out.at <= at && !isOver(out, at) && endsFor(out, act),
        ) &&
        (consent.until === undefined || at < consent.until) &&
        zones.every((zone) => dayIn(at, zone) < dayPlus(dayIn(consent.at, zone), consentDays));
      if (!isGiven) return false;
      const others = [
        ...(withPerson.get(human) ?? []).filter((one) => isKnownTo(one, contact)),
        ...(to === '' ? [] : (onNumber.get(to) ?? [])),
      ];
      return !others.some((one) => one !== contact && one.at > consent.at && one.at <= at && isAbout(one, loan));
    });
  };
};
