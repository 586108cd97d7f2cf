import type { Instant } from '@recourse/domain/calendar/instant';
import { rfc3339Instant } from './rfc3339-instant.js';

/** The attributes we use of CloudEvents 1.0 in Kafka's binary mode: one `ce_` header each, the data alone is the record's value. */
export interface CloudEventAttributes {
  /** With `source` the identity of the event: the same pair again is the same event. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: Instant;
  readonly tenant: string;
  readonly loan: string;
  readonly subject?: string;
  /** Place in its source's own order, a whole number from 0. */
  readonly sequence?: number;
}

export interface HeaderProblem {
  /** The header's name, such as `ce_time`. */
  readonly field: string;
  readonly reason: 'missing' | 'malformed' | 'unsupported';
  /** What was expected. Never what was found: it came from outside and may be anything. */
  readonly expected: string;
}

export type ReadHeaders =
  | { readonly ok: true; readonly attributes: CloudEventAttributes }
  | { readonly ok: false; readonly problems: readonly HeaderProblem[] };

const contentType = 'application/json';

export function toHeaders(event: CloudEventAttributes): Record<string, string> {
  return {
    'content-type': contentType,
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_source: event.source,
    ce_type: event.type,
    ce_time: event.time,
    ce_tenant: event.tenant,
    ce_loan: event.loan,
    ...(event.subject === undefined ? {} : { ce_subject: event.subject }),
    ...(event.sequence === undefined ? {} : { ce_sequence: String(event.sequence) }),
  };
}

interface Rule {
  readonly valid: RegExp;
  readonly expected: string;
}
// CloudEvents forbids control characters; the lengths keep `source/id` usable as a key.
const text = (max: number): Rule => ({
  valid: new RegExp(`^[^\\p{Cc}\\p{Cs}]{1,${max}}$`, 'u'),
  expected: `1 to ${max} characters, no control characters`,
});
const reference: Rule = { valid: /^[!-~]{1,256}$/, expected: 'a URI reference of 1 to 256 visible ASCII characters' };
const ourId: Rule = { valid: /^[A-Za-z0-9._-]{1,64}$/, expected: '1 to 64 of A-Z a-z 0-9 . _ -' };
const whole: Rule = { valid: /^\d{1,15}$/, expected: 'a whole number from 0, at most 15 digits' };

/** Reads the headers of a record; every problem is named, not only the first. Headers that are not ours are ignored. */
export function fromHeaders(headers: Readonly<Record<string, string>>): ReadHeaders {
  const problems: HeaderProblem[] = [];

  function read(field: string, { valid, expected }: Rule): string {
    const value = headers[field];
    if (value === undefined) problems.push({ field, reason: 'missing', expected });
    else if (!valid.test(value)) problems.push({ field, reason: 'malformed', expected });
    return value ?? '';
  }

  function require(field: string, accepts: (value: string) => boolean, expected: string): void {
    const value = headers[field];
    if (value === undefined) problems.push({ field, reason: 'missing', expected });
    else if (!accepts(value)) problems.push({ field, reason: 'unsupported', expected });
  }

  require('content-type', (value) => /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(value), contentType);
  require('ce_specversion', (value) => value === '1.0', '1.0');
  const givenTime = headers['ce_time'];
  const time = rfc3339Instant(givenTime ?? '');
  if (time === undefined)
    problems.push({
      field: 'ce_time',
      reason: givenTime === undefined ? 'missing' : 'malformed',
      expected: 'an RFC 3339 time with its offset',
    });

  const attributes: CloudEventAttributes = {
    id: read('ce_id', text(256)),
    source: read('ce_source', reference),
    type: read('ce_type', text(128)),
    time: time ?? '',
    tenant: read('ce_tenant', ourId),
    loan: read('ce_loan', ourId),
    ...(headers['ce_subject'] === undefined ? {} : { subject: read('ce_subject', text(256)) }),
    ...(headers['ce_sequence'] === undefined ? {} : { sequence: Number(read('ce_sequence', whole)) }),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, attributes };
}
