import type { PersonRow } from '@recourse/activities/people/person-store';

const most = 5;

/** What is not wrong in a persons file, but hardly meant. */
export function hintsOnPersons(file: string, rows: readonly PersonRow[]): string[] {
  if (rows.length === 0) return [`note: ${file} has no persons; nobody is contacted who is not loaded`];
  const nowhere = rows
    .filter(({ zone, addressZone }) => zone === undefined && addressZone === undefined)
    .map(({ personId }) => personId);
  if (nowhere.length === 0) return [];
  const named = `${nowhere.slice(0, most).join(', ')}${nowhere.length > most ? ', ...' : ''}`;
  return [
    `note: ${nowhere.length} without a zone (${named}): no other zone is assumed, so nobody contacts them (unknown-zone) until they are loaded with one`,
  ];
}
