import type { InRecord } from '@recourse/activities/event-bus';
import { takeRecord } from '@recourse/activities/intake/take-record';
import { discrepanciesOf } from '@recourse/domain/case/discrepancies-of';
import { amountsOn } from '@recourse/domain/money/arrears';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loanRecord, missed } from '../builders/loan-records.js';
import { moneyRecord } from '../builders/money-events.js';
import { takingPorts } from '../contracts/intake-bench.js';
import { MemoryIntake } from '../fakes/memory-intake.js';

const miss = loanRecord({ name: 'instalment-missed', data: missed(1) });
const charged = (change: Record<string, unknown> = {}): InRecord => moneyRecord('charge-added', change);
const waived = (change: Record<string, unknown> = {}): InRecord =>
  moneyRecord('amount-waived', { of: { chargeId: 'c-1' }, amount: 1_000, ...change });

/** Everything taken in this order, on 1 February 2026. */
const taken = async (...records: InRecord[]) => {
  const memory = new MemoryIntake();
  memory.tenants.set('demo', { now: '2026-02-01T00:00:00.000Z' });
  const ports = takingPorts({ store: memory, parked: memory });
  for (const record of records) await takeRecord(ports, record);
  const loan = memory.loans.get('demo/L1');
  if (!loan) throw new Error('nobody knows the loan');
  const causes = [...memory.parkedRecords.values()].map(({ cause: { code, field } }) => `${code} ${field}`);
  const differs = discrepanciesOf(loan).filter(({ about }) => about === 'waiver');
  return { loan, arrears: amountsOn(loan.position, 'now').arrears, causes, differs };
};

describe('a waiver of a charge', () => {
  test('dated before the charge began is refused, and the position stays as it was', async () => {
    const before = await taken(miss, charged());
    const after = await taken(miss, charged(), waived({ waivedOn: '2026-01-10' }));

    expect(after.causes).toEqual(['contradiction waivedOn']);
    expect(after.loan.position).toEqual(before.loan.position);
    expect(after.loan.unresolved).toHaveLength(1);
  });

  test('counts from the day on which the charge could be paid in advance', async () => {
    const early = charged({ raisedOn: '2026-01-10' });

    expect(await taken(miss, early, waived({ waivedOn: '2026-01-10' }))).toMatchObject({
      arrears: 102_000,
      causes: [],
    });
  });

  test('that nobody told of yet waits for it and counts when it comes', async () => {
    expect(await taken(miss, waived())).toMatchObject({ arrears: 100_000, causes: [], differs: [] });
    expect(await taken(miss, waived(), charged())).toMatchObject({ arrears: 102_000, causes: [], differs: [] });
  });

  test('that comes after it and begins later is taken whole, and the waiver is somebody’s work', async () => {
    const late = await taken(miss, waived({ waivedOn: '2026-01-10' }), charged());

    expect(late).toMatchObject({ arrears: 103_000, causes: [] });
    expect(late.differs).toEqual([{ id: 'waiver/w-1', about: 'waiver', ref: 'w-1', ours: 0, theirs: 1_000 }]);
  });

  test('that comes after it and begins later is nobody’s work once the waiver is withdrawn', async () => {
    const withdrawn = moneyRecord('waiver-withdrawn');

    expect((await taken(miss, waived({ waivedOn: '2026-01-10' }), withdrawn, charged())).differs).toEqual([]);
  });

  test('told again as another event after its charge is known is the same waiver, and nothing is refused', async () => {
    const again = waived({ waivedOn: '2026-01-10' });

    expect((await taken(miss, waived({ waivedOn: '2026-01-10' }), charged(), again)).causes).toEqual([]);
  });

  test('leaves the same owed and says the same of itself, refused or not, in whatever order all of it comes', async () => {
    const day = fc.integer({ min: 8, max: 20 }).map((nth) => `2026-01-${String(nth).padStart(2, '0')}`);
    const pair = fc.record({
      nth: fc.nat(3),
      dueOn: day,
      raisedOn: fc.option(day, { nil: undefined }),
      waivedOn: day,
      amount: fc.integer({ min: 1, max: 4_000 }),
    });
    const records = fc
      .uniqueArray(pair, { selector: ({ nth }) => nth, minLength: 1, maxLength: 3 })
      .map((pairs) =>
        pairs.flatMap(({ nth, dueOn, raisedOn, waivedOn, amount }) => [
          charged({ chargeId: `c-${nth}`, dueOn, ...(raisedOn && { raisedOn }) }),
          waived({ waiverId: `w-${nth}`, of: { chargeId: `c-${nth}` }, waivedOn, amount }),
        ]),
      );
    const orders = records.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    const said = ({ causes, differs }: Awaited<ReturnType<typeof taken>>): number => causes.length + differs.length;
    await fc.assert(
      fc.asyncProperty(orders, async ([one, other]) => {
        const [first, second] = [await taken(miss, ...one), await taken(miss, ...other)];

        expect(second.arrears).toBe(first.arrears);
        expect(said(second)).toBe(said(first));
      }),
    );
  });
});
