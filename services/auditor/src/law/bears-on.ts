import type { Contact, LoanSpokenOf } from './contact.js';
import type { ContactRule, DemandedNotice } from './contact-rule.js';

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

const isInForce = (rule: Pick<ContactRule, 'effectiveFrom' | 'effectiveTo'>, day: string): boolean =>
  rule.effectiveFrom <= day && (rule.effectiveTo === undefined || day < rule.effectiveTo);

/**
 * Whether a law wants a notice given by who gives it, about one of its loans, on every day it may be. What allows more is not widened: only
 * what is told of loan and person counts, and what nobody told is not so.
 */
export const wants = (law: DemandedNotice, { act, person }: Contact, loan: LoanSpokenOf, days: string[]): boolean =>
  [loan.jurisdiction ?? '', ...(person?.standing?.places ?? [])].some((place) => holdsIn(law.jurisdiction, place)) &&
  law.actor.includes(act.sender) &&
  (law.product === undefined || law.product.includes(loan.product ?? '')) &&
  days.every((day) => isInForce(law, day));

/** Whether a rule binds a contact about one of its loans: `days` are those it may be where the person is. */
export const binds = (rule: ContactRule, contact: Contact, loan: LoanSpokenOf, days: string[]): boolean => {
  const { act, person } = contact;
  const told = person?.standing?.places ?? [];
  const places = [loan.jurisdiction ?? '', ...told, ...contact.untold];
  return (
    places.some((place) => holdsIn(rule.jurisdiction, place) || holdsIn(place, rule.jurisdiction)) &&
    rule.actor.includes(act.sender) &&
    (rule.product === undefined || loan.product === undefined || rule.product.includes(loan.product)) &&
    days.some((day) => isInForce(rule, day)) &&
    speaksOf(rule, contact, [loan])
  );
};
