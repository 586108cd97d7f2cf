import { expect, test } from 'vitest';
import { readHolidayCalendar } from './holiday-calendar-schema.js';

const read = (coversFrom: string, coversTo: string, ...days: string[]): string[] => {
  const found = readHolidayCalendar({
    calendar: 'CN',
    version: 1,
    coversFrom,
    coversTo,
    citation: '办法 2024',
    holidays: days.map((day) => ({ day, name: 'x' })),
    makeUpWorkdays: [],
  });
  return 'faults' in found ? found.faults.map(({ path, reason }) => `${path}: ${reason}`) : [];
};
const untold = (path: string, from: number): string =>
  `${path}: covers ${from} and ${from + 1} and has no holiday of either: cover no year whose holidays are not told`;

test('a calendar may reach a year further than its last holiday’s, and no day more', () => {
  expect(read('2026-01-01', '2027-01-01', '2026-10-07')).toEqual([]);
  expect(read('2026-01-01', '2028-01-01', '2026-10-07')).toEqual([]);
  expect(read('2026-01-01', '2028-01-02', '2026-10-07')).toEqual([untold('coversTo', 2027)]);
  expect(read('2026-01-01', '2099-01-01', '2026-10-07')).toEqual([untold('coversTo', 2027)]);
});

test('nor may it begin two years before its first holiday, nor leave two years out', () => {
  expect(read('2025-12-31', '2027-01-01', '2026-10-07')).toEqual([]);
  expect(read('2024-12-31', '2027-01-01', '2026-10-07')).toEqual([untold('coversFrom', 2024)]);
  expect(read('2020-01-01', '2024-01-01', '2020-10-07', '2023-10-07')).toEqual([untold('coversFrom', 2021)]);
});

test('a calendar without any holiday is refused, for one year too', () => {
  expect(read('2026-01-01', '2027-01-01')).toEqual(['holidays: must not be empty']);
});

test.each(['', '.', '\u200b'])('so is one whose citation has neither letters nor digits: %j', (citation) => {
  const found = readHolidayCalendar({ citation });
  expect('faults' in found && found.faults).toContainEqual({ path: 'citation', reason: 'must have letters or digits' });
});
