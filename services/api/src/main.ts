import { join } from 'node:path';
import { readConfig } from '@recourse/infra/config/read-config';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { stopOnSignal } from '@recourse/infra/local/stop-on-signal';
import { serviceLog } from '@recourse/infra/log/service-log';
import { connectMongo } from '@recourse/infra/mongo/connect';
import { mongoContactStore } from '@recourse/infra/mongo/mongo-contact-store';
import { mongoPermitStore } from '@recourse/infra/mongo/permit-store';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { loadTemplates } from '@recourse/infra/policies/load-templates';
import { connectTemporal } from '@recourse/infra/temporal/connect';
import { temporalDoorbell } from '@recourse/infra/temporal/doorbell';
import { apiHttp } from './api-http.js';
import { permitDesk } from './permit-desk.js';

/** The way in for those outside who ask us: today holders of permits (agencies, diallers). */
const config = readConfig(process.env);
const { host, port, keys } = config.api;
const log = serviceLog('api', config.logLevel);
const policies = join(repoRoot, 'policies');
const { law, contacts, zones, partners, strategiesByHash } = loadPolicies(policies);
const wall = (): Date => new Date();

const mongo = await connectMongo(config.mongo.uri);
const temporal = await connectTemporal(config.temporal);
const desk = permitDesk({
  tenant: config.tenant,
  permits: mongoPermitStore(mongo, wall),
  contacts: mongoContactStore(mongo, wall),
  rules: { law, contacts, zones, partners, strategiesByHash, templates: loadTemplates(policies) },
  clock: tenantClock(mongo.collections, wall),
  doorbell: temporalDoorbell(temporal.client, {
    onLost: (caseId, error) => log.warn({ caseId, err: error }, 'ring lost: the sweeper rings again'),
  }),
});
const http = apiHttp({ desk, keys, log });
const url = await http.listen({ host, port });

stopOnSignal(async () => {
  await http.close();
  await temporal.close();
  await mongo.close();
});
process.stdout.write(`READY ${JSON.stringify({ url })}\n`);
