import { describe, expect, it } from 'vitest';
import { csvValues, formatOf, readPortfolioLine } from './read-portfolio-line.js';

const row = {
  loan: 'L1',
  product: 'cash-loan',
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  language: 'zh',
  asOf: '2026-01-01',
  dueOn: '2025-12-20',
  instalmentsLeft: 12,
  principal: 100_000,
  interest: 1_500,
  graceDays: 3,
  tolerance: 0,
  points: ['mobile', 'email'],
};
const json = (differs: object = {}): string => JSON.stringify({ ...row, ...differs });
const ndjson = { format: 'ndjson' } as const;

describe('a line of a portfolio', () => {
  it('says the same as an object and as CSV under a first line of names', () => {
    const format = formatOf(Object.keys(row).join(','));
    const line = Object.values(row)
      .map((value) => (Array.isArray(value) ? value.join(' ') : value))
      .join(',');
    expect(readPortfolioLine(line, format)).toEqual(readPortfolioLine(json(), ndjson));
    expect(readPortfolioLine(line, format)).toMatchObject({ row: { loan: 'L1', points: ['mobile', 'email'] } });
  });

  it.each([
    [{ principal: -1 }, 'principal', 'must not be below 0'],
    [{ principal: 1.5 }, 'principal', 'must be a whole number of minor units'],
    [{ principal: 0, interest: 0 }, 'principal', 'and interest must not both be 0'],
    [{ instalmentsLeft: 0 }, 'instalmentsLeft', 'must be 1 to 600'],
    [{ dueOn: '2025-02-30' }, 'dueOn', 'must be a day that exists, YYYY-MM-DD'],
    [{ dueOn: '1999-01-01' }, 'dueOn', 'must be within ten years of asOf'],
    [{ dpd: 11 }, 'dpd', 'does not fit asOf and dueOn'],
    [{ bucket: 'M2' }, 'bucket', 'does not fit asOf and dueOn'],
    [{ bucket: 'M9' }, 'bucket', 'must be one of M0, M1, M2, M3, M4, M5, M6, M6+'],
    [{ loan: 'a b' }, 'loan', 'must be 1 to 64 of A-Z a-z 0-9 . _ -'],
    [{ points: ['fax'] }, 'points[0]', 'must be one of mobile, email, app, im, address'],
    [{ colour: 'red' }, 'colour', 'is not a known field'],
  ])('is refused with %j, by field', (differs, field, reason) => {
    expect(readPortfolioLine(json(differs), ndjson)).toEqual({ faults: [{ field, reason }] });
  });

  it('may tell its days past due and its bucket when they fit', () => {
    expect(readPortfolioLine(json({ dpd: 12, bucket: 'M1' }), ndjson)).toHaveProperty('row');
  });

  it('that is cut short, or says a field twice, is refused', () => {
    expect(readPortfolioLine('{"loan":', ndjson)).toMatchObject({ faults: [{ reason: expect.stringMatching(/./) }] });
    expect(readPortfolioLine(json().replace('{', '{"loan":"L2",'), ndjson)).toMatchObject({
      faults: [{ field: 'loan' }],
    });
  });

  it('of CSV with another number of values than names is refused', () => {
    expect(readPortfolioLine('a,b,c', { format: 'csv', fields: ['loan', 'product'] })).toEqual({
      faults: [{ reason: 'has 3 values, the first line names 2 fields' }],
    });
  });

  it('of CSV keeps a comma and a quote inside quotes, and refuses a quote left open', () => {
    expect(csvValues('"a,b","say ""x""",')).toEqual(['a,b', 'say "x"', '']);
    expect(csvValues('a,"b')).toBeUndefined();
  });
});
