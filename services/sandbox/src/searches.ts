import type { Directory } from './directory.js';
import type { Deed } from './loan-script.js';
import type { Loan } from './loan.js';
import type { Day } from './local-time.js';
import type { Person } from './person.js';

type Source = 'own-records' | 'public-register' | 'other-product';
type Point = Person['points'][number];

/** What came of looking for somebody: each source that was asked, and the number of which it told. */
export type Search = {
  searched: { source: Source; found: 'number-found' | 'known-already' | 'nothing-found' }[];
  point?: Point;
};

/** The lender's people who look for borrowers, and the borrowers who have another number by now. */
export type Searches = {
  search(person: Person, on: Day): Search;
  /** Whether nobody answers there: this borrower has another number. */
  isGoneFrom(loan: Loan, to: string): boolean;
  /** Somebody was spoken to there. */
  spokenTo(loan: Loan, to: string): void;
};

type Needs = { directory: Directory; shows(loan: Loan, deed: Deed): void };

/** The numbers that are found lie between those of borrowers and those of their contacts. */
const numbersFrom = 80_000;
/** After so many searches in vain nobody is looked for any more. */
const searchesInVain = 2;

export function searches({ directory, shows }: Needs): Searches {
  const foundAs = new Map<string, string>();
  const inVain = new Map<string, number>();

  function find(person: Person, on: Day): Search {
    const n = Number(person.personId.slice(1));
    const foundBy = n % 2 === 0 ? 'public-register' : 'other-product';
    const point: Point = {
      pointId: `${person.personId}-mobile-found`,
      kind: 'mobile',
      value: `+86139000${numbersFrom + n}`,
      verifiedOn: on,
      source: 'search',
      placeType: 'mobile',
      foundBy,
    };
    foundAs.set(person.personId, point.value);
    directory.add([{ ...person, points: [...person.points, point] }]);
    return {
      searched: [
        { source: 'own-records', found: 'known-already' },
        { source: foundBy, found: 'number-found' },
      ],
      point,
    };
  }

  return {
    search(person, on) {
      const sought = directory.overdue(person);
      if (!foundAs.has(person.personId) && sought.some(({ script }) => script.search === 'finds-number'))
        return find(person, on);
      for (const loan of sought) {
        inVain.set(loan.loanId, (inVain.get(loan.loanId) ?? 0) + 1);
        if (inVain.get(loan.loanId) === searchesInVain && loan.script.search === 'in-vain') shows(loan, 'never-found');
      }
      return {
        searched: [
          { source: 'own-records', found: 'known-already' },
          { source: 'public-register', found: 'nothing-found' },
          { source: 'other-product', found: 'nothing-found' },
        ],
      };
    },
    isGoneFrom: ({ personId, script }, to) => script.search === 'finds-number' && foundAs.get(personId) !== to,
    spokenTo(loan, to) {
      if (foundAs.get(loan.personId) === to) shows(loan, 'found-by-number');
    },
  };
}
