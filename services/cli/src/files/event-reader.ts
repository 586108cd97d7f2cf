import { join } from 'node:path';
import type { ReadLoanEvent } from '@recourse/activities/intake/loan-event';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadPolicies } from '@recourse/infra/policies/load-policies';

/** Reads and checks loan events as ingest does, with the zones and places we ship. */
export function eventReader(): ReadLoanEvent {
  const { zones, places } = loadPolicies(join(repoRoot, 'policies'));
  return loanEventReader(
    (zone) => zone in zones,
    (place) => places.has(place),
  );
}
