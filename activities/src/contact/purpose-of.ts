import { localDay } from '@recourse/domain/calendar/local-time';
import type { Act } from '@recourse/domain/case/act';
import type { Purpose } from '@recourse/domain/contact/channel';
import { purposeUnderLaw } from '@recourse/domain/contact/purpose-under-law';
import type { BeginRules } from './begin-rules.js';
import type { BeginRead } from './contact-store.js';
import { zonesOfPerson } from './zones-of-person.js';

/** What an act is for about one loan: the law of that loan's place or the person's must want what a plan calls legally required. */
export const purposeOf = (
  act: Extract<Act, { purpose: Purpose }>,
  { loan, person, kase, now }: Pick<BeginRead, 'loan' | 'person' | 'kase' | 'now'>,
  { law, zones, templates }: BeginRules,
): Purpose => {
  const bearing = {
    places: [loan.terms?.jurisdiction ?? 'unknown', ...(person?.standing?.places ?? [])],
    actor: 'first-party' as const,
    product: loan.terms?.product ?? 'unknown',
    days: [kase.zone, ...(person ? zonesOfPerson(person, zones) : [])].map((zone) => localDay(now, zone)),
  };
  return purposeUnderLaw(act, law, bearing, (template) => templates.byName.get(template)?.notices ?? []);
};
