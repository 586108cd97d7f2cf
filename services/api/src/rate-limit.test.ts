import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rateLimit } from './rate-limit.js';

test('in any time no more go than the burst and the rate of that time, and who waited as long as told goes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 200 }),
      (perSecond, burst, pauses) => {
        let now = 0;
        let went = 0;
        const waitS = rateLimit({ perSecond, burst }, () => now);
        for (const pause of pauses) {
          now += pause;
          const told = waitS('a');
          if (told === 0) went += 1;
          else {
            now += told * 1_000;
            expect(waitS('a')).toBe(0);
            went += 1;
          }
          expect(went).toBeLessThanOrEqual(burst + (now / 1_000) * perSecond + 1e-6);
        }
      },
    ),
  );
});

test('each has its own', () => {
  const waitS = rateLimit({ perSecond: 1, burst: 1 }, () => 0);

  expect([waitS('a'), waitS('a'), waitS('b')]).toEqual([0, 1, 0]);
});
