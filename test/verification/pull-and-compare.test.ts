import { beforeEach, describe, expect, it } from 'vitest';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import { pullAndCompare } from '@recourse/activities/verification/pull-and-compare';
import { foldLoanFact } from '@recourse/domain/money/fold-position';
import { missed, paid, aWorld, testTerms } from '../builders/case-world.js';
import { aLoan } from '../builders/turn-records.js';
import { memoryServicing } from '../fakes/memory-servicing.js';

const tenant = 't';
const person = { personId: 'p1', zone: 'Asia/Shanghai', language: 'zh', points: [] };

/** A loan of 101 000 overdue at which servicing and its events agree; `p1` is in the directory. */
function verified() {
  const fake = memoryServicing();
  const loaded: string[] = [];
  const pauses: number[] = [];
  const whilePaused: (() => void)[] = [];
  const bench = {
    ...fake,
    loaded,
    pauses,
    whilePaused,
    loan: tell(aLoan(tenant, 'L1', testTerms), missed(aWorld(), 1, '2026-01-01')),
    ask: () =>
      pullAndCompare(
        {
          servicing: fake.servicing,
          directory: fake.directory,
          persons: {
            async load(_, { personId }) {
              loaded.push(personId);
              return { loaded: 'new', ring: ['t/other/1'] };
            },
          },
          store: { loan: async () => bench.loan, merges: async () => [], tell: async () => undefined },
          async pause(ms) {
            pauses.push(ms);
            whilePaused.shift()?.();
          },
        },
        tenant,
        'L1',
      ),
  };
  fake.persons.set('t/p1', person);
  owes(fake, 100_000, 1_000);
  return bench;
}

function tell(loan: LoanRecord, event: ReturnType<typeof missed>): LoanRecord {
  const folded = foldLoanFact(loan.position, event);
  if (!('position' in folded)) throw new Error(folded.reason);
  return { ...loan, position: folded.position, positionVersion: loan.positionVersion + 1 };
}

function owes({ loans }: ReturnType<typeof memoryServicing>, principal: number, interest = 0): void {
  const unpaid = [{ number: 1, dueOn: '2026-01-01', components: { principal, interest } }];
  const { debtors } = testTerms;
  loans.set('t/L1', { loanId: 'L1', currency: 'CNY', debtors, unpaid, overdue: true });
}

let bench: ReturnType<typeof verified>;
beforeEach(() => {
  bench = verified();
});

describe('what is asked at intake', () => {
  it('takes in the persons and agrees at once, with the position it compared', async () => {
    expect(await bench.ask()).toEqual({
      verification: { result: 'verified', positionVersion: 1 },
      ring: ['t/other/1'],
    });
    expect(bench.loaded).toEqual(['p1']);
    expect(bench.pauses).toEqual([]);
  });

  it('leaves somebody the directory does not know to the case', async () => {
    bench.persons.clear();
    expect((await bench.ask()).verification.result).toBe('verified');
    expect(bench.loaded).toEqual([]);
  });

  it('waits once for an event on its way before it speaks of a mismatch', async () => {
    owes(bench, 50_000);
    bench.whilePaused.push(() => {
      bench.loan = tell(bench.loan, paid(aWorld(), 'a', 51_000, '2026-01-02'));
    });
    expect((await bench.ask()).verification).toEqual({ result: 'verified', positionVersion: 2 });
    expect(bench.pauses).toHaveLength(1);
  });

  it('names a difference that stays', async () => {
    owes(bench, 50_000);
    expect((await bench.ask()).verification).toEqual({
      result: 'mismatched',
      field: 'sums',
      ours: '101000',
      theirs: '50000',
      positionVersion: 1,
    });
  });

  it('asks again after trouble, and is content with a later answer', async () => {
    bench.troubles.push({ from: 'servicing', trouble: 'down' }, { from: 'directory', trouble: 'nonsense' });
    expect((await bench.ask()).verification.result).toBe('verified');
  });

  it.each([
    ['servicing', 'down', { reason: 'answered 503' }],
    ['servicing', 'nonsense', { field: 'currency', reason: 'must make sense' }],
    ['directory', 'down', { reason: 'answered 503' }],
    ['directory', 'nonsense', { field: 'points', reason: 'must make sense' }],
  ] as const)('tells the case when %s stays in trouble (%s), after three tries', async (from, trouble, said) => {
    bench.troubles.push(...Array.from({ length: 3 }, () => ({ from, trouble })));
    expect((await bench.ask()).verification).toEqual({ result: 'trouble', from, trouble, ...said });
    expect(bench.pauses).toHaveLength(2);
    expect(bench.troubles).toEqual([]);
  });

  it('is trouble of ours when a person cannot be stored: the activity is tried again', async () => {
    bench.persons.set('t/p1', person);
    const failing = { ...bench, load: undefined };
    const asked = pullAndCompare(
      {
        servicing: failing.servicing,
        directory: failing.directory,
        persons: { load: () => Promise.reject(new Error('no primary')) },
        store: { loan: async () => bench.loan, merges: async () => [], tell: async () => undefined },
        pause: async () => undefined,
      },
      tenant,
      'L1',
    );
    await expect(asked).rejects.toThrow('no primary');
  });
});
