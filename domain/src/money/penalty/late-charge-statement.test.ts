import { describe, expect, it } from 'vitest';
import type { Instalment, Payment, Position } from '../position.js';
import type { LateChargeInput } from './late-charge-input.js';
import { lateChargeStatement, type LateChargeStatement } from './late-charge-statement.js';
import type { LateChargeTerms, PenaltyTerms } from './late-charge-terms.js';

const penalty: PenaltyTerms = {
  clause: '8.1',
  base: 'principal',
  rate: { yearlyPpm: 180_000 },
  tiers: [],
  grace: { days: 0, chargedFrom: 'due-date' },
};
const terms: LateChargeTerms = {
  lender: 'licensed',
  dayCount: 'act/360',
  rounding: { mode: 'half-up', point: 'line' },
  penalty,
  caps: [],
};
const owed = (number: number, dueOn: string, principal: number, interest = 0): Instalment => ({
  number,
  dueOn,
  due: { principal, ...(interest > 0 && { interest }) },
  state: 'missed',
});
const paid = (paymentId: string, valueDate: string, amount: number, reversedOn?: string): Payment => ({
  paymentId,
  amount,
  valueDate,
  receivedAt: `${valueDate}T04:00:00.000Z`,
  ...(reversedOn !== undefined && { reversedOn }),
});

const stated = (
  agreed: Partial<LateChargeTerms>,
  [instalments, payments]: [Instalment[], Payment[]],
  asOf: string,
  more: Partial<LateChargeInput> = {},
): LateChargeStatement => {
  const position = { currency: 'CNY', instalments, payments, outstanding: 0 };
  const said = lateChargeStatement({ terms: { ...terms, ...agreed }, startOn: '2001-01-01', position, ...more }, asOf);
  if ('refused' in said) throw new Error(JSON.stringify(said.refused));
  return said.statement;
};
const chargeStatementOf = (position: Position, asOf: string): LateChargeStatement => {
  const said = lateChargeStatement({ terms, startOn: '2026-01-01', position }, asOf);
  if ('refused' in said) throw new Error(JSON.stringify(said.refused));
  return said.statement;
};
const rows = ({ lines }: LateChargeStatement) =>
  lines.map(({ from, to, days, base, amount, rule }) => [from, to, days, base, amount, `${rule.by} ${rule.name}`]);

