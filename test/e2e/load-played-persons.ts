import { loadPersons } from '@recourse/activities/people/load-persons';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { personStore } from '@recourse/infra/mongo/person-store';
import { readPersons } from '../../services/cli/src/files/read-persons.js';
import type { OpenClock } from '../../services/cli/src/stack/open-clock.js';
import type { OpenStores } from '../../services/cli/src/stack/open-stores.js';

/** Loads the persons the sandbox plays, as a bank would hand us its directory. Returns how many. */
export async function loadPlayedPersons(
  { mongo, config, tenant }: OpenStores,
  { ports }: OpenClock,
  sandboxUrl: string,
): Promise<number> {
  const answer = await fetch(`${sandboxUrl}/persons`);
  if (!answer.ok) throw new Error(`GET /persons answered ${answer.status}`);
  const lines = (await answer.text()).split('\n').map((text, index) => ({ number: index + 1, text }));
  const rows = readPersons(
    'the sandbox',
    lines.filter(({ text }) => text.trim() !== ''),
  );
  await loadPersons(
    { persons: personStore(mongo, keyRing(config.kekHex), {}), doorbell: ports.doorbell },
    tenant,
    rows,
  );
  return rows.length;
}
