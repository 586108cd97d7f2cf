import { CloudEvent, Kafka } from 'cloudevents';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CloudEventAttributes, fromHeaders, toHeaders } from './cloud-events.js';

const event: CloudEventAttributes = {
  id: 'evt-1',
  source: '/servicing/acme',
  type: 'servicing.loan.instalment-missed.v1',
  time: '2026-03-05T02:00:00.000Z',
  tenant: 'acme',
  loan: 'L-1',
  subject: 'loan/L-1',
  sequence: 7,
};
const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(toHeaders(event)).filter(([field]) => field !== name));

test('what is written as headers is read back the same', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/);
  const visible = fc.stringMatching(/^[!-~]{1,80}$/);
  const time = fc
    .date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString());
  const required = { id: visible, source: visible, type: visible, time, tenant: id, loan: id };
  const attributes = fc.record(
    { ...required, subject: visible, sequence: fc.nat() },
    { requiredKeys: ['id', 'source', 'type', 'time', 'tenant', 'loan'] },
  );
  fc.assert(
    fc.property(attributes, (given) => {
      expect(fromHeaders(toHeaders(given))).toEqual({ ok: true, attributes: given });
    }),
  );
});

test('the reference implementation reads our event, and we read its', () => {
  const data = { amount: 1 };
  const record = {
    headers: toHeaders(event),
    value: JSON.stringify(data),
    key: 'acme|L-1',
    timestamp: '0',
    body: undefined,
  };
  const theirs = Kafka.toEvent(record);
  expect(theirs).toMatchObject({
    ...event,
    sequence: '7',
    specversion: '1.0',
    datacontenttype: 'application/json',
    data,
  });

  const { headers } = Kafka.binary(
    new CloudEvent({ ...event, sequence: '7', datacontenttype: 'application/json', data }),
  );
  expect(fromHeaders(headers as Record<string, string>)).toEqual({ ok: true, attributes: event });
});

test('a time with another offset or precision becomes our UTC instant', () => {
  const read = (ce_time: string): unknown => fromHeaders({ ...toHeaders(event), ce_time });

  expect(read('2026-03-05T10:00:00+08:00')).toMatchObject({ attributes: { time: '2026-03-05T02:00:00.000Z' } });
  expect(read('2026-03-05t02:00:00.1234567z')).toMatchObject({ attributes: { time: '2026-03-05T02:00:00.123Z' } });
  expect(read('2024-02-29T00:00:00Z')).toMatchObject({ ok: true });
});

test.each(['content-type', 'ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_tenant', 'ce_loan'])(
  'a record without %s is refused, naming it',
  (field) => {
    expect(fromHeaders(without(field))).toMatchObject({ ok: false, problems: [{ field, reason: 'missing' }] });
  },
);

test.each(['ce_subject', 'ce_sequence'])('a record without %s is taken', (field) => {
  expect(fromHeaders(without(field))).toMatchObject({ ok: true });
});

test.each([
  ['content-type', 'application/cloudevents+json', 'unsupported'],
  ['content-type', 'text/plain', 'unsupported'],
  ['ce_specversion', '0.3', 'unsupported'],
  ['ce_id', '', 'malformed'],
  ['ce_id', 'a\u0000b', 'malformed'],
  ['ce_id', 'x'.repeat(257), 'malformed'],
  ['ce_source', 'not a reference', 'malformed'],
  ['ce_type', 'new\nline', 'malformed'],
  ['ce_time', '2026-02-30T00:00:00Z', 'malformed'],
  ['ce_time', '2026-03-05T02:00:00', 'malformed'],
  ['ce_time', '2026-03-05', 'malformed'],
  ['ce_time', '2026-03-05T24:00:00Z', 'malformed'],
  ['ce_tenant', 'acme/evil', 'malformed'],
  ['ce_loan', 'L|1', 'malformed'],
  ['ce_loan', 'l'.repeat(65), 'malformed'],
  ['ce_sequence', '-1', 'malformed'],
  ['ce_sequence', '1e3', 'malformed'],
])('%s of %j is refused as %3$s', (field, value, reason) => {
  expect(fromHeaders({ ...toHeaders(event), [field]: value })).toMatchObject({
    ok: false,
    problems: [{ field, reason }],
  });
});

test('every problem is named at once, and none repeats what was found', () => {
  const read = fromHeaders({
    'content-type': 'application/json; charset=UTF-8',
    ce_specversion: '1.0',
    ce_id: 'x',
    ce_source: 'secret value',
    ce_type: 't',
    ce_tenant: 'acme',
  });

  expect(read).toMatchObject({
    ok: false,
    problems: [{ field: 'ce_time' }, { field: 'ce_source' }, { field: 'ce_loan' }],
  });
  expect(JSON.stringify(read)).not.toContain('secret');
});
