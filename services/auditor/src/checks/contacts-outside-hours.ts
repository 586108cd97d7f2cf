import { isContact, isOurs, type Judged } from '../act-kinds.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { binds } from '../law/bears-on.js';
import { contactsBy, type Contact } from '../law/contact.js';
import { cited, type NumericLaw, type WindowRule } from '../law/contact-rule.js';
import { localDays } from '../law/local-day.js';
import { isOpen } from '../law/opening.js';
import { wallTime } from '../wall-time.js';

const telephones = new Set(['sms', 'call', 'voice-bot', 'dialler']);
const doors = new Set(['letter', 'visit']);

/** A telephone we were told no place of is carried about, what is electronic is nowhere, and behind a door may be any place (comment 6(b)(1)(ii)-1.i). */
const mayReach = (place: string, channel: string, told: string | undefined): boolean => {
  if (told !== undefined) return told === place;
  return place === 'mobile' ? telephones.has(channel) : doors.has(channel);
};

/**
 * No contact begins, and none reaches anyone, outside the hours of every pack that holds where the loan or the person is, in every zone
 * the person may be in, by the instant the receiver logged: whoever begins late enough to ring after hours has begun too late. A log whose
 * clock is behind ours counts from our begin; what came before that, `unrecorded-attempts` tells. Nor on a day for which the product has no clocks. A contact that has hours, of a person without a zone, is a violation.
 */
export const contactsOutsideHours = ({ acts, outside, ...known }: Evidence, judged: Judged = isOurs): Finding => {
  const { law } = known;
  const rules = law.rules.filter((rule) => rule.kind === 'contact-window');
  const arrivals = groupBy(outside?.received ?? [], ({ id }) => id);
  const contactOf = contactsBy(known);
  const dayIn = localDays();
  const violations = acts
    .filter((act) => isContact(act) && judged(act))
    .flatMap((act) => {
      const received = arrivals.get(act.id) ?? [];
      const started = received.map(({ at, to }) => {
        const ms = Math.max(Date.parse(act.begunAt), Date.parse(at));
        return contactOf(act, new Date(ms).toISOString(), to);
      });
      return [contactOf(act, act.begunAt), ...started].flatMap((contact) => faultsOf(contact, rules, law, dayIn));
    });
  return finding('contacts-outside-hours', violations);
};

const faultsOf = (
  contact: Contact,
  rules: WindowRule[],
  law: NumericLaw,
  dayIn: ReturnType<typeof localDays>,
): string[] => {
  const { act, at, person, zones, placeType } = contact;
  const { id, begunAt, channel, personId = 'whom it reached', pointId = '' } = act;
  const { coversFrom, coversTo } = law.clocks;
  if (at < coversFrom || at >= coversTo)
    return [`${id}: ${at} is outside the clocks there are, ${coversFrom} to ${coversTo}`];
  const unknown = zones.find((zone) => wallTime(at, zone) === undefined);
  const days = zones.length === 0 || unknown !== undefined ? [at.slice(0, 10)] : zones.map((zone) => dayIn(at, zone));
  const binding = rules.filter((rule) => contact.loans.some((loan) => binds(rule, contact, loan, days)));
  if (binding.length === 0) return [];
  if (!person || zones.length === 0) return [`${id}: nobody knows the zone of ${personId}`];
  if (unknown !== undefined) return [`${id}: ${unknown} is no time zone`];
  return binding.flatMap((rule) => {
    const shunned = rule.personsTimes ? (person.standing?.inconvenientPlaces ?? []) : [];
    const there = shunned.find((place) => mayReach(place, channel, placeType));
    if (there !== undefined) return [`${id}: ${there} is no place for ${personId}: ${cited(rule)}`];
    const shut = zones.find(
      (zone) => !isOpen(rule, { at, begunAt, day: dayIn(at, zone), zone, channel, pointId }, person, law.holidays),
    );
    return shut === undefined ? [] : [`${id}: ${at} is ${wallTime(at, shut)} in ${shut}: ${cited(rule)}`];
  });
};
