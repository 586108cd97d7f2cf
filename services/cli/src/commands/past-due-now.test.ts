import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { expect, test } from 'vitest';
import { pastDueNow } from './past-due-now.js';

const kase: Pick<CollectionCase, 'noted' | 'status' | 'zone'> = {
  status: 'open',
  zone: { zone: 'Asia/Shanghai', offsets: [[0, 480]] },
  noted: {
    positionVersion: 1,
    arrears: 100,
    currency: 'CNY',
    dpd: 1,
    bucket: 'M1',
    unpaidInstalments: [1],
    oldestUnpaidDueOn: '2026-01-01',
  },
};

test('days past due are counted to the day it is now where the loan is, not to the last turn', () => {
  expect(pastDueNow(kase, '2026-02-01T15:59:59.999Z')).toEqual({ dpd: 31, bucket: 'M2' });
  expect(pastDueNow(kase, '2026-02-01T16:00:00.000Z')).toEqual({ dpd: 32, bucket: 'M2' });
});

test('nothing unpaid is no day past due', () => {
  const { oldestUnpaidDueOn: _, ...noted } = kase.noted;

  expect(pastDueNow({ ...kase, noted }, '2026-02-01T00:00:00.000Z')).toEqual({ dpd: 0, bucket: 'M0' });
});

test('a closed case stays as it was noted last', () => {
  expect(pastDueNow({ ...kase, status: 'closed' }, '2026-06-01T00:00:00.000Z')).toEqual({ dpd: 1, bucket: 'M1' });
});
