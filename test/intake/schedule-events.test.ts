import type { InRecord } from '@recourse/activities/event-bus';
import { takeRecord } from '@recourse/activities/intake/take-record';
import type { Law } from '@recourse/domain/law/law';
import { amountsOn } from '@recourse/domain/money/arrears';
import { describe, expect, test } from 'vitest';
import { lawRule } from '../builders/law-rule.js';
import { lawOf } from '../builders/law-of.js';
import { loanRecord, missed, terms } from '../builders/loan-records.js';
import { lateTerms } from '../builders/money-events.js';
import { scheduleData, scheduleRecord } from '../builders/schedule-events.js';
import { takingPorts } from '../contracts/intake-bench.js';
import { MemoryIntake } from '../fakes/memory-intake.js';

const miss = (number = 1, change: Record<string, unknown> = {}): InRecord =>
  loanRecord({ name: 'instalment-missed', data: missed(number, { terms: { ...lateTerms, ...change } }) });

/** Everything taken in this order, on 1 February 2026. */
async function taken(records: readonly InRecord[], law?: Law) {
  const memory = new MemoryIntake();
  memory.tenants.set('demo', { now: '2026-02-01T00:00:00.000Z' });
  const ports = takingPorts({ store: memory, parked: memory, ...(law && { law }) });
  for (const record of records) await takeRecord(ports, record);
  const loan = memory.loans.get('demo/L1');
  const causes = [...memory.parkedRecords.values()].map(({ cause: { code, field } }) => `${code} ${field}`);
  const told = [...memory.inbox.values()]
    .flat()
    .map((input) => (input.kind === 'loan-event' ? input.event.type : input.kind));
  return { loan, arrears: loan && amountsOn(loan.position, 'now').arrears, causes, told };
}

describe('a contract that changes', () => {
  test('counts at once and reaches the case: accelerated, undone, restructured, assigned', async () => {
    const accelerated = scheduleRecord('loan-accelerated');

    expect((await taken([miss(), accelerated])).arrears).toBe(1_095_000);
    expect((await taken([miss(), accelerated, scheduleRecord('acceleration-undone')])).arrears).toBe(100_000);
    expect((await taken([miss(), scheduleRecord('loan-restructured')])).arrears).toBe(0);
    const { told, causes, loan } = await taken([miss(), scheduleRecord('creditor-changed')]);
    expect({ told, causes }).toEqual({ told: ['instalment-missed', 'creditor-changed'], causes: [] });
    expect(loan?.positionVersion).toBe(2);
  });

  test('with terms of a new version, those count from then on', async () => {
    const { loan, causes } = await taken([
      miss(),
      scheduleRecord('loan-restructured', { terms: { ...lateTerms, version: 2, graceDays: 5 } }),
    ]);

    expect(causes).toEqual([]);
    expect(loan?.terms?.graceDays).toBe(5);
  });

  test('accelerated without the notice the law of the place wants, nothing more is owed, and which rule says so is kept', async () => {
    const law = lawOf(
      lawRule('notice-before-action', {
        id: 'WANTS-NOTICE',
        action: 'accelerate',
        notice: 'default',
        minDays: 14,
        clockStart: 'received',
      }),
    );
    const unproved = scheduleRecord('loan-accelerated', { notice: { kind: 'default', sentOn: '2026-01-01' } });
    const short = scheduleRecord('loan-accelerated', {
      notice: { kind: 'default', sentOn: '2026-01-01', provedOn: '2026-01-06' },
    });
    const proved = scheduleRecord('loan-accelerated', {
      notice: { kind: 'default', sentOn: '2026-01-01', provedOn: '2026-01-05' },
    });

    for (const record of [unproved, short, scheduleRecord('loan-accelerated', { notice: undefined })]) {
      const { arrears, loan, causes } = await taken([miss(), record], law);
      expect({ arrears, causes }).toEqual({ arrears: 100_000, causes: [] });
      expect(loan?.position.accelerations).toMatchObject([{ against: ['WANTS-NOTICE'] }]);
    }
    expect((await taken([miss(), proved], law)).arrears).toBe(1_095_000);
  });
});