describe('penalty interest', () => {
  it('of USD 1,500 paid ten days late at 6.5 % is USD 2.71 (5 CFR 1315.17(b), simple daily interest)', () => {
    const late = { ...penalty, rate: { yearlyPpm: 65_000 } };
    const history: [Instalment[], Payment[]] = [[owed(1, '2005-04-01', 150_000)], [paid('p', '2005-04-11', 150_000)]];
    expect(stated({ penalty: late }, history, '2005-06-30')).toMatchObject({ total: 271 });
  });

  it('of USD 1,500 at 6 % after two months and 15 days, compounded monthly, is USD 18.83 (5 CFR 1315.17(c))', () => {
    const compounding: PenaltyTerms = {
      ...penalty,
      rate: { yearlyPpm: 60_000 },
      compound: { everyMonths: 1, clause: '9' },
    };
    const { total, byCharge } = stated(
      { penalty: compounding, dayCount: '30/360' },
      [[owed(1, '2005-04-01', 150_000)], []],
      '2005-06-16',
    );
    expect(total).toBe(1_883);
    expect(byCharge).toMatchObject({ penalty: 1_875, compound: 8 });
  });

  it('runs from the due date up to and without the day money comes, on what that money leaves', () => {
    const statement = stated(
      { penalty: { ...penalty, base: 'principal-and-interest' } },
      [[owed(1, '2026-01-10', 900_000, 100_000)], [paid('p', '2026-01-20', 400_000)]],
      '2026-02-10',
    );
    expect(rows(statement)).toEqual([
      ['2026-01-10', '2026-01-20', 10, 1_000_000, 5_000, 'clause 8.1'],
      ['2026-01-20', '2026-02-10', 21, 600_000, 6_300, 'clause 8.1'],
    ]);
    expect(statement.total).toBe(11_300);
  });

  it('runs again from the day a payment is taken back', () => {
    const history: [Instalment[], Payment[]] = [
      [owed(1, '2026-01-10', 100_000)],
      [paid('p', '2026-01-20', 100_000, '2026-01-30')],
    ];
    expect(rows(stated({}, history, '2026-02-09'))).toEqual([
      ['2026-01-10', '2026-01-20', 10, 100_000, 500, 'clause 8.1'],
      ['2026-01-30', '2026-02-09', 10, 100_000, 500, 'clause 8.1'],
    ]);
  });

  it.each([
    ['leaves grace free when it is paid in it', 'due-date', '2026-01-13', [['free', 3]]],
    ['charges grace too when it is paid a day after it', 'due-date', '2026-01-14', [['charged', 4]]],
    [
      'never charges grace when the contract says so',
      'grace-end',
      '2026-01-14',
      [
        ['free', 3],
        ['charged', 1],
      ],
    ],
  ] as const)('%s', (_, chargedFrom, valueDate, expected) => {
    const history: [Instalment[], Payment[]] = [[owed(1, '2026-01-10', 100_000)], [paid('p', valueDate, 100_000)]];
    const { lines } = stated({ penalty: { ...penalty, grace: { days: 3, chargedFrom } } }, history, '2026-03-01');
    expect(lines.map(({ rule, days }) => [rule.by === 'grace' ? 'free' : 'charged', days])).toEqual(expected);
  });

  it('bears the rate of its tier by days late, a multiple of the contract rate without rounding', () => {
    const tiered: PenaltyTerms = {
      ...penalty,
      rate: { contractPermille: 1_333 },
      tiers: [{ fromDayLate: 31, rate: { contractPermille: 1_500 }, clause: '8.2' }],
    };
    const { lines } = stated(
      { contractRatePpm: 85_501, penalty: tiered },
      [[owed(1, '2026-01-10', 1_000_000)], []],
      '2026-02-10',
    );
    expect(lines.map(({ from, to, days, rate, rule }) => [from, to, days, rate, rule.name])).toEqual([
      ['2026-01-10', '2026-02-09', 30, { per: 'year', ppb: 113_972_833 }, '8.1'],
      ['2026-02-09', '2026-02-10', 1, { per: 'year', ppb: 128_251_500 }, '8.2'],
    ]);
  });

  it('counts from its own due day what a chargeback makes owed again', () => {
    const position = {
      currency: 'CNY',
      instalments: [owed(1, '2026-01-10', 100_000), owed(2, '2026-02-10', 100_000)],
      payments: [paid('p', '2026-01-10', 100_000), paid('q', '2026-02-10', 100_000)],
      outstanding: 0,
      moneyOut: [{ outId: 'c', kind: 'chargeback' as const, amount: 40_000, on: '2026-02-20', paymentId: 'p' }],
    };
    const said = chargeStatementOf(position, '2026-03-02');
    expect(said.lines.map(({ from, to, base, amount }) => [from, to, base, amount])).toEqual([
      ['2026-02-20', '2026-03-02', 40_000, 200],
    ]);
  });

  it('rests while it is stopped, and says so', () => {
    const stops = [{ from: '2026-01-15', to: '2026-01-20', because: 'dispute' }];
    const statement = stated({}, [[owed(1, '2026-01-10', 100_000)], []], '2026-01-30', { stops });
    expect(rows(statement).map(([from, to, , , amount, rule]) => [from, to, amount, rule])).toEqual([
      ['2026-01-10', '2026-01-15', 250, 'clause 8.1'],
      ['2026-01-15', '2026-01-20', 0, 'stop dispute'],
      ['2026-01-20', '2026-01-30', 500, 'clause 8.1'],
    ]);
  });

  it.each([
    ['line', 4],
    ['instalment', 3],
    ['end', 2],
  ] as const)('rounds at the %s', (point, total) => {
    // 20 fen at 18 % for 50 days of 360 yield half a fen. The stop makes two lines of the first instalment.
    const history: [Instalment[], Payment[]] = [
      [owed(1, '2026-01-10', 20), owed(2, '2026-03-02', 20), owed(3, '2026-03-02', 20)],
      [],
    ];
    const stops = [{ from: '2026-03-01', to: '2026-03-02', because: 'dispute' }];
    expect(stated({ rounding: { mode: 'half-up', point } }, history, '2026-04-21', { stops }).total).toBe(total);
  });
});

