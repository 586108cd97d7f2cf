import { writtenIn } from '@recourse/activities/contact/render-message';
import { primaryLanguage } from '@recourse/domain/contact/contact-content';
import type { Law } from '@recourse/domain/law/law';
import { placesWithoutLaw } from '@recourse/domain/law/rules-of';
import type { PersonLine } from './read-person-lines.js';

const most = 5;
type Told = Pick<PersonLine, 'row' | 'respelt'>;

/** What is not wrong in a persons file, but hardly meant: above all who will be contacted by nobody, and by which refusal. */
export function hintsOnPersons(file: string, lines: readonly Told[], law: Law): string[] {
  if (lines.length === 0) return [`note: ${file} has no persons; nobody is contacted who is not loaded`];
  const those = (which: (told: Told) => boolean): string[] =>
    lines.filter(which).map(({ row: { personId } }) => personId);
  return [
    noted(
      those(({ row: { zone, addressZone } }) => zone === undefined && addressZone === undefined),
      'without a zone',
      'no other zone is assumed, so nobody contacts them (unknown-zone) until they are loaded with one',
    ),
    noted(
      those(({ row: { places = [] } }) => placesWithoutLaw(law, places).length > 0),
      'in a place whose law we do not have',
      'every contact with them is refused (unknown-jurisdiction)',
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

function noted(named: readonly string[], what: string, so: string): string[] {
  if (named.length === 0) return [];
  const some = `${named.slice(0, most).join(', ')}${named.length > most ? ', ...' : ''}`;
  return [`note: ${named.length} ${what} (${some}): ${so}`];
}
