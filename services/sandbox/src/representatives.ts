import type { Agenda } from './agenda.js';
import type { Directory } from './directory.js';
import type { Deed } from './loan-script.js';
import type { Loan } from './loan.js';
import { dayOf, type Instant } from './local-time.js';
import type { Pace } from './pace.js';
import { makePerson, type Person } from './person.js';

/** Those who speak for borrowers who cannot, or want others to: named to the bank, on paper, some days after it heard of that. */
export type Representatives = { heard(loan: Loan, deed: Deed, at: Instant): void };

type Needs = { agenda: Agenda; pace: Pace; directory: Pick<Directory, 'add'> };

const namedAfterDays = 5;
/** Their telephones follow those of contacts. */
const numbersFrom = 95_000;

/** What the bank hears of the borrower, and on whose word somebody is named for it. */
const toldBy = {
  attorney: { deed: 'represented', namedBy: 'borrower' },
  guardian: { deed: 'incapacity', namedBy: 'court' },
  estate: { deed: 'died', namedBy: 'court' },
} as const;

export function openRepresentatives({ agenda, pace, directory }: Needs): Representatives {
  const named = new Set<string>();
  return {
    heard({ loanId, personId, script: { representative: role }, terms }, deed, at) {
      if (role === undefined || toldBy[role].deed !== deed || named.has(personId)) return;
      named.add(personId);
      const due = pace.bookedAfter(at, namedAfterDays);
      const play = (): void => {
        const on = dayOf(due, terms.zone);
        const person = makePerson(numbersFrom + Number(personId.slice(1)), 'CN', on);
        const relation: NonNullable<Person['relations']>[number] = {
          to: personId,
          role,
          namedBy: toldBy[role].namedBy,
          document: `${personId}-${role}`,
          on,
        };
        const telephone = person.points.filter(({ kind }) => kind === 'mobile');
        directory.add([{ ...person, points: telephone, relations: [relation] }]);
      };
      agenda.add({ at: due, rank: 'correction', subject: loanId, play });
    },
  };
}