describe('liquidated damages', () => {
  const damages = { clause: '10', per: 'instalment', graceDays: 5, charge: { ppm: 50_000, of: 'principal' } } as const;
  const { penalty: _, ...only } = terms;

  it('are charged once, on the first day past grace, on what is unpaid then', () => {
    const history: [Instalment[], Payment[]] = [
      [owed(1, '2026-01-10', 100_000), owed(2, '2026-02-10', 100_000)],
      [paid('p', '2026-01-12', 40_000)],
    ];
    const position = { currency: 'CNY', instalments: history[0], payments: history[1], outstanding: 0 };
    const said = lateChargeStatement({ terms: { ...only, damages }, startOn: '2026-01-01', position }, '2026-03-01');
    expect('statement' in said && rows(said.statement)).toEqual([
      ['2026-01-15', '2026-01-16', 0, 60_000, 3_000, 'clause 10'],
      ['2026-02-15', '2026-02-16', 0, 100_000, 5_000, 'clause 10'],
    ]);
  });
});

describe('judgment interest', () => {
  it('is 0.0175 % a day on the unpaid sum without ordinary interest (法释〔2014〕8号 art. 1)', () => {
    const judgment = { rule: 'CN-INT-5', performBy: '2026-03-01', dailyPpm: 175 };
    const { byCharge } = stated({ judgment }, [[owed(1, '2026-01-10', 1_000_000, 50_000)], []], '2026-03-02');
    // CNY 10,000 bear CNY 1.75 a day.
    expect(byCharge.judgment).toBe(175);
  });
});

describe('a cap', () => {
  it('by yearly cost lets room for what other costs leave, and is a line of its own that says what it cut', () => {
    const statement = stated(
      { caps: [{ rule: 'CN-INT-3', covers: ['interest', 'penalty', 'fees'], max: 'yearly', yearlyPpm: 240_000 }] },
      [[owed(1, '2026-01-10', 1_000_000)], []],
      '2026-07-09',
      {
        costs: {
          principal: [{ from: '2026-01-10', amount: 1_000_000 }],
          charged: [
            { on: '2026-01-10', of: 'interest', amount: 60_000 },
            { on: '2026-07-09', of: 'interest', amount: 40_000 },
            { on: '2026-07-10', of: 'interest', amount: 9_000 },
            { on: '2026-01-10', of: 'costs', amount: 9_000 },
          ],
        },
      },
    );
    // 24 % of CNY 10,000 for 180 days of 365 are CNY 1,183.56; CNY 1,000 are taken by that day; 18 % for 180 days of 360 are CNY 900.
    expect(rows(statement)).toEqual([
      ['2026-01-10', '2026-07-09', 180, 1_000_000, 90_000, 'clause 8.1'],
      ['2026-01-10', '2026-07-09', 180, 90_000, -71_644, 'cap CN-INT-3'],
    ]);
    expect(statement.total).toBe(18_356);
  });

  it('of the contract holds for each instalment, before one of the whole loan', () => {
    const caps = [
      { rule: '12', covers: ['penalty'], max: 'amount', per: 'loan', amount: 1_500 },
      { rule: '11', covers: ['penalty'], max: 'share', per: 'instalment', permille: 10, of: 'principal' },
    ] as const;
    const late = [owed(1, '2026-01-10', 100_000), owed(2, '2026-01-10', 100_000)];
    const statement = stated({ caps }, [late, []], '2026-03-11');
    expect(
      statement.lines
        .filter(({ rule }) => rule.by === 'cap')
        .map(({ instalment, amount, rule }) => [instalment, amount, rule]),
    ).toEqual([
      [1, -2_000, { by: 'cap', name: '11', limit: 1_000 }],
      [2, -2_000, { by: 'cap', name: '11', limit: 1_000 }],
      [undefined, -500, { by: 'cap', name: '12', limit: 1_500 }],
    ]);
    expect(statement.total).toBe(1_500);
  });
});
