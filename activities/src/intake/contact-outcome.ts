import type { OutcomeDetails } from '@recourse/domain/case/act-outcome';
import type { PartnerReport } from '@recourse/domain/case/case-inputs';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import type { Wish } from '@recourse/domain/contact/wish';
import type { PersonsAnswer } from '../contact/contact-store.js';
import type { ReportedContact } from '../permits/reported-contact.js';
import type { InRecord } from '../event-bus.js';
import type { ParkedBecause } from './loan-event.js';

/** What someone outside tells of a contact or placement of ours. `itemId` is the event's `source/id`. */
export type ContactOutcome = { tenant: string; itemId: string; at: Instant } & (
  | { kind: 'receipt'; actId: string; receipt: 'delivered' | 'failed' }
  | { kind: 'call'; actId: string; call: { code: OutcomeCode; details?: OutcomeDetails; wishes?: Wish[] } }
  | { kind: 'message-answered'; actId: string; answer: Omit<PersonsAnswer, 'at'> }
  | { kind: 'partner'; report: PartnerReport }
  | { kind: 'agency-contact'; contact: ReportedContact }
);

export type ReadContactOutcome = (record: InRecord) => { outcome: ContactOutcome } | { parked: ParkedBecause };
