import type { ContactOutcome, ReadContactOutcome } from '@recourse/activities/intake/contact-outcome';
import type { ParkedBecause } from '@recourse/activities/intake/loan-event';
import { fromHeaders } from '../kafka/cloud-events.js';
import { attemptPattern, contactOutcomeName, contactOutcomes } from './contact-outcomes-schema.js';
import { becauseOfHeaders, becauseOfIssues } from './parked-because.js';
import { readJson } from './read-json.js';

const refuse = (code: ParkedBecause['code'], field: string, reason: string): { parked: ParkedBecause } => ({
  parked: { code, field, reason },
});

/** Reads and checks records of the contact outcomes topic, each by itself; whether we made the attempt is for the store to say. */
export const readContactOutcome: ReadContactOutcome = (record) => {
  const attempt = record.headers['ce_attempt'];
  if (attempt === undefined) return refuse('not-cloudevents', 'ce_attempt', 'missing: expected the id of an act');
  if (!attemptPattern.test(attempt))
    return refuse('not-cloudevents', 'ce_attempt', 'malformed: expected the id of an act');
  // These events name an attempt where loan events name a loan; the rest of the envelope is the same.
  const headers = fromHeaders({ ...record.headers, ce_loan: 'none' });
  if (!headers.ok) return { parked: becauseOfHeaders(headers.problems) };
  const { tenant, type, id, source } = headers.attributes;
  const name = contactOutcomeName(type);
  if (name === undefined) return refuse('unknown-type', 'ce_type', 'is not an event we know');
  if (record.key !== `${tenant}|${attempt}`) return refuse('key-mismatch', 'key', 'must be ce_tenant|ce_attempt');
  if (!attempt.startsWith(`${tenant}/`)) return refuse('key-mismatch', 'ce_attempt', 'is an act of another tenant');

  const value = readJson(record.value);
  if ('parked' in value) return value;
  const envelope = { tenant, itemId: `${source}/${id}` };
  switch (name) {
    case 'message-receipt': {
      const data = contactOutcomes[name].safeParse(value.json);
      if (!data.success) return { parked: becauseOfIssues(data.error.issues) };
      const { attempt: actId, status, at } = data.data;
      return sameAttempt(attempt, actId, { ...envelope, kind: 'receipt', actId, receipt: status, at });
    }
    case 'message-answered': {
      const data = contactOutcomes[name].safeParse(value.json);
      if (!data.success) return { parked: becauseOfIssues(data.error.issues) };
      const { attempt: actId, word, wishes = [], at } = data.data;
      const answer = { wishes, ...(word !== undefined && { stops: true as const }) };
      return sameAttempt(attempt, actId, { ...envelope, kind: 'message-answered', actId, answer, at });
    }
    case 'call-finished': {
      const data = contactOutcomes[name].safeParse(value.json);
      if (!data.success) return { parked: becauseOfIssues(data.error.issues) };
      const { attempt: actId, code, details, wishes, at } = data.data;
      return sameAttempt(attempt, actId, {
        ...envelope,
        kind: 'call',
        actId,
        call: { code, ...(details ? { details } : {}), ...(wishes ? { wishes } : {}) },
        at,
      });
    }
    case 'partner-reported': {
      const data = contactOutcomes[name].safeParse(value.json);
      if (!data.success) return { parked: becauseOfIssues(data.error.issues) };
      const { placement, report, reason, at } = data.data;
      if (!placement.startsWith(`${tenant}/`))
        return refuse('key-mismatch', 'placement', 'is a placement of another tenant');
      return { outcome: { ...envelope, kind: 'partner', report: { placementId: placement, report, reason }, at } };
    }
    case 'agency-contact-reported': {
      const data = contactOutcomes[name].safeParse(value.json);
      if (!data.success) return { parked: becauseOfIssues(data.error.issues) };
      const { placement, person: personId, point: pointId, channel, code, details, wishes, permit, at } = data.data;
      const contact = {
        placementId: placement,
        personId,
        pointId,
        channel,
        code,
        ...(details && { details }),
        ...(wishes && { wishes }),
        ...(permit && { permit: { permitId: permit.id, n: permit.dial } }),
      };
      return sameAttempt(attempt, placement, { ...envelope, kind: 'agency-contact', contact, at }, 'placement');
    }
  }
};

const sameAttempt = (
  named: string,
  told: string,
  outcome: ContactOutcome,
  field = 'attempt',
): ReturnType<ReadContactOutcome> =>
  named === told ? { outcome } : refuse('key-mismatch', field, 'must be the same as ce_attempt');
