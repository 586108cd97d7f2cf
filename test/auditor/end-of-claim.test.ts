import { fileURLToPath } from 'node:url';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { interruptionGrounds, interruptionProofs } from '@recourse/domain/limitation/interruption';
import { limitationOf } from '@recourse/domain/limitation/limitation-of';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { endOfClaim, isOver } from '@recourse/service-auditor/law/end-of-claim';
import { readLaw } from '@recourse/service-auditor/law/read-law';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const { law } = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url)));
const { limitations = [] } = await readLaw();

/** Two reckonings that share no code are held against each other here and nowhere else. */
const day = (from: string, within: number) => fc.integer({ min: 0, max: within }).map((n) => addDays(from, n));
const by = { what: 'document' as const, id: 'd' };
const restart = fc.record({
  ground: fc.constantFrom(...interruptionGrounds),
  on: day('2021-02-01', 3_000),
  proof: fc.subarray([...interruptionProofs], { maxLength: 3 }),
  by: fc.constant(by),
});
const standstill = fc
  .record({
    event: fc.constantFrom('force-majeure', 'no-legal-representative', 'breathing-space', 'holiday'),
    on: day('2022-01-01', 2_000),
    days: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
  })
  .map(({ event, on, days }) => ({ event, on, by, ...(days !== undefined && { until: addDays(on, days) }) }));
const scene = fc.record({
  jurisdiction: fc.constantFrom('CN', 'CN-GD', 'GB-ENG', 'GB-SCT', 'US-MA', 'JP'),
  oldest: day('2021-01-28', 60),
  more: fc.integer({ min: 0, max: 700 }),
  restarts: fc.array(restart, { maxLength: 4 }),
  standstills: fc.array(standstill, { maxLength: 3 }),
  today: day('2023-06-01', 2_500),
});

test('the auditor reckons the end of a claim as the product does, in every place with a law of it', () => {
  const seen = { over: 0, running: 0, still: 0, none: 0, anew: 0 };
  fc.assert(
    fc.property(scene, ({ jurisdiction, oldest, more, restarts, standstills, today }) => {
      const last = addDays(oldest, more);
      const theirs = endOfClaim(
        limitations,
        { jurisdiction, product: 'cash-loan' },
        { oldest, last, restarts, standstills },
        today,
      );
      const ours = limitationOf(
        { oldestUnpaidDueOn: oldest, lastDueOn: last, interruptions: restarts, suspensions: standstills },
        { law, jurisdiction, product: 'cash-loan' },
        today,
      );

      expect(theirs?.endsOn).toBe(ours?.endsOn);
      expect(theirs && isOver(theirs, today)).toBe(ours && ours.state === 'expired');
      if (!theirs) seen.none += 1;
      else if (theirs.endsOn === undefined) seen.still += 1;
      else seen[isOver(theirs, today) ? 'over' : 'running'] += 1;
      if (theirs && theirs.beganOn !== oldest && theirs.beganOn !== last) seen.anew += 1;
    }),
    { numRuns: 3_000 },
  );
  for (const often of Object.values(seen)) expect(often).toBeGreaterThan(20);
});
