import type { InRecord } from '@recourse/activities/event-bus';
import { takeRecord } from '@recourse/activities/intake/take-record';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import { amountsOn } from '@recourse/domain/money/arrears';
import { emptyPosition } from '@recourse/domain/money/fold-position';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loanRecord, missed, paid, terms } from '../builders/loan-records.js';
import { lateTerms, moneyRecord } from '../builders/money-events.js';
import { takingPorts } from '../contracts/intake-bench.js';
import { MemoryIntake } from '../fakes/memory-intake.js';

const day = fc.integer({ min: 10, max: 28 }).map((date) => `2026-01-${date}`);
const payment = fc.record({
  nth: fc.integer({ min: 1, max: 6 }),
  amount: fc.integer({ min: 1, max: 300_000 }),
  valueDate: day,
  reversedOn: fc.option(day, { nil: undefined }),
});

const beside = fc.record({
  nth: fc.integer({ min: 1, max: 6 }),
  amount: fc.integer({ min: 1, max: 50_000 }),
  on: day,
  ends: fc.option(day, { nil: undefined }),
});

type Beside = typeof beside extends fc.Arbitrary<infer T> ? T : never;

/** Everything that happens to money beside instalments and payments; what undoes or ends something may come before it. `most`: what its payment brought. */
const besides = ({ nth, amount, on, ends }: Beside, most = amount): InRecord[] => [
  moneyRecord('charge-added', { chargeId: `c-${nth}`, amount, dueOn: on }),
  moneyRecord('amount-waived', { waiverId: `w-${nth}`, of: { chargeId: `c-${nth}` }, amount, waivedOn: on }),
  ...(ends ? [moneyRecord('waiver-withdrawn', { waiverId: `w-${nth}`, withdrawnOn: ends })] : []),
  moneyRecord('money-out', { outId: `o-${nth}`, amount: Math.min(amount, most), on, paymentId: `pay-${nth}` }),
  moneyRecord('payment-pending', { paymentId: `pay-${nth}`, amount, expectedBy: on }),
  ...(ends ? [moneyRecord('payment-failed', { paymentId: `pay-${nth}`, failedOn: ends })] : []),
];

/** What servicing told of one loan: instalments missed and met, payments each once, some taken back, terms growing in version. */
const histories = fc
  .record({
    instalments: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
    met: fc.uniqueArray(fc.integer({ min: 7, max: 9 }), { maxLength: 2 }),
    payments: fc.uniqueArray(payment, { selector: ({ nth }) => nth, maxLength: 5 }),
    beside: fc.uniqueArray(beside, { selector: ({ nth }) => nth, maxLength: 4 }),
    late: fc.boolean(),
  })
  .map(({ instalments, met, payments, beside: moved, late }): InRecord[] => [
    ...instalments.map((number) =>
      loanRecord({
        name: 'instalment-missed',
        data: missed(number, {
          terms: { ...(late ? lateTerms : terms), version: number, graceDays: number },
        }),
      }),
    ),
    ...met.map((number) =>
      loanRecord({
        name: 'instalment-met',
        data: { instalment: missed(number).instalment, asOf: missed(number).asOf },
      }),
    ),
    ...payments.map(({ nth, amount, valueDate }) =>
      loanRecord({
        name: 'payment-received',
        data: paid(`pay-${nth}`, amount, { valueDate, receivedAt: `2026-01-30T00:00:00.000Z` }),
      }),
    ),
    ...payments.flatMap(({ nth, reversedOn }) =>
      reversedOn
        ? [loanRecord({ name: 'payment-reversed', data: { paymentId: `pay-${nth}`, reversedOn, reason: 'returned' } })]
        : [],
    ),
    ...moved.flatMap((each) => besides(each, payments.find(({ nth }) => nth === each.nth)?.amount)),
  ]);

const withOrder = histories.chain((records) =>
  fc.tuple(
    fc.constant(records),
    fc.shuffledSubarray(records, { minLength: records.length, maxLength: records.length }),
  ),
);

async function taken(records: readonly InRecord[]): Promise<{ memory: MemoryIntake; loan: LoanRecord | undefined }> {
  const memory = new MemoryIntake();
  memory.tenants.set('demo', { now: '2027-01-01T00:00:00.000Z' });
  const ports = takingPorts({ store: memory, parked: memory });
  for (const record of records) await takeRecord(ports, record);
  return { memory, loan: memory.loans.get('demo/L1') };
}

