import { join } from 'node:path';
import { loadPersons } from '@recourse/activities/people/load-persons';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { personStore } from '@recourse/infra/mongo/person-store';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { connectTemporal } from '@recourse/infra/temporal/connect';
import { temporalDoorbell } from '@recourse/infra/temporal/doorbell';
import { hintsOnPersons } from '../files/hints-on-persons.js';
import { readLines } from '../files/read-lines.js';
import { readPersons } from '../files/read-persons.js';
import type { OpenStores } from '../stack/open-stores.js';

/** Loads a persons file, all of it or nothing, and rings the cases that wait for its persons. @throws BadLines */
export async function loadPersonsFile({ mongo, config, tenant }: OpenStores, file: string): Promise<string[]> {
  const rows = readPersons(file, readLines(file));
  const temporal = await connectTemporal(config.temporal);
  try {
    const { numberPrefixes } = loadPolicies(join(repoRoot, 'policies'));
    const persons = personStore(mongo, keyRing(config.kekHex), numberPrefixes);
    const ports = { persons, doorbell: temporalDoorbell(temporal.client) };
    const loaded = await loadPersons(ports, tenant, rows);
    const said = `${loaded.new} persons new, ${loaded.changed} changed, ${loaded.same} as they were`;
    return [said, ...hintsOnPersons(file, rows)];
  } finally {
    await temporal.close();
  }
}
