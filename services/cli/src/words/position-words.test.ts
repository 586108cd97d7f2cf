import type { ExplainedPosition } from '@recourse/domain/money/explain/explain-position';
import { expect, test } from 'vitest';
import { positionLines } from './position-words.js';

const explained: ExplainedPosition = {
  asOf: '2026-03-01',
  currency: 'CNY',
  arrears: 0,
  payoff: 0,
  credit: 0,
  dpd: 0,
  bucket: 'M0',
  creditors: [
    { to: 'east-amc', on: '2026-01-14', notifiedOn: '2026-01-20', standing: 'creditor' },
    { to: 'west-amc', on: '2026-02-14', standing: 'not-notified' },
  ],
  debts: [],
  money: { received: 0, reversed: 0, allocated: 0, credit: 0 },
};

test('whose the claim is stands beside what is owed, in both languages', () => {
  expect(positionLines(explained, 'en')).toEqual(
    expect.arrayContaining([
      'The creditor is east-amc since 2026-01-14; the debtor was notified on 2026-01-20.',
      'The claim was assigned to west-amc on 2026-02-14; to the debtor that has no effect before the notice is proved.',
    ]),
  );
  expect(positionLines(explained, 'zh')).toContain('债权人自 2026-01-14 起为 east-amc,于 2026-01-20 通知债务人。');
});

test('what would pay off the loan is told line by line in both languages, and that it is not known where it is not', () => {
  const toPayOff = { payoff: 461_841, billed: 100_000, toCome: 361_200, late: 641, credit: 0 };
  expect(positionLines({ ...explained, toPayOff }, 'en')).toEqual(
    expect.arrayContaining([
      'CNY 4,618.41 would pay off the loan that day:',
      '  charges for lateness  CNY 6.41 (not billed yet)',
    ]),
  );
  expect(positionLines({ ...explained, toPayOff }, 'zh').join('\n')).toContain('当日结清金额');
  expect(positionLines(explained, 'en').join('\n')).toContain('What would pay off the loan is not known');
  expect(positionLines(explained, 'zh').join('\n')).toContain('结清金额不明');
});
