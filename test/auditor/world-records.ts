import type { ActRecord } from '@recourse/activities/records/act-record';
import type { EventRecord, ParkedRecord } from '@recourse/activities/records/event-record';
import type { InboxRecord } from '@recourse/activities/records/inbox-record';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { TenantRecord } from '@recourse/activities/records/tenant-record';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import { sealEntry } from '@recourse/domain/audit/journal-hash';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { Terms } from '@recourse/domain/case/terms';
import type { Day } from '@recourse/domain/calendar/day';
import { overAndBack } from './placed-loan.js';
import { wordsOf } from './words-of.js';

/** One person in Shanghai with two loans: L1 was reminded, has not paid and is open; L2 was paid in grace and is closed. Another person has opted out. */
export const tenant = 'audited';
export const openCase = `${tenant}/L1/1`;
export const closedCase = `${tenant}/L2/1`;
export const sms = `${openCase}/1/sms-1/1`;
const missedAt = '2026-01-11T00:00:00.000Z';
const paidAt = '2026-01-12T04:00:00.000Z';
const climbsAt = '2026-01-13T16:00:00.000Z';
export const sendsAt = '2026-01-14T02:00:00.000Z';
export const receiptAt = '2026-01-14T02:30:00.000Z';
const now = '2026-01-15T00:00:00.000Z';
const review = `${openCase}/1/review/1`;
const reviewPlan = { id: review, readPosition: 1, dueAt: '2026-01-18T16:00:00.000Z', because: 'waiting' };

const journal = (caseId: string, facts: Record<string, unknown>[]): JournalEntry[] => {
  let prevHash = '0'.repeat(64);
  return facts.map((fact, index) => {
    const whole = { v: 1, cause: 'clock', ...fact } as unknown as CaseFact;
    const entry = sealEntry({ caseId, seq: index + 1, fact: whole, consumedThrough: 1, actor: 'case', prevHash });
    prevHash = entry.hash;
    return entry;
  });
};

const opening = (caseId: string, arrears: number) => [
  { type: 'case-opened', at: missedAt, caseId, round: 1, terms: { tolerance: 0 }, anchorOn: '2026-01-10' },
  { type: 'position-noted', at: missedAt, positionVersion: 1, arrears, currency: 'CNY', dpd: 1 },
  {
    type: 'strategy-pinned',
    at: missedAt,
    strategy: { name: 'consumer-cn', version: 1, hash: '' },
    segment: 'standard',
  },
];

export const openJournal = journal(openCase, [
  ...opening(openCase, 100_000),
  { type: 'stage-entered', at: climbsAt, stage: 'reminder', because: 'grace-passed', round: 1, criteria: [] },
  { type: 'step-planned', at: climbsAt, plan: { id: sms, readPosition: 1, dueAt: sendsAt, because: 'due' } },
  { type: 'contact-concluded', at: receiptAt, planId: sms, consumesTry: true, outcome: { result: 'delivered' } },
  { type: 'step-done', at: receiptAt, round: 1, step: 'sms-1', by: 'delivered' },
  { type: 'step-planned', at: receiptAt, plan: reviewPlan },
]);

export const closedJournal = journal(closedCase, [
  ...opening(closedCase, 100_000),
  ...overAndBack(closedCase, paidAt),
  { type: 'position-noted', at: paidAt, positionVersion: 2, arrears: 0, currency: 'CNY', dpd: 0 },
  { type: 'step-planned', at: paidAt, plan: { ending: 'paid-in-grace' } },
  { type: 'case-closed', at: paidAt, ending: 'paid-in-grace' },
]);

export const tenantRecord: TenantRecord = { _id: tenant, clock: { kind: 'test', now: now }, strategy: 'consumer-cn' };

const noted = (positionVersion: number, arrears: number) => ({ positionVersion, arrears, currency: 'CNY' });

const caseOf = (caseId: string, entries: JournalEntry[], more: object) => ({
  _id: caseId,
  caseId,
  tenant,
  loanId: caseId.split('/')[1],
  seq: entries.length,
  head: entries.at(-1)?.hash,
  ...more,
});
export const caseRecords = [
  caseOf(openCase, openJournal, { status: 'open', stage: 'reminder', plan: reviewPlan, noted: noted(1, 100_000) }),
  caseOf(closedCase, closedJournal, {
    status: 'closed',
    plan: { ending: 'paid-in-grace' },
    noted: noted(2, 0),
  }),
];

/** Told when its loan had no open case. */
const optedOut = ({ caseId: _none, ...event }: EventRecord): EventRecord => ({
  ...event,
  positionVersion: 2,
  acceptedWallAt: new Date('2026-01-31T00:00:00.000Z'),
});

