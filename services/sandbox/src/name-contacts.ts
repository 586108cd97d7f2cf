import { addDays, type Day } from './local-time.js';
import type { Loan } from './loan.js';
import { makePerson, type Person } from './person.js';

/** When the borrowers named them, on paper. */
const namedDaysBefore = 90;
/** The telephones of contacts follow those of borrowers. */
const numbersFrom = 90_000;

/**
 * Those whom borrowers named as contacts, as the scripts of their loans have it: persons of their own, or, of one who is a borrower too,
 * the last of those whose first instalment is still to come when a contact is asked.
 */
export function nameContacts(
  persons: readonly Person[],
  loans: readonly Loan[],
  from: Day,
): { persons: Person[]; contacts: Person[] } {
  const on = addDays(from, -namedDaysBefore);
  const scripts = new Map(
    loans.flatMap(({ personId, script }) => (script.contact ? [[personId, script.contact]] : [])),
  );
  const laterDue = (personId: string): boolean =>
    loans
      .filter((loan) => loan.personId === personId)
      .every(({ schedule, takenOnOn }) => takenOnOn === undefined && (schedule[0]?.dueOn ?? '') > addDays(from, 80));
  const free = persons.filter(({ personId, places }) => places === undefined && laterDue(personId));
  const relationsOf = new Map<string, NonNullable<Person['relations']>>();
  const contacts: Person[] = [];
  for (const [nth, { personId }] of persons.entries()) {
    const does = scripts.get(personId);
    if (does === undefined) continue;
    const relation = {
      to: personId,
      role: 'emergency-contact' as const,
      namedBy: 'borrower' as const,
      document: `${personId}-application`,
      on,
    };
    const other = does === 'borrower-too' ? free.pop() : undefined;
    if (other) relationsOf.set(other.personId, [relation]);
    else {
      const named = makePerson(numbersFrom + nth, 'CN', on);
      const telephone = named.points.filter(({ kind }) => kind === 'mobile');
      contacts.push({ ...named, points: telephone, relations: [relation] });
    }
  }
  return {
    persons: persons.map((person) => {
      const relations = relationsOf.get(person.personId);
      return relations ? { ...person, relations } : person;
    }),
    contacts,
  };
}
