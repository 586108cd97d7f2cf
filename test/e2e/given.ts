import { loadPlayedPersons } from './load-played-persons.js';
import type { TestStack } from './stack.js';

export type Given = { events: readonly object[]; persons: readonly object[] };

/**
 * Hands the sandbox's servicing system events to publish when their time comes, and loads the persons as a bank hands us its directory.
 * Rows as in `docs/data-files.md`, or with `raw` for bytes nobody can read. Again: adds.
 */
export async function givePortfolio(stack: TestStack, { events, persons }: Given): Promise<void> {
  const { tenant, stores, clock, sandboxUrl } = stack;
  await stack.ask('/portfolio/events', { tenant, events, persons });
  await loadPlayedPersons(stores, clock, sandboxUrl);
}
