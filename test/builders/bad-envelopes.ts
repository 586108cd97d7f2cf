import type { InRecord } from '@recourse/activities/event-bus';
import { loanRecord, missed } from './loan-records.js';

export const headers = (change: Record<string, string | undefined>) =>
  loanRecord({ name: 'instalment-missed', data: missed(), headers: change });

/** What is wrong with the attributes of the event, the record, and what must be said of it: code, field, reason. */
export const badEnvelopes: [string, InRecord, string, string, string][] = [
  ['without an id', headers({ ce_id: undefined }), 'not-cloudevents', 'ce_id', 'missing'],
  [
    'of another CloudEvents version',
    headers({ ce_specversion: '0.3' }),
    'not-cloudevents',
    'ce_specversion',
    'unsupported',
  ],
  [
    'dated on a day that does not exist',
    headers({ ce_time: '2026-02-30T00:00:00Z' }),
    'not-cloudevents',
    'ce_time',
    'malformed',
  ],
  ['of a loan id with a slash', headers({ ce_loan: 'L/1' }), 'not-cloudevents', 'ce_loan', 'malformed'],
  [
    'that is not JSON by its own word',
    headers({ 'content-type': 'text/plain' }),
    'not-cloudevents',
    'content-type',
    'unsupported',
  ],
  [
    'of a type we do not know',
    headers({ ce_type: 'com.recourse.servicing.loan-forgiven.v1' }),
    'unknown-type',
    'ce_type',
    'is not an event we know',
  ],
  [
    'of a later version of a type',
    headers({ ce_type: 'com.recourse.servicing.instalment-missed.v2' }),
    'unknown-type',
    'ce_type',
    'is not an event we know',
  ],
  [
    'whose key is missing',
    loanRecord({ name: 'instalment-missed', data: missed(), key: null }),
    'key-mismatch',
    'key',
    'must be ce_tenant|ce_loan',
  ],
  [
    'whose key names another loan',
    loanRecord({ name: 'instalment-missed', data: missed(), key: 'demo|L2' }),
    'key-mismatch',
    'key',
    'must be ce_tenant|ce_loan',
  ],
];
