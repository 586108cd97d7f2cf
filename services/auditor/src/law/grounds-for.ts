import type { AuditedAct, Evidence } from '../evidence.js';
import { heldBy } from '../held-by.js';
import type { DayIn } from './consents.js';
import type { Contact, LoanSpokenOf } from './contact.js';
import { countsAs, mayHaveTalked } from './counts-as.js';
import { zonesOf } from './zones-of.js';

/** So many calls in vain, on so many days of the debtor, before somebody else may be asked (CN-3P-3, requirements D2). */
const callsInVain = 3;
const daysInVain = 2;

const telephones = new Set(['call', 'voice-bot', 'dialler']);
const notByBorrower = new Set(['spouse-related', 'heir', 'guardian', 'estate']);

/** Which grounds to speak with somebody about a debtor our records show: papers, holds of the debtor, calls in vain. */
export const groundsFor = (evidence: Evidence, dayIn: DayIn) => {
  const { loans, persons, acts, law } = evidence;
  const books = new Map(loans.map((loan) => [loan.loanId, loan]));
  const people = new Map(persons.map((person) => [person.personId, person]));
  const humanOf = (personId = ''): string => people.get(personId)?.isNow ?? personId;
  const named = new Map(acts.map((act) => [act.id, act]));
  const holdsOn = heldBy(evidence);

  /** Of what was recorded as proof: what our acts say of those calls, and that nobody talked with the debtor since. */
  const isUnreachable = ({ begunAt, unreachable }: AuditedAct, debtor: string): boolean => {
    if (!unreachable) return false;
    if (unreachable.acts.length === 0) return unreachable.days.length > 0;
    const person = people.get(debtor);
    // A call brought along from before us is in no record of ours.
    const known = unreachable.acts.flatMap((id) => named.get(id) ?? []);
    const isInVain = (act: AuditedAct): boolean =>
      telephones.has(act.channel) &&
      humanOf(act.personId) === humanOf(debtor) &&
      act.begunAt < begunAt &&
      !countsAs('connected', act);
    const zones = person ? zonesOf(person, { on: begunAt.slice(0, 10), numberZones: law.numberZones }) : [];
    const isOfDays = zones.every(
      (zone) => new Set(known.map((act) => dayIn(act.begunAt, zone))).size >= daysInVain || known.length < callsInVain,
    );
    const last =
      known
        .map((act) => act.begunAt)
        .toSorted()
        .at(-1) ?? '';
    const talked = acts.some(
      (act) =>
        humanOf(act.personId) === humanOf(debtor) &&
        act.code !== undefined &&
        mayHaveTalked(act) &&
        act.begunAt > last &&
        act.concludedAt !== undefined &&
        act.concludedAt < begunAt,
    );
    return unreachable.acts.length >= callsInVain && known.every(isInVain) && isOfDays && !talked;
  };

  return ({ act, person }: Contact, { loanId = '', party = '' }: LoanSpokenOf): Set<string> => {
    const debtors = new Set(books.get(loanId)?.debtors?.map(({ personId }) => personId));
    const papers = (person?.relations ?? []).filter(({ to, role }) => debtors.has(to) && role === party);
    const found = new Set<string>();
    for (const { to, namedBy } of papers) {
      const about = { ...act, covers: [], pointId: '', blindIndex: '' };
      const holds = [to, humanOf(to)].flatMap((personId) => holdsOn({ ...about, personId }));
      const isHeld = (reason: string): boolean =>
        holds.some(
          (hold) =>
            hold.reason === reason &&
            hold.scope.person !== undefined &&
            hold.from <= act.begunAt &&
            (hold.until === undefined || act.begunAt < hold.until) &&
            (hold.endedAt === undefined || act.begunAt <= hold.endedAt),
        );
      if (party === 'emergency-contact' && namedBy === 'borrower') found.add('provenance-named-by-borrower');
      if (party === 'guarantor') found.add('liable-by-agreement');
      if (notByBorrower.has(party) && namedBy !== 'borrower')
        found.add(party === 'spouse-related' || party === 'heir' ? 'liable-by-agreement' : 'proof-of-authority');
      if (party === 'attorney' && isHeld('represented')) found.add('proof-of-authority');
      if (isHeld('death')) found.add('debtor-died');
      if (isHeld('incapacity')) found.add('debtor-incapable');
      if (isUnreachable(act, to)) found.add('debtor-unreachable');
    }
    return found;
  };
};
