import { chance } from './chance.js';
import { firstDueOn } from './first-due-on.js';
import { knownOf, livesIn } from './known-of.js';
import { makeLoan } from './make-loan.js';
import { addDays, type Day } from './local-time.js';
import type { Loan } from './loan.js';
import { nameContacts } from './name-contacts.js';
import { makePerson, type Person } from './person.js';
import { personTraits } from './person-traits.js';
import { personsOfSeats } from './persons-of-seats.js';
import { products } from './products.js';
import { seatsFor } from './seats.js';
import { nameLiableOthers } from './liable-others.js';
import { knowTwice } from './twice-known.js';

export type PortfolioOrder = { seed: string; loans: number; persons: number; from: Day };
/** `contacts`: whom borrowers named, and who has no loan. `twice`: second records of some of `persons`. `liable`: who owes with some of them. */
export type Portfolio = { loans: Loan[]; persons: Person[]; contacts: Person[]; twice: Person[]; liable: Person[] };

const verifiedDaysBefore = 10;
const longAgoDays = 400;
const longAgoShare = 0.1;

/** Makes the loans and persons of a portfolio: the same for the same order, whatever else there is. */
export function makePortfolio({ seed, loans: count, persons: heads, from }: PortfolioOrder): Portfolio {
  const seats = seatsFor(count);
  const traitsOf = personTraits();
  const byCountry = new Map<string, number>();
  const persons: Person[] = [];
  const loans: Loan[] = [];
  for (const indexes of personsOfSeats(seats, heads)) {
    const first = seats[indexes[0] ?? 0];
    if (first === undefined) continue;
    const { country } = products[first.product];
    const n = persons.length + 1;
    const nth = (byCountry.get(country) ?? 0) + 1;
    byCountry.set(country, nth);
    const stale = first.atLeast === 0 && chance(seed, `P${n}`, 'address') < longAgoShare;
    const verifiedOn = addDays(from, -verifiedDaysBefore);
    const knownBy = indexes.flatMap((index) => seats[index] ?? []).find(({ script }) => script.known !== undefined);
    const known = knownBy?.script.known;
    const dueOn = firstDueOn((knownBy ?? first).entry, from);
    const person = makePerson(n, country, verifiedOn, {
      nth,
      ...livesIn(products[first.product], verifiedOn),
      ...(known && knownOf(known, verifiedOn, dueOn > from ? dueOn : from)),
      ...(stale && { addressVerifiedOn: addDays(from, -longAgoDays) }),
      ...traitsOf(first.script, persons),
    });
    persons.push(person);
    for (const index of indexes) {
      const seat = seats[index];
      if (seat) loans.push(makeLoan({ seed, from, personId: person.personId, seat, number: index + 1 }));
    }
  }
  const twice = knowTwice(persons, loans, addDays(from, -verifiedDaysBefore));
  const liable = nameLiableOthers(loans, from);
  return {
    loans: loans.toSorted((a, b) => (a.loanId < b.loanId ? -1 : 1)),
    ...nameContacts(persons, loans, from),
    twice,
    liable,
  };
}