describe('a change of the contract that cannot be taken is kept aside with its reason', () => {
  test.each<[string, string, InRecord]>([
    [
      'of a loan nobody told of',
      'unknown-loan ce_loan',
      loanRecord({ name: 'creditor-changed', loan: 'L9', data: { changeId: 'c', to: 'x', on: '2026-01-22' } }),
    ],
    ['before the contract', 'before-contract-start on', scheduleRecord('loan-restructured', { on: '2025-12-09' })],
    ['that begins on a day to come', 'dated-ahead on', scheduleRecord('loan-accelerated', { on: '2026-02-10' })],
    [
      'undone on a day to come',
      'dated-ahead undoneOn',
      scheduleRecord('acceleration-undone', { undoneOn: '2026-02-10' }),
    ],
    [
      'proved on a day to come',
      'dated-ahead notifiedOn',
      scheduleRecord('creditor-changed', { notifiedOn: '2026-02-10' }),
    ],
    ['in another currency', 'contradiction currency', scheduleRecord('loan-accelerated', { currency: 'USD' })],
    [
      'with new numbers that are replaced ones',
      'malformed instalments',
      scheduleRecord('loan-restructured', { replaces: { from: 1, to: 13 } }),
    ],
    [
      'with a schedule that bills less than it took over',
      'sums-do-not-add-up instalments',
      scheduleRecord('loan-restructured', { overdue: 'billed-anew', takenOver: { interest: 10_000 } }),
    ],
    [
      'with more than can be counted',
      'malformed due.principal',
      scheduleRecord('loan-accelerated', { due: { principal: 2 ** 53 } }),
    ],
    [
      'with sums that come to more than can be counted',
      'sums-do-not-add-up due',
      scheduleRecord('loan-accelerated', {
        due: { principal: Number.MAX_SAFE_INTEGER },
        arrearsTotal: Number.MAX_SAFE_INTEGER,
        outstandingTotal: Number.MAX_SAFE_INTEGER,
      }),
    ],
    [
      'with less overdue than falls due',
      'sums-do-not-add-up arrearsTotal',
      scheduleRecord('loan-accelerated', { arrearsTotal: 1 }),
    ],
    ['of half a fen', 'malformed due.principal', scheduleRecord('loan-accelerated', { due: { principal: 0.5 } })],
    [
      'with terms of a version that came with other content',
      'contradiction terms',
      scheduleRecord('loan-restructured', { terms: { ...terms, graceDays: 9 } }),
    ],
  ])('%s', async (_, cause, record) => {
    const before = await taken([miss()]);
    const after = await taken([miss(), record]);

    expect(after.causes).toEqual([cause]);
    expect(after.loan?.position).toEqual(before.loan?.position);
  });

  test('an instalment of the new schedule told with other amounts, and a number two schedules bill', async () => {
    const schedule = scheduleRecord('loan-restructured');
    const again = scheduleRecord('loan-restructured', { restructuringId: 'r-2' });

    expect((await taken([miss(), schedule, again])).causes).toEqual(['contradiction instalments']);
    const other = loanRecord({
      name: 'instalment-missed',
      data: missed(2, {
        terms: lateTerms,
        instalment: { number: 13, dueOn: '2026-02-11', due: { principal: 1 } },
        asOf: '2026-02-11',
      }),
    });
    expect((await taken([miss(), schedule, other])).causes).toEqual(['contradiction instalment.dueOn']);
  });
});

describe('a loan taken on', () => {
  const { instalment } = missed(1);
  const books = (change: Record<string, unknown>): InRecord =>
    loanRecord({
      name: 'loan-taken-on',
      data: {
        terms: lateTerms,
        asOf: '2026-01-31',
        instalments: [{ ...instalment, state: 'missed' }],
        payments: [],
        notices: [],
        contacts: [],
        holds: [],
        ...change,
      },
    });
  const { currency: _, arrearsTotal: __, outstandingTotal: ___, ...accelerated } = scheduleData('loan-accelerated');
  const { currency: _c, arrearsTotal: _a, outstandingTotal: _o, ...restructured } = scheduleData('loan-restructured');

  test('may be accelerated already, and owes all of it unless the law wants a notice nobody proved', async () => {
    const told = books({ accelerations: [accelerated], arrearsTotal: 1_095_000, outstandingTotal: 1_095_000 });
    const law = lawOf(
      lawRule('notice-before-action', { action: 'accelerate', notice: 'default', minDays: 30, clockStart: 'received' }),
    );

    expect(await taken([told])).toMatchObject({ arrears: 1_095_000, causes: [] });
    expect(await taken([told], law)).toMatchObject({ arrears: 100_000, causes: [] });
  });

  test('may have had its schedule changed and its creditor too', async () => {
    const told = books({
      restructurings: [restructured],
      creditors: [scheduleData('creditor-changed')],
      arrearsTotal: 0,
      outstandingTotal: 1_109_000,
    });

    const { arrears, causes, loan } = await taken([told]);
    expect({ arrears, causes }).toEqual({ arrears: 0, causes: [] });
    expect(loan?.position.creditors).toMatchObject([{ to: 'east-amc' }]);
  });

  test('with a schedule that begins after the books were closed is kept aside', async () => {
    const told = books({
      restructurings: [{ ...restructured, on: '2026-02-05' }],
      arrearsTotal: 100_000,
      outstandingTotal: 1_109_000,
    });

    expect((await taken([told])).causes).toEqual(['malformed restructurings']);
  });
});
