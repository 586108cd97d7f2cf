import { join } from 'node:path';
import { completeTask } from '@recourse/activities/desk/complete-task';
import { loadPersons } from '@recourse/activities/people/load-persons';
import type { SearchedSource } from '@recourse/domain/contact/searched-source';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { mongoTaskStore } from '@recourse/infra/mongo/mongo-task-store';
import { personStore } from '@recourse/infra/mongo/person-store';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { readPersons } from '../files/read-persons.js';
import { httpJson } from '../stack/http-json.js';
import type { OpenClock } from '../stack/open-clock.js';
import type { OpenStores } from '../stack/open-stores.js';

const searcher = 'searcher/demo';
const mostTasks = 500;

/** What the sandbox answers: each source that was asked, and of a number that was found a row of a persons file. */
type Search = { searched: SearchedSource[]; row?: object };

/** Whoever looks for borrowers in the demo: every evening each open search is made, answered, and the number it found loaded. */
export function searchBorrowers(
  { mongo, config, tenant }: OpenStores,
  { ports: { doorbell } }: Pick<OpenClock, 'ports'>,
  sandboxUrl: string,
): () => Promise<void> {
  const wall = (): Date => new Date();
  const tasks = mongoTaskStore(mongo, wall);
  const clock = tenantClock(mongo.collections, wall);
  const { numberPrefixes } = loadPolicies(join(repoRoot, 'policies'));
  const persons = personStore(mongo, keyRing(config.kekHex), numberPrefixes);
  return async () => {
    for (const { _id, personId } of await tasks.openTasks(tenant, 'locate-debtor', mostTasks)) {
      const address = `${sandboxUrl}/searches`;
      const { searched, row } = await httpJson<Search>(address, { person: personId });
      await completeTask({ tasks, clock, doorbell }, _id, searcher, searched);
      if (row === undefined) continue;
      const rows = readPersons(address, [{ number: 1, text: JSON.stringify(row) }]);
      await loadPersons({ persons, doorbell }, tenant, rows);
    }
  };
}
