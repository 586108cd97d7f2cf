import { caseIdOfPlan, readCaseId } from '@recourse/domain/case/case-id';
import type { PartnerReport } from '@recourse/domain/case/case-inputs';
import type { Instant } from '@recourse/domain/calendar/instant';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { tellerSkewMinutes } from '../clock/teller-skew.js';
import type { ReportedContact, ReportedResult } from '../permits/reported-contact.js';
import type { InRecord } from '../event-bus.js';
import type { ContactOutcome, ReadContactOutcome } from './contact-outcome.js';
import type { ParkedBecause } from './loan-event.js';
import type { Receive } from './receive.js';

export type OutcomePorts = {
  read: ReadContactOutcome;
  /** Undefined: no such tenant. */
  tenantNow(tenant: string): Promise<Instant | undefined>;
  /** Concludes an attempt of ours; harmless when repeated. */
  conclude(outcome: Extract<ContactOutcome, { kind: 'receipt' | 'call' }>): Promise<{ ring: string[] } | 'unknown-act'>;
  /** What a person answers to a message of ours; harmless when repeated. */
  hear(outcome: Extract<ContactOutcome, { kind: 'message-answered' }>): Promise<{ ring: string[] } | 'unknown-act'>;
  /** Undefined: no placement of ours. */
  partnerReported(report: PartnerReport, itemId: string, at: Instant): Promise<{ ring: string[] } | undefined>;
  /** Records a contact an agency made; harmless when repeated. */
  agencyContact(contact: ReportedContact, itemId: string, at: Instant): Promise<ReportedResult>;
};

/** Receives the contact outcomes topic: each record concludes an attempt or is told to the case of its placement. */
export function receiveOutcome(ports: OutcomePorts): Receive {
  return async (record) => {
    const refuse = (because: ParkedBecause) => ({
      received: 'refused' as const,
      because,
      about: loansOfAttempt(record),
    });
    const read = ports.read(record);
    if ('parked' in read) return refuse(read.parked);
    const { outcome } = read;
    const now = await ports.tenantNow(outcome.tenant);
    if (now === undefined) return refuse({ code: 'unknown-tenant', field: 'ce_tenant', reason: 'no such tenant' });
    if (outcome.at > minutesLater(now, tellerSkewMinutes)) {
      return refuse({ code: 'dated-ahead', field: 'at', reason: "more than 5 minutes ahead of the tenant's clock" });
    }
    if (outcome.kind === 'partner') {
      const told = await ports.partnerReported(outcome.report, outcome.itemId, outcome.at);
      if (!told) return refuse({ code: 'unknown-attempt', field: 'placement', reason: 'is no placement of ours' });
      return { received: 'accepted', ring: told.ring, unresolved: [] };
    }
    if (outcome.kind === 'agency-contact') {
      const told = await ports.agencyContact(outcome.contact, outcome.itemId, outcome.at);
      switch (told) {
        case 'unknown-placement':
          return refuse({
            code: 'unknown-attempt',
            field: 'placement',
            reason: 'is no placement of ours with an agency',
          });
        case 'unknown-person':
          return refuse({ code: 'contradiction', field: 'person', reason: 'is nobody we know' });
        case 'unknown-point':
          return refuse({ code: 'contradiction', field: 'point', reason: 'is no contact point of the person' });
        default:
          return { received: 'accepted', ring: told.ring, unresolved: [] };
      }
    }
    const concluded = outcome.kind === 'message-answered' ? await ports.hear(outcome) : await ports.conclude(outcome);
    if (concluded === 'unknown-act')
      return refuse({ code: 'unknown-attempt', field: 'attempt', reason: 'is no attempt of ours' });
    return { received: 'accepted', ring: concluded.ring, unresolved: [] };
  };
}

/** The loan an attempt was made for: what we cannot read may be its borrower asking us to stop. */
function loansOfAttempt({ headers }: InRecord): { tenant: string; loanId: string }[] {
  const { tenant, loanId } = readCaseId(caseIdOfPlan(headers['ce_attempt'] ?? ''));
  return tenant !== '' && loanId !== '' && tenant === headers['ce_tenant'] ? [{ tenant, loanId }] : [];
}
