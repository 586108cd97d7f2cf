import { writtenIn } from '@recourse/activities/contact/render-message';
import { primaryLanguage } from '@recourse/domain/contact/contact-content';
import type { Law } from '@recourse/domain/law/law';
import { placesWithoutLaw } from '@recourse/domain/law/rules-of';
import type { KnownPoints } from './points-of-others.js';
import type { PersonLine } from './read-person-lines.js';

const most = 5;
type Told = Pick<PersonLine, 'row' | 'respelt'>;

/** What is not wrong in a persons file, but hardly meant: above all who will be contacted by nobody, and by which refusal. */
export function hintsOnPersons(
  file: string,
  lines: readonly Told[],
  law: Law,
  known: readonly Pick<KnownPoints, 'names'>[] = [],
): string[] {
  if (lines.length === 0) return [`note: ${file} has no persons; nobody is contacted who is not loaded`];
  const those = (which: (told: Told) => boolean): string[] =>
    lines.filter(which).map(({ row: { personId } }) => personId);
  const somebody = new Set([...known.flatMap(({ names }) => names), ...lines.map(({ row }) => row.personId)]);
  return [
    noted(
      those(({ row: { zone, addressZone } }) => zone === undefined && addressZone === undefined),
      'without a zone',
      'no other zone is assumed, so nobody contacts them (unknown-zone) until they are loaded with one',
    ),
    noted(
      those(({ row }) => placesWithoutLaw(law, [...(row.places ?? []), ...countriesOf(row, law)]).length > 0),
      'in a place whose law we do not have',
      'every contact with them is refused (unknown-jurisdiction)',
    ),
    noted(
      those(({ row }) => law.zones !== undefined && countriesOf(row, law).length < zonesOf(row).length),
      'in a zone that lies in no country',
      'every contact with them is refused (unknown-jurisdiction) until they are loaded with the zone they live in',
    ),
    noted(
      those(({ row: { relations = [] } }) => relations.some(({ to }) => !somebody.has(to))),
      'related to a person who is nobody we know',
      'nothing comes of it until that person is loaded',
    ),
    noted(
      those(({ row: { relations = [] } }) =>
        relations.some(({ role, namedBy }) => role === 'spouse-related' && namedBy === 'borrower'),
      ),
      'named as spouse by the borrower alone',
      'on that word nothing is owed, so nobody speaks to them; a court or the law must say so',
    ),
    noted(
      those(({ row: { language } }) => writtenIn(language) !== primaryLanguage(language)),
      'of a language no message of ours is written in',
      'every message to them is refused (language-not-theirs), and every call by who does not speak it',
    ),
    noted(
      those(({ row: { points } }) => points.length === 0),
      'without a point',
      'nobody can contact them until one is loaded',
    ),
    noted(
      lines.flatMap(({ respelt }) => respelt),
      'telephone numbers in another spelling than E.164',
      'they are kept as + and digits',
    ),
  ].flat();
}

const zonesOf = ({ zone, addressZone }: Told['row']): string[] =>
  [zone, addressZone].filter((each) => each !== undefined);

/** Of each zone that lies in a country, that country. */
const countriesOf = (row: Told['row'], { zones }: Law): string[] =>
  zonesOf(row).flatMap((zone) => zones?.countries[zone] ?? []);

function noted(named: readonly string[], what: string, so: string): string[] {
  if (named.length === 0) return [];
  const some = `${named.slice(0, most).join(', ')}${named.length > most ? ', ...' : ''}`;
  return [`note: ${named.length} ${what} (${some}): ${so}`];
}
