import { servicingEvents } from '@recourse/infra/events/servicing-events-schema';
import { changesOfContract } from '@recourse/service-sandbox/change-contract';
import type { Loan } from '@recourse/service-sandbox/loan';
import { arrearsOf } from '@recourse/service-sandbox/loan-account';
import { makePortfolio } from '@recourse/service-sandbox/portfolio';
import { expect, test } from 'vitest';

const order = { seed: 'contracts', loans: 240, persons: 200, from: '2025-12-01' };
const at = '2025-12-01T00:00:00.000Z';

/** What servicing tells of a loan of the demonstration on one day, where its instalments so far were missed. */
const toldOf = (loan: Loan, change: 'accelerate' | 'restructure', on: string) => {
  const told: { name: string; data: object }[] = [];
  const deeds: string[] = [];
  const from: number[] = [];
  for (const { number, dueOn, principal, interest } of loan.schedule)
    if (dueOn < on) loan.account.missed.push({ number, dueOn, amount: principal + interest });
  changesOfContract({
    agenda: { add: ({ play }: { play: () => void }) => play() } as never,
    pace: { bookedAfter: () => `${on}T04:00:00.000Z` } as never,
    out: { publish: (_: Loan, name: string, __: string, data: object) => told.push({ name, data }) } as never,
    book: { reschedule: (_: Loan, index: number) => from.push(index) } as never,
    shows: (_, deed) => deeds.push(deed),
  })[change](loan, at, 1);
  return { told, deeds, from };
};

test('ten loans are accelerated and one is restructured, told as the contract with servicing has it', () => {
  const { loans } = makePortfolio(order);
  const accelerated = loans.filter(({ script }) => script.acceleratedAfterDays !== undefined);
  expect(accelerated.map(({ script }) => script.shows.includes('accelerated'))).toEqual(Array(10).fill(true));
  for (const loan of accelerated) {
    const before = loan.schedule;
    const { told, deeds } = toldOf(loan, 'accelerate', '2025-12-03');
    expect({ deeds, names: told.map(({ name }) => name) }).toEqual({
      deeds: ['accelerated'],
      names: ['loan-accelerated'],
    });
    const data = servicingEvents['loan-accelerated'].parse(told[0]?.data);
    expect(data.arrearsTotal).toBe(arrearsOf(loan.account));
    expect(data.from).toBe(before.find(({ dueOn }) => dueOn >= '2025-12-03')?.number);
  }
  const restructured = accelerated.filter(({ script }) => script.restructuredAfterDays !== undefined);
  expect(restructured).toHaveLength(1);
  const [loan] = restructured;
  if (!loan) throw new Error('no loan is restructured');
  loan.account.missed = loan.account.missed.filter(({ dueOn }) => dueOn === '2025-12-03');
  const { told, from } = toldOf(loan, 'restructure', '2026-04-01');
  const data = servicingEvents['loan-restructured'].parse(told[0]?.data);
  expect(data.instalments).toHaveLength(12);
  expect(arrearsOf(loan.account)).toBe(0);
  expect(loan.schedule[from[0] ?? 0]?.number).toBe(data.replaces.to + 1);
});
