import { expect, test } from 'vitest';
import type { PermitRecord } from '@recourse/activities/records/permit-record';
import { permitRow } from './list-permits.js';

const permit: PermitRecord = {
  _id: 'demo/permit-1',
  tenant: 'demo',
  permitId: 'permit-1',
  holder: { kind: 'agency', id: 'agency-1' },
  personId: 'P1',
  pointId: 'P1-m',
  purpose: 'collect',
  channel: 'call',
  from: '2026-03-02T02:00:00.000Z',
  until: '2026-03-02T02:30:00.000Z',
  dials: [
    { n: 1, state: 'redeemed' },
    { n: 2, state: 'reserved' },
  ],
  state: 'open',
  asked: { personId: 'P1', pointId: 'P1-m', loans: ['L1'], minutes: 30, dials: 2 },
  blindIndex: 'x',
  covers: [{ caseId: 'demo/L1/1', loanId: 'L1', readPosition: 1 }],
  grantedWallAt: new Date(0),
  version: 2,
};
const row = (changes: Partial<PermitRecord> = {}, now = permit.from, lang: 'en' | 'zh' = 'en') =>
  permitRow({ ...permit, ...changes }, 'Asia/Shanghai', now, lang);

test('a permit is listed with who holds it, whom it is for, how many of its dials were let go, by the time of the loan', () => {
  expect(row()).toEqual([
    'permit-1',
    'agency agency-1',
    'P1',
    'L1',
    'call',
    '2026-03-02 10:00',
    '2026-03-02 10:30',
    '1/2',
    'open',
  ]);
});

test.each<[string, Partial<PermitRecord>, string, string, string]>([
  ['open to the minute', {}, '2026-03-02T02:29:59.999Z', 'open', '有效'],
  ['past its window before anybody swept', {}, permit.until, 'over', '已到期'],
  ['given back', { state: 'over', givenBackAt: permit.from }, permit.from, 'given back', '已退回'],
  [
    'revoked, and why',
    { state: 'revoked', revoked: { because: 'position-changed', at: permit.from } },
    permit.until,
    'revoked: the loan has changed since',
    '已撤销: 贷款账务已变化',
  ],
])('its state says when it is %s', (_what, changes, now, english, chinese) => {
  expect(row(changes, now).at(-1)).toBe(english);
  expect(row(changes, now, 'zh').at(-1)).toBe(chinese);
});
