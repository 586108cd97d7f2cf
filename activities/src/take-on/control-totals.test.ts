import { describe, expect, it } from 'vitest';
import { controlTotals, type Standing } from './control-totals.js';

const standing = (loanId: string, change: Partial<Standing> = {}): Standing => ({
  loanId,
  persons: [`of-${loanId}`],
  currency: 'CNY',
  arrears: 100,
  bucket: 'M1',
  stage: 'reminder',
  ...change,
});

describe('control totals', () => {
  it('count persons once however many loans they have, and keep currencies apart', () => {
    const standings = [
      standing('a'),
      standing('b', { persons: ['of-a'], bucket: 'M2', stage: 'call' }),
      standing('c', { currency: 'USD', arrears: 7 }),
    ];

    expect(controlTotals(standings)).toEqual({
      loans: 3,
      persons: 2,
      arrears: { CNY: 200, USD: 7 },
      buckets: {
        'M1 CNY': { loans: 1, arrears: 100 },
        'M2 CNY': { loans: 1, arrears: 100 },
        'M1 USD': { loans: 1, arrears: 7 },
      },
      stages: { reminder: 2, call: 1 },
    });
  });

  it('of nothing are nothing', () => {
    expect(controlTotals([])).toEqual({ loans: 0, persons: 0, arrears: {}, buckets: {}, stages: {} });
  });
});
