import { sealEntry } from '@recourse/domain/audit/journal-hash';
import { expect, test } from 'vitest';
import { caseEventRecord } from './case-event-record.js';

test('an entry is published under its loan, named by case and number, whole', () => {
  const fact = {
    v: 1 as const,
    at: '2026-01-02T02:00:00.000Z',
    cause: 'clock',
    type: 'input-noted' as const,
    kind: 'review',
  };
  const entry = sealEntry({ caseId: 'acme/loan-7/2', seq: 5, fact, consumedThrough: 3, actor: 'case', prevHash: '0' });

  const record = caseEventRecord(entry);

  expect(record).toMatchObject({ topic: 'collections.case.events.v1', key: 'acme|loan-7' });
  expect(record.headers).toMatchObject({
    ce_id: 'acme/loan-7/2/5',
    ce_source: '/recourse/collections',
    ce_type: 'com.recourse.collections.input-noted.v1',
    ce_time: fact.at,
    ce_tenant: 'acme',
    ce_loan: 'loan-7',
    ce_subject: 'acme/loan-7/2',
    ce_sequence: '5',
  });
  expect(JSON.parse(Buffer.from(record.value).toString())).toEqual(entry);
});
