import { describe, expect, it } from 'vitest';
import { amountLimitShape } from '../../law/shapes/amount-limit-shape.js';
import { capsOfLaw } from './caps-of-law.js';

const rule = (id: string, limits: Record<string, unknown>) =>
  amountLimitShape.parse({
    ...{ id, kind: 'amount-limit', actor: ['first-party'], citation: 'test', confidence: 'own', force: 'hard' },
    effectiveFrom: '2020-01-01',
    ...limits,
  });

describe('a limit of law', () => {
  it('on yearly cost is a cap on what it names, and on compound interest with it', () => {
    const cost = rule('CN-INT-3', { appliesTo: ['interest', 'penalty', 'fees'], maxYearlyRateBp: 2_400 });
    expect(capsOfLaw([cost], undefined)).toEqual({
      caps: [
        { rule: 'CN-INT-3', covers: ['fees', 'interest', 'compound', 'penalty'], max: 'yearly', yearlyPpm: 240_000 },
      ],
    });
  });

  it('by the LPR needs the LPR at signing', () => {
    const lending = rule('CN-INT-4', {
      appliesTo: ['interest', 'penalty', 'fees', 'damages'],
      lprMultiplePermille: 4_000,
    });
    expect(capsOfLaw([lending], undefined)).toEqual({ refused: 'lpr-unknown', rule: 'CN-INT-4' });
    expect(capsOfLaw([lending], 31_000)).toMatchObject({ caps: [{ max: 'lpr', lprPpm: 31_000, permille: 4_000 }] });
  });

  it('for a time of the person is one only in that time', () => {
    const serving = rule('US-MIL-1', {
      appliesTo: ['interest', 'fees'],
      maxYearlyRateBp: 600,
      onlyWhile: 'military-service',
    });
    expect(capsOfLaw([serving], undefined)).toEqual({ caps: [] });
    expect(capsOfLaw([serving], undefined, ['military-service'])).toMatchObject({ caps: [{ yearlyPpm: 60_000 }] });
  });

  it('on something that lateness does not cost, or on what a contract may say, is none', () => {
    const orders = rule('CN-ALLOC-1', { allocationOrder: ['costs', 'interest', 'principal'] });
    const multiple = rule('CN-INT-2', {
      appliesTo: ['penalty'],
      contractRateMultiple: { minPermille: 0, maxPermille: 1_500 },
    });
    const fees = rule('X-1', { appliesTo: ['fees'], maxYearlyRateBp: 100 });
    expect(capsOfLaw([orders, multiple, fees], undefined)).toEqual({ caps: [] });
  });
});
