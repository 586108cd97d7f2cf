import { advanceClock, type Advanced, type InstantMet } from '@recourse/activities/clock/advance-clock';
import type { Instant } from '@recourse/domain/calendar/instant';
import { Mistake } from '../words/mistake.js';
import type { OpenClock } from '../stack/open-clock.js';

const because: Record<Extract<Advanced, { advanced: false }>['reason'], string> = {
  'unknown-tenant': 'there is no such tenant',
  'real-clock': 'it lives on the real clock, which nobody moves',
  'not-ahead': 'its clock is already past that instant',
  'moved-by-another': 'somebody else is moving its clock too',
};

/**
 * Moves the test clock of a tenant and returns how many instants were met.
 * @throws Mistake when it cannot be moved there, ClockStuck when something does not come to rest
 */
export async function advance(
  { ports }: OpenClock,
  {
    tenant,
    to,
    outage,
    onProgress,
  }: { tenant: string; to: Instant; outage: boolean; onProgress?: (met: InstantMet) => void },
): Promise<number> {
  const answer = await advanceClock({ tenant, to, outage, ports, ...(onProgress ? { onProgress } : {}) });
  if (!answer.advanced)
    throw new Mistake(`the clock of tenant ${tenant} was not moved to ${to}: ${because[answer.reason]}`);
  return answer.instants;
}