/** Where the records of `incomingRecords` come to stand on a topic of one partition. */
export const eventRecords = (topic: string): EventRecord[] => {
  const event = (
    offset: number,
    loanId: string,
    type: EventRecord['type'],
    order: number,
    acceptedAt: string,
  ): EventRecord => ({
    _id: `${tenant}//servicing/test/e${offset}`,
    tenant,
    loanId,
    type,
    contentHash: '',
    order,
    positionVersion: order,
    caseId: `${tenant}/${loanId}/1`,
    acceptedAt,
    acceptedWallAt: new Date('2026-02-01T00:00:00.000Z'),
    topic,
    partition: 0,
    offset: String(offset),
    ...(type === 'payment-received' && { paymentId: `p${offset}` }),
  });
  return [
    event(0, 'L1', 'instalment-missed', 1, missedAt),
    event(1, 'L2', 'instalment-missed', 1, missedAt),
    event(2, 'L2', 'payment-received', 2, paidAt),
    optedOut(event(5, 'L2', 'person-opted-out', 3, climbsAt)),
  ];
};

const missed = { number: 1, dueOn: '2026-01-10' as Day, due: { principal: 90_000, interest: 10_000 } };
const dataOf = ({ type, paymentId }: EventRecord): object => {
  if (paymentId !== undefined) return { paymentId, amount: 100_000, currency: 'CNY', valueDate: '2026-01-12' };
  return type === 'person-opted-out' ? { personId: 'P2' } : { terms: { currency: 'CNY' }, instalment: missed };
};

/** What servicing publishes: what was taken, the payment again and one that nobody can read before the last. */
export const incomingRecords = (events: EventRecord[]) => {
  const records = events.map((event) => ({
    key: `${tenant}|${event.loanId}`,
    value: JSON.stringify(dataOf(event)),
    headers: {
      ce_id: `e${event.offset}`,
      ce_source: '/servicing/test',
      ce_type: `com.recourse.servicing.${event.type}.v1`,
      ce_tenant: tenant,
      ce_loan: event.loanId,
    },
  }));
  const payment = records[2] as (typeof records)[number];
  const poison = { ...payment, value: '{"paymentId":', headers: { ...payment.headers, ce_id: 'e4' } };
  return [...records.slice(0, 3), payment, poison, ...records.slice(3)];
};

export const parkedRecord = (topic: string): Partial<ParkedRecord> & { _id: string } => ({
  _id: `${topic}/0/4`,
  tenant,
  loanId: 'L2',
  parkedAt: paidAt,
  status: 'discarded',
  resolvedAt: climbsAt,
});

export const inboxRecords = (events: EventRecord[]): Partial<InboxRecord>[] =>
  events
    .flatMap(({ caseId, _id }) => (caseId === undefined ? [] : [{ caseId, _id }]))
    .map(({ caseId, _id }) => ({
      _id: `${caseId}/${_id.slice(tenant.length + 1)}`,
      tenant,
      caseId,
      consumed: true,
    }));

const terms: Terms = {
  version: 1,
  product: 'consumer-loan',
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  graceDays: 3,
  tolerance: 0,
  debtors: [
    { personId: 'P1', role: 'borrower' },
    { personId: 'P2', role: 'co-borrower' },
  ],
};
export const loanRecords: Partial<LoanRecord>[] = [
  {
    _id: `${tenant}/L1`,
    tenant,
    loanId: 'L1',
    terms,
    openCase,
    position: { currency: 'CNY', instalments: [{ ...missed, state: 'missed' }], payments: [], outstanding: 100_000 },
  },
  {
    _id: `${tenant}/L2`,
    tenant,
    loanId: 'L2',
    terms,
    position: {
      currency: 'CNY',
      instalments: [{ ...missed, state: 'missed' }],
      payments: [{ paymentId: 'p2', amount: 100_000, valueDate: '2026-01-12' as Day, receivedAt: paidAt }],
      outstanding: 0,
    },
  },
];

export const personRecords = ['P1', 'P2'].map((personId) => ({
  _id: `${tenant}/${personId}`,
  tenant,
  personId,
  zone: 'Asia/Shanghai',
  // P2 could not be reached any more.
  ...(personId === 'P2' && {
    points: [{ pointId: 'm', kind: 'mobile', verifiedOn: '2025-12-01', invalidSince: '2026-01-12' }],
  }),
}));

export const actRecord: ActRecord = {
  _id: sms,
  tenant,
  act: {
    kind: 'send-reminder',
    purpose: 'collect',
    channel: 'sms',
    personId: 'P1',
    pointId: 'm',
    template: 'reminder-first',
  },
  covers: [
    { caseId: openCase, planId: sms, loanId: 'L1', readPosition: 1, order: 2, arrears: 100_000, currency: 'CNY' },
  ],
  personId: 'P1',
  pointId: 'm',
  status: 'concluded',
  begunAt: sendsAt,
  begunWallAt: new Date('2026-02-01T00:00:00.000Z'),
  notAfter: new Date('2026-02-01T00:00:05.000Z'),
  actor: 'worker',
  language: 'zh',
  template: wordsOf('reminder-first'),
  acceptedAt: sendsAt,
  outcome: { planId: sms, actId: sms, at: receiptAt, result: 'delivered' },
  concludedAt: receiptAt,
};
