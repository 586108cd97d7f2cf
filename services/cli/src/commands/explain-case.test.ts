import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { unopened } from '@recourse/domain/case/evolve';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import { expect, it } from 'vitest';
import { explainCase, type CasesOf, type ExplainCase } from './explain-case.js';
import { explainables } from './explain-money.js';

const shanghai = { zone: 'Asia/Shanghai', offsets: [[0, 480]] as [number, number][] };
const hold = {
  id: 'h',
  reason: 'disaster' as const,
  scope: { loan: 'L1' },
  stops: ['interest' as const],
  from: '2026-01-12T16:00:00.000Z',
  until: '2026-01-14T16:00:00.000Z',
};
const kase: CollectionCase = { ...unopened, caseId: 't/L1/1', zone: shanghai, holds: [hold] };
/** 36.5 % a year on 50.00 of principal: 5 fen a day. */
const loan = {
  terms: {
    ...kase.terms,
    startOn: '2025-12-10',
    lateCharge: {
      lender: 'licensed',
      dayCount: 'act/365f',
      rounding: { mode: 'half-up', point: 'end' },
      penalty: {
        clause: '8.1',
        base: 'principal',
        rate: { yearlyPpm: 365_000 },
        tiers: [],
        grace: { days: 0, chargedFrom: 'due-date' },
      },
      caps: [],
    },
  },
  position: {
    currency: 'CNY',
    instalments: [{ number: 1, dueOn: '2026-01-10', due: { principal: 5_000 }, state: 'missed' }],
    payments: [],
    outstanding: 5_000,
  },
  holds: [],
} as unknown as LoanRecord;

/** A late evening in London is the next day in Shanghai. */
const book = (known: LoanRecord = loan): CasesOf => ({
  tenant: 't',
  now: '2026-01-19T17:00:00.000Z',
  find: async (caseId) => (caseId === 't/L1/1' ? { kase, loan: known } : undefined),
});
const explain = async (more: Partial<ExplainCase> = {}, known?: LoanRecord): Promise<string> =>
  (await explainCase(book(known), { what: 'interest', case: 'L1/1', json: true, lang: 'en', ...more })).join('\n');

it('reckons as of the tenant’s day in the case’s zone, without the days a hold stopped', async () => {
  expect(JSON.parse(await explain())).toMatchObject({ v: 1, asOf: '2026-01-20', total: 8 * 5 });
  expect(JSON.parse(await explain({ case: 't/L1/1', asOf: '2026-01-12' }))).toMatchObject({ total: 2 * 5 });
});

it.each(explainables)('explains %s in words', async (what) => {
  expect(await explain({ what, json: false })).toContain('2026-01-');
});

it('says of a loan without terms for lateness that they must be told', async () => {
  const { lateCharge: _none, ...terms } = loan.terms!;
  await expect(explain({}, { ...loan, terms })).rejects.toThrow(
    't/L1/1 cannot be explained:\n  contract.lateCharges: must be told to reckon them [late-charges-missing]',
  );
});

it.each([
  ['a case there is not', { case: 'L9/1' }, 'tenant t has no case L9/1'],
  ['a day there is not', { asOf: '2026-02-30' }, '--as-of must be a day that exists'],
  ['a day before the contract', { asOf: '2025-12-01' }, 'must not be before the contract began (2025-12-10)'],
])('refuses %s in words', async (_what, asked, words) => {
  await expect(explain(asked)).rejects.toThrow(words);
});

it('says what would pay the loan off that day, with what lateness has cost, of a loan whose total servicing has told', async () => {
  const told = { ...loan, position: { ...loan.position, outstanding: 36_120, outstandingAsOf: '2026-01-11' } };
  // Ten days of 5 fen, two of them held.
  expect(JSON.parse(await explain({ what: 'position' }, told)).toPayOff).toEqual({
    payoff: 36_160,
    billed: 5_000,
    toCome: 31_120,
    late: 40,
    credit: 0,
  });
  expect(JSON.parse(await explain({ what: 'position' })).toPayOff).toBeUndefined();
});
