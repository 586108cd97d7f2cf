import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LateChargeInput } from '@recourse/domain/money/penalty/late-charge-input';
import { lateChargeStatement, type LateChargeStatement } from '@recourse/domain/money/penalty/late-charge-statement';
import { lateChargeKinds } from '@recourse/domain/money/penalty/statement-line';
import { arbitraryLateCharges, arbitraryDay } from './arbitrary-late-charges.js';
import { referenceAccruals, type ReferenceLine } from './reference-accruals.js';
import { accelerated, asBilled } from './reference-bills.js';
import { referenceTotal } from './reference-caps.js';
import { referenceDamages } from './reference-damages.js';

const stated = (input: LateChargeInput, asOf: string): LateChargeStatement => {
  const said = lateChargeStatement(input, asOf);
  if ('refused' in said) throw new Error(JSON.stringify(said.refused));
  return said.statement;
};

const compared = ({ lines }: LateChargeStatement): ReferenceLine[] =>
  lines
    .filter(({ rule }) => rule.by !== 'cap')
    .map(({ charge, instalment, from, to, base, amount, rule }) => ({
      charge,
      instalment,
      from,
      to,
      base: BigInt(base),
      amount: BigInt(amount),
      rule: `${rule.by} ${rule.name}`,
    }));

describe('the statement and a reference that counts every night in fractions', () => {
  it('agree on every line of thousands of random contracts and histories', () => {
    fc.assert(
      fc.property(arbitraryLateCharges(), arbitraryDay, (input, asOf) => {
        const expected = [...referenceDamages(input, asOf), ...referenceAccruals(input, asOf)];
        const bySubject = (a: ReferenceLine, b: ReferenceLine): number =>
          Number(b.charge === 'damages') - Number(a.charge === 'damages') || (a.instalment ?? 0) - (b.instalment ?? 0);
        const damagesFirst = (all: readonly ReferenceLine[]) => [
          ...all.filter(({ charge }) => charge === 'damages').toSorted(bySubject),
          ...all.filter(({ charge }) => charge !== 'damages'),
        ];
        expect(compared(stated(input, asOf))).toEqual(damagesFirst(expected));
      }),
      { numRuns: 2_000 },
    );
  }, 300_000);

  it('meet every kind of charge, and everybody who can make a line, often enough to prove something', () => {
    const lines = fc
      .sample(fc.tuple(arbitraryLateCharges(true), arbitraryDay), { numRuns: 400, seed: 1 })
      .flatMap(([input, asOf]) => stated(input, asOf).lines);
    const met = (what: (line: (typeof lines)[number]) => boolean): number => lines.filter(what).length;
    for (const kind of lateChargeKinds)
      expect([kind, met(({ charge }) => charge === kind) >= 50]).toEqual([kind, true]);
    for (const by of ['clause', 'law', 'grace', 'stop', 'cap'])
      expect([by, met(({ rule }) => rule.by === by) >= 50]).toEqual([by, true]);
  });

  it('agree on what is left under the caps', () => {
    fc.assert(
      fc.property(arbitraryLateCharges(true), arbitraryDay, (input, asOf) => {
        const uncapped = [...referenceDamages(input, asOf), ...referenceAccruals(input, asOf)];
        expect(BigInt(stated(input, asOf).total)).toBe(referenceTotal(input, uncapped, asOf));
      }),
      { numRuns: 1_000 },
    );
  }, 300_000);

  it('agree on what is left under the caps when all fell due at once', () => {
    let capped = 0;
    fc.assert(
      fc.property(arbitraryLateCharges(true), fc.nat(2), arbitraryDay, (drawn, nth, asOf) => {
        const input = accelerated(drawn, nth);
        const billed = asBilled(input);
        const uncapped = [...referenceDamages(billed, asOf), ...referenceAccruals(billed, asOf)];
        const total = referenceTotal(billed, uncapped, asOf);
        expect(BigInt(stated(input, asOf).total)).toBe(total);
        const shares = input.terms.caps.some(({ max }) => max === 'share');
        if (shares && total < uncapped.reduce((sum, { amount }) => sum + amount, 0n)) capped += 1;
      }),
      { numRuns: 300 },
    );
    expect(capped).toBeGreaterThan(10);
  }, 300_000);
});
