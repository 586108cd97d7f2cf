import { mayHandOver, type HandoverVerdict } from '@recourse/domain/agency/may-hand-over';
import { startOfDay } from '@recourse/domain/calendar/local-time';
import { openHolds } from '@recourse/domain/holds/held-days';
import type { PersonRecord } from '../records/person-record.js';
import type { BeginRules } from './begin-rules.js';
import type { BeginRead } from './contact-store.js';
import type { PartnerAct } from './partner-act.js';
import { zonesOfPerson } from './zones-of-person.js';

/** What a partner is told with a placement (`perform-handover`): ids and the amount. */
const fieldsTold = ['loan', 'overdue'] as const;

/** Asks the law about handing a loan over, with all that `begin` read. A notice counts from the day it is proved on. */
export function handoverForLoan(
  { kind, partnerId }: PartnerAct,
  person: PersonRecord,
  { kase, loan, now }: BeginRead,
  { law, zones, partners }: BeginRules,
): HandoverVerdict {
  const partner = partners.get(partnerId);
  const held = openHolds([...loan.holds, ...person.holds], now).map(({ reason }) => reason);
  return mayHandOver(
    {
      action: kind === 'agency' ? 'place' : 'sue',
      at: now,
      partner: partner?.kind === kind ? partner : undefined,
      jurisdiction: loan.terms?.jurisdiction ?? 'unknown',
      product: loan.terms?.product ?? 'unknown',
      places: person.standing?.places ?? [],
      zones: zonesOfPerson(person, zones),
      notices: kase.notices
        .filter(({ personId }) => personId === undefined || personId === person.personId)
        .map(({ kind: notice, provedOn }) => {
          const at = startOfDay(provedOn, kase.zone);
          return { notice, sentAt: at, receivedAt: at };
        }),
      caseStates: [
        ...(held.includes('dispute') ? (['disputed'] as const) : []),
        ...(held.includes('breathing-space') ? (['breathing-space'] as const) : []),
      ],
      fields: fieldsTold,
    },
    law,
  );
}
