import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharePromises } from './share-promises.js';

const arrears = fc
  .array(fc.nat(5_000_000), { minLength: 2, maxLength: 5 })
  .filter((all) => all.some((each) => each > 0));

it('what was promised for several loans is laid out to the last minor unit, and a loan that owes nothing has no part', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), arrears, (amount, owed) => {
      const parts = owed.map((_, nth) => sharePromises([{ amount, by: '2026-01-14' }], owed, nth));
      expect(parts.flat().reduce((sum, part) => sum + BigInt(part.amount), 0n)).toBe(BigInt(amount));
      for (const [nth, each] of owed.entries()) if (each === 0) expect(parts[nth]).toEqual([]);
    }),
  );
});

it('an amount nobody can mean stays as it was told, so that it is refused', () => {
  expect(sharePromises([{ amount: 0.5, by: '2026-01-14' }], [1, 1], 0)).toEqual([{ amount: 0.5, by: '2026-01-14' }]);
  expect(sharePromises([{ amount: 0, by: '2026-01-14' }], [1, 1], 1)).toEqual([{ amount: 0, by: '2026-01-14' }]);
});
