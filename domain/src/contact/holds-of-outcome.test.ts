import { describe, expect, it } from 'vitest';
import { holdsOfOutcome } from './holds-of-outcome.js';
import { noLaw } from '../../../test/builders/no-law.js';

const from = '2026-01-11T06:30:00.000Z';
const bearing = { law: noLaw, places: [], products: [], at: from };
const reached = { loans: ['L1', 'L2'], person: 'p1', point: 'm1' };

describe('the holds of an outcome', () => {
  it('stand on every loan that was spoken of when the outcome is about the debt', () => {
    expect(holdsOfOutcome('disputes', 'i', reached, bearing).map(({ id, scope }) => [id, scope])).toEqual([
      ['i', { loan: 'L1' }],
      ['i', { loan: 'L2' }],
    ]);
  });

  it('stand once on the person or the point, however many loans were spoken of', () => {
    expect(holdsOfOutcome('complains', 'i', reached, bearing)).toMatchObject([{ scope: { person: 'p1' } }]);
    expect(holdsOfOutcome('wrong-number', 'i', reached, bearing)).toMatchObject([{ scope: { point: 'm1' } }]);
  });

  it('end after the days of the table, and not by themselves when it names none', () => {
    expect(holdsOfOutcome('pays-now', 'i', reached, bearing)[0]?.until).toBe('2026-01-13T06:30:00.000Z');
    expect(holdsOfOutcome('disputes', 'i', reached, bearing)[0]?.until).toBeUndefined();
  });

  it('are none when the table names none', () => {
    expect(holdsOfOutcome('no-answer', 'i', reached, bearing)).toEqual([]);
  });
});
