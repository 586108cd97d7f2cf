import type { Contact, LoanSpokenOf } from './contact.js';
import type { ContactRule } from './contact-rule.js';

/** The law of `US` holds in `US-MA`; `*` everywhere. */
export const holdsIn = (jurisdiction: string, place: string): boolean =>
  jurisdiction === '*' || place === jurisdiction || place.startsWith(`${jurisdiction}-`);

type Scope = Pick<ContactRule, 'channels' | 'purposes' | 'parties'> & { placeTypes?: string[] | undefined };

/** Whether a rule speaks of such contacts at all. Party and place that nobody told us are taken for those meant. */
export const speaksOf = (rule: Scope, { act, placeType }: Contact, loans: LoanSpokenOf[]): boolean =>
  rule.channels.includes(act.channel) &&
  rule.purposes.includes(act.purpose) &&
  (rule.placeTypes === undefined || placeType === undefined || rule.placeTypes.includes(placeType)) &&
  (rule.parties === undefined || loans.some(({ party }) => party === undefined || rule.parties?.includes(party)));

/** Whether a rule binds a contact about one of its loans: `days` are those it may be where the person is. */
export const binds = (rule: ContactRule, contact: Contact, loan: LoanSpokenOf, days: string[]): boolean => {
  const { act, person } = contact;
  const told = person?.standing?.places ?? [];
  // Where in a country is told is not anywhere in it; where it is not told, the law of any part may be theirs.
  const countries = contact.countries.filter((country) => told.every((place) => !place.startsWith(`${country}-`)));
  const places = [loan.jurisdiction ?? '', ...told, ...countries];
  return (
    places.some((place) => holdsIn(rule.jurisdiction, place) || holdsIn(place, rule.jurisdiction)) &&
    rule.actor.includes(act.sender) &&
    (rule.product === undefined || loan.product === undefined || rule.product.includes(loan.product)) &&
    days.some((day) => rule.effectiveFrom <= day && (rule.effectiveTo === undefined || day < rule.effectiveTo)) &&
    speaksOf(rule, contact, [loan])
  );
};
