import type { Contact } from './contact.js';
import { howContacted } from './how-contacted.js';
import { isThirdParty } from './party-to.js';
import { primaryOf, type Practice } from './practice.js';

/** `theirs`: the language of the person then, as far as anybody knows; `by`: the template, or that people said it; `isFor`: approved for that by this channel to such a party. */
export type Said = {
  by: string;
  says: string[];
  languages: string[];
  firstContact: boolean;
  theirs: string | undefined;
  isApproved: boolean;
  isFor: (purpose: string) => boolean;
};

/** By people: a collector, a crew, an agency. */
const spokenByPeople = new Set(['call', 'visit']);

/** In which language a template is read to somebody who speaks that one: ours are the Chinese and the English. */
const readIn = (language: string | undefined, writtenIn: string[]): string[] => {
  const theirs = language === undefined ? undefined : primaryOf(language);
  if (theirs !== undefined && writtenIn.includes(theirs)) return [theirs];
  return writtenIn.includes('zh') ? ['zh'] : writtenIn;
};

/** What rings by a permit says the words of every machine of ours; its act names none. */
const scriptIn = ({ words }: Practice): string | undefined =>
  [...words.keys()].find((name) => name.startsWith('call-script@'));

/**
 * What a contact said. `unread`: its template is no longer as that version in the policy files, or nobody told us what an agency says.
 * `unknown`: a machine of ours said it, and its act names no words.
 */
export const whatWasSaid = ({ act, person, loans }: Contact, practice: Practice): Said | 'unread' | 'unknown' => {
  const { saidLanguage } = person ?? {};
  const told = saidLanguage && saidLanguage.at < act.begunAt ? saidLanguage.language : undefined;
  const theirs = told ?? act.language ?? person?.language;
  if (spokenByPeople.has(act.channel) || act.sender !== 'first-party') {
    const how = howContacted(act, practice);
    if (!how) return 'unread';
    const { says, languages } = how;
    return { by: 'who spoke', says, languages, firstContact: true, theirs, isApproved: true, isFor: () => true };
  }
  const template = act.template ?? (act.permitId === undefined ? undefined : scriptIn(practice));
  if (template === undefined) return 'unknown';
  const words = practice.words.get(template);
  if (!words) return 'unread';
  const { says, firstContact, isApproved, channels, purposes, parties } = words;
  // Third parties asked to pay are told by a check of their own.
  const isToThese = loans.every(
    ({ party }) => party === undefined || parties.includes(party) || (isThirdParty(party) && act.purpose === 'collect'),
  );
  return {
    by: template,
    says,
    firstContact,
    theirs,
    languages: readIn(act.language ?? person?.language, words.writtenIn),
    isApproved,
    isFor: (purpose) => channels.includes(act.channel) && purposes.includes(purpose) && isToThese,
  };
};
