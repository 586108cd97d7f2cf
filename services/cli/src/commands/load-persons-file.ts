import { join } from 'node:path';
import { loadPersons } from '@recourse/activities/people/load-persons';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { knownPoints } from '@recourse/infra/mongo/known-points';
import { personStore } from '@recourse/infra/mongo/person-store';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { connectTemporal } from '@recourse/infra/temporal/connect';
import { temporalDoorbell } from '@recourse/infra/temporal/doorbell';
import { hintsOnPersons } from '../files/hints-on-persons.js';
import { readLines } from '../files/read-lines.js';
import { readPersonsOf } from '../files/read-persons.js';
import type { OpenStores } from '../stack/open-stores.js';
import { tenantNow } from './tenant-now.js';

/** Loads a persons file, all of it or nothing, and rings the cases that wait for its persons. @throws BadLines */
export async function loadPersonsFile(stores: OpenStores, file: string): Promise<string[]> {
  const { mongo, config, tenant } = stores;
  const against = { now: await tenantNow(stores), known: await knownPoints(mongo.collections, tenant) };
  const lines = readPersonsOf(file, readLines(file), against);
  const temporal = await connectTemporal(config.temporal);
  try {
    const { numberPrefixes, law } = loadPolicies(join(repoRoot, 'policies'));
    const persons = personStore(mongo, keyRing(config.kekHex), numberPrefixes);
    const ports = { persons, doorbell: temporalDoorbell(temporal.client) };
    const loaded = await loadPersons(
      ports,
      tenant,
      lines.map(({ row }) => row),
    );
    const said = `${loaded.new} persons new, ${loaded.changed} changed, ${loaded.same} as they were`;
    return [said, ...hintsOnPersons(file, lines, law, against.known)];
  } finally {
    await temporal.close();
  }
}
