import { join } from 'node:path';
import { loadPersons } from '@recourse/activities/people/load-persons';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { personStore } from '@recourse/infra/mongo/person-store';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { readPersons } from '../files/read-persons.js';
import type { OpenClock } from '../stack/open-clock.js';
import type { OpenStores } from '../stack/open-stores.js';

/** Loads those whom borrowers named as contacts from the lender's persons file: the directory is asked for debtors only. */
export async function loadContacts(
  { mongo, config, tenant }: OpenStores,
  { ports: { doorbell } }: OpenClock,
  sandboxUrl: string,
): Promise<void> {
  const address = `${sandboxUrl}/persons`;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const lines = (await response.text())
    .split('\n')
    .flatMap((text, index) => (text ? [{ number: index + 1, text }] : []));
  const contacts = readPersons(address, lines).filter(({ relations }) => relations !== undefined);
  const { numberPrefixes } = loadPolicies(join(repoRoot, 'policies'));
  const persons = personStore(mongo, keyRing(config.kekHex), numberPrefixes);
  await loadPersons({ persons, doorbell }, tenant, contacts);
}