const written = ({ loans, events, parkedRecords, inbox, links }: MemoryIntake): string =>
  JSON.stringify([[...loans], [...events], [...parkedRecords], [...inbox], [...links]]);

describe('taking events', () => {
  test('in whatever order they arrive, the loan owes the same, nothing stays unresolved and every event is remembered', async () => {
    await fc.assert(
      fc.asyncProperty(withOrder, async ([inOrder, shuffled]) => {
        const one = await taken(inOrder);
        const other = await taken(shuffled);

        expect(other.loan?.position).toEqual(one.loan?.position);
        expect(other.loan?.terms).toEqual(one.loan?.terms);
        expect(other.loan?.unresolved).toEqual([]);
        expect(other.memory.events.size).toBe(inOrder.length);
      }),
    );
  });

  test('in whatever order closings and reversals arrive, the loan is closed or open alike', async () => {
    const hour = fc.integer({ min: 10, max: 20 }).map((at) => `2026-02-01T${at}:00:00.000Z`);
    const closings = fc.uniqueArray(
      fc.record({ reason: fc.constantFrom('paid-off', 'settled', 'paid-off', 'sold'), time: hour }),
      { selector: ({ reason, time }) => `${reason} ${time}`, minLength: 1, maxLength: 3 },
    );
    const reversals = fc.uniqueArray(fc.record({ nth: fc.integer({ min: 1, max: 3 }), time: hour }), {
      selector: ({ nth }) => nth,
      maxLength: 2,
    });
    const told = fc.tuple(closings, reversals).map(([closed, reversed]): InRecord[] => [
      ...closed.map(({ reason, time }) =>
        loanRecord({ name: 'loan-closed', data: { reason }, time, id: `${reason} ${time}` }),
      ),
      ...reversed.map(({ nth, time }) =>
        loanRecord({
          name: 'payment-reversed',
          data: { paymentId: `pay-${nth}`, reversedOn: '2026-02-01', reason: 'returned' },
          time,
          id: `r-${nth}`,
        }),
      ),
    ]);
    const orders = told.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    const known = [
      loanRecord({ name: 'instalment-missed', data: missed(1) }),
      ...[1, 2, 3].map((nth) => loanRecord({ name: 'payment-received', data: paid(`pay-${nth}`, 50_000) })),
    ];
    await fc.assert(
      fc.asyncProperty(orders, async ([one, other]) => {
        const [first, second] = [await taken([...known, ...one]), await taken([...known, ...other])];

        expect(second.memory.events.size).toBe(known.length + one.length);
        expect(second.loan?.closed).toEqual(first.loan?.closed);
      }),
    );
  });

  test('everything a second time writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(withOrder, async ([, shuffled]) => {
        const { memory } = await taken(shuffled);
        const before = written(memory);
        const ports = takingPorts({ store: memory, parked: memory });

        for (const record of shuffled) await takeRecord(ports, { ...record, partition: 1 });

        expect(written(memory)).toBe(before);
      }),
    );
  });

  test('every event has its own place in the loan’s order, and every news its own place in the inbox', async () => {
    await fc.assert(
      fc.asyncProperty(withOrder, async ([, shuffled]) => {
        const { memory, loan } = await taken(shuffled);

        const orders = [...memory.events.values()].map(({ order }) => order);
        expect(new Set(orders).size).toBe(orders.length);
        expect(Math.max(...orders)).toBeLessThanOrEqual(loan?.order ?? 0);
        const places = [...memory.inbox.values()].flat().map(({ n }) => n);
        expect(places).toEqual(places.map((_, index) => index + 1));
        expect(loan?.inboxSeq).toBe(places.length);
      }),
    );
  });

  test('money never opens a case, and a case is open as soon as something is overdue', async () => {
    await fc.assert(
      fc.asyncProperty(withOrder, async ([, shuffled]) => {
        const firstMiss = shuffled.findIndex(({ headers }) => headers['ce_type']?.includes('instalment-missed'));

        const before = await taken(shuffled.slice(0, firstMiss));
        const { loan } = await taken(shuffled);

        expect(before.loan?.openCase).toBeUndefined();
        const { arrears } = amountsOn(loan?.position ?? emptyPosition('CNY'), 'now');
        if (arrears > 0) expect(loan?.openCase).toBe('demo/L1/1');
        expect(loan?.episodes).toBe(loan?.openCase === undefined ? 0 : 1);
      }),
    );
  });
});
