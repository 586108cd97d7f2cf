import type { AuditedAct } from '../audited-act.js';
import type { AuditedPerson } from '../audited-person.js';
import type { Evidence } from '../evidence.js';
import type { DayIn } from './consents.js';
import { countsAs, mayHaveTalked } from './counts-as.js';
import { zonesOf } from './zones-of.js';

/** So many calls in vain, on so many days of the debtor, before somebody else may be asked (CN-3P-3, requirements D2). */
const callsInVain = 3;
const daysInVain = 2;

const telephones = new Set(['call', 'voice-bot', 'dialler']);

/** A call as proof: ours, or brought along when a loan was taken on. */
type Call = { at: string; whom: string; isInVain: boolean };

/**
 * Asks whether what an act recorded as proof that a debtor cannot be reached proves it: calls in vain that are acts of ours or in the history of
 * a loan taken on, and nobody talked since; or days on which numbers of the debtor were found invalid, and none verified by then that is not.
 */
export const unreachableBy = (evidence: Evidence, dayIn: DayIn) => {
  const { persons, acts, law, accepted, incoming, kafkaIsCut } = evidence;
  const people = new Map(persons.map((person) => [person.personId, person]));
  const humanOf = (personId = ''): string => people.get(personId)?.isNow ?? personId;
  const takenOn = new Set(accepted.flatMap(({ type, place }) => (type === 'loan-taken-on' ? [place] : [])));
  const brought = incoming.flatMap(({ place, news = [] }) =>
    takenOn.has(place) ? news.filter((each) => each.news === 'contact') : [],
  );
  const calls = new Map<string, Call>([
    ...brought.map(({ contactId, personId, channel, at, connected }): [string, Call] => [
      `taken-on/${contactId}`,
      { at, whom: humanOf(personId), isInVain: telephones.has(channel) && !connected },
    ]),
    ...acts.map((act): [string, Call] => [
      act.id,
      {
        at: act.begunAt,
        whom: humanOf(act.personId),
        isInVain: telephones.has(act.channel) && !countsAs('connected', act),
      },
    ]),
  ]);

  const byCalls = (ids: string[], { begunAt }: AuditedAct, debtor: string): boolean => {
    const told = [...new Set(ids)];
    const known = told.flatMap((id) => calls.get(id) ?? []);
    // What Kafka has thrown away may have told of it.
    const isForgotten = (id: string): boolean => kafkaIsCut && id.startsWith('taken-on/');
    if (told.length < callsInVain || told.some((id) => !calls.has(id) && !isForgotten(id))) return false;
    const person = people.get(debtor);
    const zones = person ? zonesOf(person, { on: begunAt.slice(0, 10), numberZones: law.numberZones }) : [];
    const isOfDays = zones.every((zone) => new Set(known.map(({ at }) => dayIn(at, zone))).size >= daysInVain);
    const last = known.reduce((latest, { at }) => (at > latest ? at : latest), '');
    const talked = acts.some(
      (act) =>
        humanOf(act.personId) === humanOf(debtor) &&
        act.code !== undefined &&
        mayHaveTalked(act) &&
        act.begunAt > last &&
        act.concludedAt !== undefined &&
        act.concludedAt < begunAt,
    );
    return (
      known.every(({ at, whom, isInVain }) => isInVain && whom === humanOf(debtor) && at < begunAt) &&
      (isOfDays || known.length < told.length) &&
      !talked
    );
  };

  /** A number verified anew has lost its day: then the call that found it so shows it. */
  const wasFoundOn = (day: string, { points = [] }: Pick<AuditedPerson, 'points'>, debtor: string): boolean =>
    points.some(({ invalidSince }) => invalidSince === day) ||
    acts.some(
      ({ personId, code, begunAt, concludedAt = '' }) =>
        humanOf(personId) === humanOf(debtor) &&
        code === 'invalid-number' &&
        begunAt.slice(0, 10) <= day &&
        day <= concludedAt.slice(0, 10),
    );

  const byNumbers = (days: string[], { begunAt }: AuditedAct, debtor: string): boolean => {
    const person = people.get(debtor);
    const last = days.toSorted().at(-1);
    if (!person || last === undefined || last > begunAt.slice(0, 10)) return false;
    // Numbers that came with another record of the same human were nobody's to know.
    const known = person.records === undefined ? (person.points ?? []) : [];
    const stillReached = known.some(
      ({ kind, verifiedOn, invalidSince }) =>
        kind === 'mobile' &&
        verifiedOn !== undefined &&
        verifiedOn <= last &&
        (invalidSince === undefined || invalidSince > last),
    );
    return !stillReached && days.every((day) => wasFoundOn(day, person, debtor));
  };

  return (act: AuditedAct, debtor: string): boolean => {
    const { unreachable } = act;
    if (!unreachable) return false;
    return unreachable.acts.length > 0
      ? byCalls(unreachable.acts, act, debtor)
      : byNumbers(unreachable.days, act, debtor);
  };
};
