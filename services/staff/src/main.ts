import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '@recourse/infra/config/read-config';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { stopOnSignal } from '@recourse/infra/local/stop-on-signal';
import { serviceLog } from '@recourse/infra/log/service-log';
import { connectMongo } from '@recourse/infra/mongo/connect';
import { mongoContactStore } from '@recourse/infra/mongo/mongo-contact-store';
import { mongoTaskStore } from '@recourse/infra/mongo/mongo-task-store';
import { pointVault } from '@recourse/infra/mongo/point-vault';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { loadTemplates } from '@recourse/infra/policies/load-templates';
import { connectTemporal } from '@recourse/infra/temporal/connect';
import { temporalDoorbell } from '@recourse/infra/temporal/doorbell';
import { arrangementOffice } from './arrangement-office.js';
import { clerksAt } from './clerks.js';
import { deskOf } from './desk.js';
import { playedLetterBox } from './letter-box.js';
import { playedOutside } from './outside.js';
import { staffAt } from './staff.js';
import { staffHttp } from './staff-http.js';
import { readStaffSettings } from './staff-settings.js';
import { together } from './working.js';

const lookEveryMs = 2_000;

const config = readConfig(process.env);
const { clock: clockKind, port, seed, habits, sandboxUrl } = readStaffSettings(process.env);
const log = serviceLog('staff', config.logLevel);
const policies = join(repoRoot, 'policies');
const { law, contacts, zones, partners, strategiesByHash } = loadPolicies(policies);
const wall = (): Date => new Date();

const mongo = await connectMongo(config.mongo.uri);
const temporal = await connectTemporal(config.temporal);
const clock = tenantClock(mongo.collections);
const doorbell = temporalDoorbell(temporal.client, {
  onLost: (caseId, error) => log.warn({ caseId, err: error }, 'ring lost: the sweeper rings again'),
});
const desk = deskOf(
  {
    tasks: mongoTaskStore(mongo, wall),
    contacts: mongoContactStore(mongo, wall),
    vault: pointVault(mongo.collections, keyRing(config.kekHex)),
    clock,
    doorbell,
    rules: { law, contacts, zones, partners, strategiesByHash, templates: loadTemplates(policies) },
    pause,
  },
  config.tenant,
);
const atTheDesk = staffAt({
  desk,
  outside: playedOutside(sandboxUrl),
  seed,
  habits,
  clock: clockKind,
  onTrouble: (taskId, error) =>
    log.warn({ taskId, err: error }, 'a task could not be worked on and is left for an hour'),
});
const clerks = clerksAt({
  office: arrangementOffice(mongo, { tenant: config.tenant, clock, doorbell }),
  letters: playedLetterBox(sandboxUrl),
  clock: clockKind,
  onTrouble: ({ number, loan }, error) => log.warn({ letter: number, loan, err: error }, 'a letter came to nothing'),
});
const staff = together([atTheDesk, clerks]);

const http = staffHttp(staff, clockKind).listen(port, '127.0.0.1');
await once(http, 'listening');

const leaving = new AbortController();
/** On the real clock nobody else says when to look. */
async function lookByItself(): Promise<void> {
  while (!leaving.signal.aborted) {
    await staff
      .play(wall().toISOString())
      .catch((error: unknown) => log.warn({ err: error }, 'the worklist could not be read'));
    await pause(lookEveryMs, undefined, { signal: leaving.signal }).catch(() => undefined);
  }
}
const looking = clockKind === 'real' ? lookByItself() : Promise.resolve();

stopOnSignal(async () => {
  leaving.abort();
  http.close();
  http.closeAllConnections();
  await looking;
  await temporal.close();
  await mongo.close();
});
process.stdout.write(`READY ${JSON.stringify({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` })}\n`);
