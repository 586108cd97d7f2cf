import type { Evidence } from '../evidence.js';
import { heldBy } from '../held-by.js';
import type { DayIn } from './consents.js';
import type { Contact, LoanSpokenOf } from './contact.js';
import { unreachableBy } from './unreachable-by.js';

const notByBorrower = new Set(['spouse-related', 'heir', 'guardian', 'estate']);

/** Which grounds to speak with somebody about a debtor our records show: papers, holds of the debtor, calls in vain. */
export const groundsFor = (evidence: Evidence, dayIn: DayIn) => {
  const { loans, persons } = evidence;
  const books = new Map(loans.map((loan) => [loan.loanId, loan]));
  const people = new Map(persons.map((person) => [person.personId, person]));
  const humanOf = (personId = ''): string => people.get(personId)?.isNow ?? personId;
  const holdsOn = heldBy(evidence);

  const isUnreachable = unreachableBy(evidence, dayIn);

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
