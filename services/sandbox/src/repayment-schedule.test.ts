import { expect, test } from 'vitest';
import { repaymentSchedule } from './repayment-schedule.js';

test('the principal parts of a whole schedule give back the principal, to the last cent', () => {
  for (const principal of [1_000_000, 1_234_567, 4_999_999]) {
    const schedule = repaymentSchedule({ principal, yearlyRateBp: 1560, months: 12 }, '2026-01-31', 1);

    expect(schedule.reduce((sum, each) => sum + each.principal, 0)).toBe(principal);
    const payments = schedule.slice(0, -1).map((each) => each.principal + each.interest);
    expect(new Set(payments).size).toBe(1);
  }
});

test('interest is a twelfth of the yearly rate on the balance, half a cent rounded up', () => {
  const [first] = repaymentSchedule({ principal: 1_200_050, yearlyRateBp: 1200, months: 12 }, '2026-01-01', 1);

  expect(first?.interest).toBe(12_001); // 12 000.5
});

test('due dates keep their day of the month, or take the last one of a shorter month', () => {
  const schedule = repaymentSchedule({ principal: 120_000, yearlyRateBp: 0, months: 4 }, '2026-01-31', 1);

  expect(schedule.map(({ dueOn }) => dueOn)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
  expect(schedule.every(({ interest, principal }) => interest === 0 && principal === 30_000)).toBe(true);
});

test('instalments before the first that is played are left out and keep their numbers', () => {
  const schedule = repaymentSchedule({ principal: 120_000, yearlyRateBp: 0, months: 12 }, '2026-05-10', 10);

  expect(schedule.map(({ number, dueOn }) => [number, dueOn])).toEqual([
    [10, '2026-05-10'],
    [11, '2026-06-10'],
    [12, '2026-07-10'],
  ]);
});
