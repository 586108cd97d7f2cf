import type { InRecord } from '@recourse/activities/event-bus';
import { takeRecord } from '@recourse/activities/intake/take-record';
import { amountsOn } from '@recourse/domain/money/arrears';
import { describe, expect, test } from 'vitest';
import { loanRecord, missed, paid, terms } from '../builders/loan-records.js';
import { lateTerms, moneyRecord } from '../builders/money-events.js';
import { takingPorts } from '../contracts/intake-bench.js';
import { MemoryIntake } from '../fakes/memory-intake.js';

const miss = (change: Record<string, unknown> = {}): InRecord =>
  loanRecord({ name: 'instalment-missed', data: missed(1, { terms: { ...lateTerms, ...change } }) });
const payment = (change: Record<string, unknown> = {}): InRecord =>
  loanRecord({ name: 'payment-received', data: paid('pay-1', 100_000, change) });

/** Everything taken in this order, on 1 February 2026. */
async function taken(...records: InRecord[]) {
  const memory = new MemoryIntake();
  memory.tenants.set('demo', { now: '2026-02-01T00:00:00.000Z' });
  const ports = takingPorts({ store: memory, parked: memory });
  for (const record of records) await takeRecord(ports, record);
  const loan = memory.loans.get('demo/L1');
  if (!loan) throw new Error('nobody knows the loan');
  const causes = [...memory.parkedRecords.values()].map(({ cause: { code, field } }) => `${code} ${field}`);
  const told = [...memory.inbox.values()]
    .flat()
    .map((input) => (input.kind === 'loan-event' ? input.event.type : input.kind));
  return { loan, arrears: amountsOn(loan.position, 'now').arrears, causes, told };
}

describe('money beside instalments and payments', () => {
  test('counts at once: charged, waived, withdrawn, charged back', async () => {
    const charge = moneyRecord('charge-added');
    const waiver = moneyRecord('amount-waived');
    const withdrawn = moneyRecord('waiver-withdrawn');

    expect((await taken(miss(), charge)).arrears).toBe(103_000);
    expect((await taken(miss(), charge, waiver)).arrears).toBe(99_000);
    expect((await taken(miss(), charge, waiver, withdrawn)).arrears).toBe(103_000);
    expect((await taken(miss(), payment(), moneyRecord('money-out'))).arrears).toBe(500);
  });

  test('money on its way and money that failed reach the case and make its plan outdated, without a change of what is owed', async () => {
    const { loan, arrears, told } = await taken(
      miss(),
      moneyRecord('payment-pending'),
      moneyRecord('payment-failed', { paymentId: 'pay-1' }),
    );

    expect(told).toEqual(['instalment-missed', 'payment-pending', 'payment-failed']);
    expect({ arrears, version: loan.positionVersion }).toEqual({ arrears: 100_000, version: 3 });
  });

  test('a payment of which more has left again than it brings is taken all the same; only money out after it is set aside', async () => {
    const out = moneyRecord('money-out', { amount: 100_001 });
    const { arrears, causes, told } = await taken(miss(), out, payment());

    expect({ arrears, causes }).toEqual({ arrears: 100_001, causes: [] });
    expect(told).toEqual(['instalment-missed', 'money-out', 'payment-received']);
    expect((await taken(miss(), out, payment(), moneyRecord('money-out', { outId: 'o-2', amount: 1 }))).causes).toEqual(
      ['contradiction amount'],
    );
  });

  test('a reversal of a payment nobody knows is remembered until it comes', async () => {
    const reversal = loanRecord({
      name: 'payment-reversed',
      data: { paymentId: 'pay-1', reversedOn: '2026-01-20', reason: 'returned' },
    });

    expect(await taken(miss(), reversal)).toMatchObject({ arrears: 100_000, causes: [] });
    expect(await taken(miss(), reversal, payment())).toMatchObject({ arrears: 100_000, causes: [] });
  });
});

describe('money that contradicts what is known is kept aside, and the case hears only that', () => {
  test.each<[string, string, InRecord[]]>([
    [
      'valued before the contract was signed',
      'before-contract-start valueDate',
      [payment({ valueDate: '2025-12-09' })],
    ],
    [
      'that moved before a contract told later',
      'before-contract-start terms.startOn',
      [
        payment(),
        loanRecord({
          name: 'instalment-missed',
          data: missed(3, { terms: { ...terms, version: 2, startOn: '2026-01-20' } }),
        }),
      ],
    ],
    [
      'charged before the contract was signed',
      'before-contract-start dueOn',
      [moneyRecord('charge-added', { dueOn: '2025-12-09' })],
    ],
    ['charged on a day to come', 'dated-ahead dueOn', [moneyRecord('charge-added', { dueOn: '2026-02-10' })]],
    ['waived from a day to come', 'dated-ahead waivedOn', [moneyRecord('amount-waived', { waivedOn: '2026-02-10' })]],
    ['in another currency', 'contradiction currency', [moneyRecord('charge-added', { currency: 'USD' })]],
    [
      'told twice, with other content',
      'contradiction amount',
      [moneyRecord('charge-added'), moneyRecord('charge-added', { amount: 1 })],
    ],
    [
      'on its way, told twice with other content',
      'same-payment-other-content amount',
      [moneyRecord('payment-pending'), moneyRecord('payment-pending', { amount: 1 })],
    ],
    [
      'charged back beyond what its payment brought',
      'contradiction amount',
      [payment(), moneyRecord('money-out', { amount: 100_001 })],
    ],
    [
      'charged back twice',
      'contradiction amount',
      [
        payment(),
        moneyRecord('money-out', { amount: 100_000 }),
        moneyRecord('money-out', { outId: 'o-2', amount: 100_000 }),
      ],
    ],
    [
      'that comes to more than can be counted',
      'sums-do-not-add-up amount',
      [moneyRecord('charge-added', { amount: Number.MAX_SAFE_INTEGER })],
    ],
  ])('%s', async (_, cause, records) => {
    const before = await taken(miss(), ...records.slice(0, -1));
    const after = await taken(miss(), ...records);

    expect(after.causes).toEqual([cause]);
    expect(after.loan.position).toEqual(before.loan.position);
    expect(after.loan.terms).toEqual(before.loan.terms);
    expect(after.told.slice(before.told.length)).toEqual(['event-parked']);
  });
});
