import { join } from 'node:path';
import { loadPersons } from '@recourse/activities/people/load-persons';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { personStore } from '@recourse/infra/mongo/person-store';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { readPersons } from '../files/read-persons.js';
import type { OpenClock } from '../stack/open-clock.js';
import type { OpenStores } from '../stack/open-stores.js';

/**
 * Loads from the lender's persons file those who are something to a borrower, contact persons and representatives: the directory is asked for
 * debtors only. Called again it loads whom the file has got since.
 */
export function loadContacts(
  { mongo, config, tenant }: OpenStores,
  { ports: { doorbell } }: Pick<OpenClock, 'ports'>,
  sandboxUrl: string,
): () => Promise<void> {
  const address = `${sandboxUrl}/persons`;
  const { numberPrefixes } = loadPolicies(join(repoRoot, 'policies'));
  const persons = personStore(mongo, keyRing(config.kekHex), numberPrefixes);
  const loaded = new Set<string>();
  return async () => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    const lines = (await response.text())
      .split('\n')
      .flatMap((text, index) =>
        text.includes('"relations"') && !loaded.has(text) ? [{ number: index + 1, text }] : [],
      );
    await loadPersons({ persons, doorbell }, tenant, readPersons(address, lines));
    for (const { text } of lines) loaded.add(text);
  };
}
