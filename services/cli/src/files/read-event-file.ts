import type { InRecord, OutRecord } from '@recourse/activities/event-bus';
import { loanKey } from '@recourse/activities/event-keys';
import type { LoanEvent, ReadLoanEvent } from '@recourse/activities/intake/loan-event';
import { fromHeaders, toHeaders, type CloudEventAttributes } from '@recourse/infra/kafka/cloud-events';
import { loanEventsTopic } from '@recourse/infra/kafka/topics';
import { mostRecordBytes, recordBytes } from '@recourse/infra/kafka/record-bytes';
import { readStrictJson } from '@recourse/infra/json/read-strict-json';
import { BadLines, type BadLine } from './bad-lines.js';
import { jsonFaults } from './json-faults.js';
import { misspelt } from './misspelt.js';
import { readLines } from './read-lines.js';

/** One event of a file: as it will be sent, as it was understood, and as it stood there. */
export type FileEvent = { line: number; record: OutRecord; event: LoanEvent; row: Record<string, unknown> };

/** What every event must have, as text. */
export const attributes = ['id', 'source', 'type', 'time', 'tenant', 'loan'] as const;

/**
 * Reads a file of CloudEvents 1.0 in JSON form, one a line, and checks each as ingest will.
 * @throws BadLines naming number and field of every line that is wrong
 */
export function readEventFile(file: string, read: ReadLoanEvent): FileEvent[] {
  const bad: BadLine[] = [];
  const events: FileEvent[] = [];
  for (const line of readLines(file)) {
    const json = readStrictJson(line.text);
    if ('faults' in json) {
      bad.push(...jsonFaults(line.number, json.faults));
      continue;
    }
    const event = readEventLine(line.number, json.value, read);
    if ('reason' in event) bad.push(event);
    else events.push(event);
  }
  if (bad.length > 0) throw new BadLines(file, bad);
  return events;
}

function readEventLine(number: number, value: unknown, read: ReadLoanEvent): FileEvent | BadLine {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { number, reason: 'is not a JSON object' };
  const row = value as Record<string, unknown>;
  if (row['specversion'] !== '1.0') return { number, field: 'specversion', reason: 'must be "1.0"' };
  const notText = attributes.find((name) => typeof row[name] !== 'string');
  if (notText) return { number, field: notText, reason: row[notText] === undefined ? 'is missing' : 'must be text' };
  if (typeof row['data'] !== 'object' || row['data'] === null)
    return { number, field: 'data', reason: 'must be an object' };

  const headers = toHeaders(row as unknown as CloudEventAttributes);
  const checked = fromHeaders(headers);
  if (!checked.ok) {
    const [first] = checked.problems;
    return {
      number,
      field: (first?.field ?? 'ce_id').replace('ce_', ''),
      reason: `expected ${first?.expected ?? 'something else'}`,
    };
  }
  const { tenant, loan } = checked.attributes;
  const record = {
    topic: loanEventsTopic,
    key: loanKey(tenant, loan),
    value: Buffer.from(JSON.stringify(row['data'])),
    headers,
  };
  const asRead: InRecord = { ...record, partition: 0, offset: 0n, timestampMs: 0 };
  const answer = read(asRead);
  if ('parked' in answer) {
    const field = answer.parked.field.replace('ce_', '');
    const instead = misspelt(row['data'], field);
    return {
      number,
      field,
      reason: `${answer.parked.reason}${instead ? `; the field ${instead} stands there instead` : ''}`,
    };
  }
  if (recordBytes(record) > mostRecordBytes)
    return { number, reason: `is too large, at most ${mostRecordBytes} bytes` };
  return { line: number, record, event: answer.event, row };
}
