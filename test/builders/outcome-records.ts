import type { InRecord } from '@recourse/activities/event-bus';
import { readContactOutcome } from '@recourse/infra/events/contact-outcome-reader';
import { loanRecord } from './loan-records.js';

export const attempt = 'demo/L1/1/1/sms-1/1';
/** When everything told here happened. */
export const at = '2026-01-12T02:00:00.000Z';
type Spec = { type?: string; data: unknown; attempt?: string | undefined; key?: string };

/** A record as somebody outside publishes it. */
export function outcomeRecord({ type = 'message-receipt', data, key = `demo|${attempt}`, ...rest }: Spec): InRecord {
  const named = 'attempt' in rest ? rest.attempt : attempt;
  const headers = {
    ce_type: `com.recourse.contact.${type}.v1`,
    ce_loan: undefined,
    ce_attempt: named,
    ce_source: '/sandbox/sms',
  };
  return { ...loanRecord({ name: 'x', data, id: 'o-1', headers }), topic: 'collections.contact.outcomes.v1', key };
}
/** Why it is set aside, or what it was read as. */
export const causeOf = (record: InRecord) => {
  const answer = readContactOutcome(record);
  return 'parked' in answer ? answer.parked : answer;
};
export const agencyContact = (change: Record<string, unknown> = {}): InRecord => {
  const permit = { id: 'permit-1', dial: 2 };
  const data = { placement: attempt, person: 'p1', point: 'm1', channel: 'call', code: 'busy', permit, at, ...change };
  return outcomeRecord({ type: 'agency-contact-reported', data });
};
