import { completeTask } from '@recourse/activities/desk/complete-task';
import type { DeskRefusal } from '@recourse/activities/desk/task-store';
import type { TaskRecord } from '@recourse/activities/records/task-record';
import { caseBook } from '@recourse/infra/mongo/case-book';
import { mongoTaskStore } from '@recourse/infra/mongo/mongo-task-store';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { operatorName } from '../operator/operator-name.js';
import { ringAll } from '../operator/ring-all.js';
import type { OpenStores } from '../stack/open-stores.js';
import { readSearched } from './read-searched.js';
import { Mistake } from '../words/mistake.js';
import { momentWords } from '../words/moment-words.js';
import { listTable } from '../words/list-table.js';

const kinds: TaskRecord['kind'][] = ['verification', 'verify-person', 'locate-debtor', 'follow-up'];
const most = 500;

const refusals: Partial<Record<DeskRefusal, string>> = {
  'unknown-task': 'there is no such task',
  'task-closed': 'it is closed',
  'already-answered': 'it has been answered before',
  'leased-by-another': 'somebody else has taken it',
  'not-started': 'it is a call or visit, which is answered by whoever made it',
  'closed-by-loading': 'it is closed by loading the person',
  'closed-by-answer': 'it is closed by the answer: recourse matter answer, recourse credit dispute answer',
  'sources-not-told': 'say of each source that was asked, once, what it told: --searched SOURCE=FINDING ...',
  'not-a-search': 'it is no search: leave --searched out',
};

const wall = (): Date => new Date();

/** Open work that contacts nobody, by deadline, which is told in the loan's own time. */
export async function listDeskTasks({ mongo, tenant }: OpenStores): Promise<string[]> {
  const store = mongoTaskStore(mongo, wall);
  const found = await Promise.all(kinds.map((kind) => store.openTasks(tenant, kind, most)));
  const tasks = found.flat().toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1));
  const caseIds = [...new Set(tasks.flatMap(({ covers }) => covers.map(({ caseId }) => caseId)))];
  const zones = await caseBook(mongo.collections).zones(caseIds);
  const rows = tasks.map(({ _id, kind, covers, deadline }) => {
    const zone = zones.get(covers[0]?.caseId ?? '') ?? 'UTC';
    return [_id, kind, covers.map(({ loanId }) => loanId).join(' '), momentWords(deadline, zone)];
  });
  return listTable(['id', 'what', 'loan', 'until'], rows);
}

/**
 * Says that such work is done. A mismatch with servicing then no longer holds its case. `told`: of a search, `SOURCE=FINDING` of each source.
 * @throws Mistake when it may not be answered so
 */
export async function finishDeskTask(
  stores: OpenStores,
  taskId: string,
  told: readonly string[] = [],
): Promise<string> {
  const searched = readSearched(told);
  const { mongo, tenant } = stores;
  const tasks = mongoTaskStore(mongo, wall);
  const task = await tasks.task(taskId);
  if (task?.tenant !== tenant) throw new Mistake(`${taskId}: ${refusals['unknown-task']} (tenant ${tenant})`);
  const doorbell = { ring: (caseId: string) => ringAll(stores, [caseId]) };
  const answer = await completeTask(
    { tasks, clock: tenantClock(mongo.collections, wall), doorbell },
    taskId,
    operatorName(),
    searched,
  );
  if (!answer.completed) throw new Mistake(`${taskId}: ${refusals[answer.refused] ?? answer.refused}`);
  return `${taskId} is done`;
}
