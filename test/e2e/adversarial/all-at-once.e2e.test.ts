import { join } from 'node:path';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { startService, type RunningService } from '@recourse/infra/local/run-service';
import { startServers, type LocalServers } from '@recourse/infra/local/start-servers';
import { mongoContactStore } from '@recourse/infra/mongo/mongo-contact-store';
import { mongoTaskStore } from '@recourse/infra/mongo/mongo-task-store';
import { pointVault } from '@recourse/infra/mongo/point-vault';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { deskOf } from '../../../services/staff/src/desk.js';
import { beginRules } from '../../builders/contact-records.js';
import { ownTenant } from '../crashes/own-tenant.js';
import { givePortfolio } from '../given.js';
import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { crowdOf, type Member } from './crowd.js';
import { collector, pacer, ringer, type Field } from './senders.js';
import { standingClock } from './standing-clock.js';
import { telephones } from './telephones.js';
import { unlawful } from './unlawful.js';

const tenant = ownTenant('all-at-once');
/** With the agency by the time the crowd is called: the ladder places on day 70. */
const placedDueOn = '2026-01-02';
const crowdDueOn = '2026-03-08';
/** From 08:00 in Shanghai until after closing, on two days. */
const storms = ['2026-03-18', '2026-03-19'].flatMap((day) =>
  ['00:00', '02:00', '07:00', '13:30'].map((time) => `${day}T${time}:00.000Z`),
);

/** The crowd's telephones are the senders' own: their log is held against the law here, and no provider's knows of them. */
const env = { RECOURSE_UNLOGGED_CHANNELS: 'call,dialler' };

let servers: LocalServers;
let stack: TestStack;
let look: Look;
let members: Member[];
let placed: Member[];
const workers: RunningService[] = [];

beforeAll(async () => {
  // Nobody else works the desk: the tests' collectors do.
  servers = await startServers({ report: () => undefined });
  stack = await startTestStack({ tenant, now: '2026-01-05T00:00:00.000Z', servers, between: async (url) => url, env });
  look = lookAt(stack);
  const bundle = join(stack.env['RECOURSE_LOCAL_DIR'] ?? '', 'logs', 'workflow-bundle.cjs');
  for (const nth of [2, 3]) {
    const logFile = join(stack.env['RECOURSE_LOCAL_DIR'] ?? '', 'logs', `worker-${nth}.log`);
    const worker = startService('worker', 'services/worker/src/main.ts', stack.env, { logFile, args: [bundle] });
    workers.push(worker);
    await worker.ready;
  }
  const placing = crowdOf({ tenant, prefix: 'A', persons: 6, dueOn: placedDueOn, loansEach: 1 });
  const crowd = crowdOf({ tenant, prefix: 'B', persons: 50, dueOn: crowdDueOn, endsAt: storms.slice(1, 6) });
  placed = placing.members;
  members = [...placed, ...crowd.members];
  await givePortfolio(stack, {
    events: [...placing.events, ...crowd.events],
    persons: [...placing.persons, ...crowd.persons],
  });
  for (const { loans } of members)
    for (const loan of loans) await stack.script({ loan, alwaysReached: true, afterwards: 'silent' });
  await stack.advanceTo('2026-03-17T20:00:00.000Z');
}, 600_000);
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop(5_000)));
  await stack?.stop();
  await servers?.stop();
});

/** The placement an agency holds now. */
async function placementOf({ loans: [loan = ''] }: Member): Promise<string | undefined> {
  const handedTo = (await look.kase(loan))?.handedTo;
  return handedTo?.kind === 'agency' ? handedTo.id : undefined;
}

test('collectors, two diallers, an agency and three workers contact everybody at once, with crashes, and nobody unlawfully', async () => {
  const { mongo, config } = stack.stores;
  const wall = () => new Date();
  const ports = {
    tasks: mongoTaskStore(mongo, wall),
    contacts: mongoContactStore(mongo, wall),
    vault: pointVault(mongo.collections, keyRing(config.kekHex)),
    clock: tenantClock(mongo.collections),
    doorbell: stack.clock.ports.doorbell,
    rules: beginRules,
    pause,
  };
  const clock = standingClock();
  const outside = telephones(async () => (await ports.clock.now(tenant)).now);
  const field: Field = {
    stack,
    ports,
    desk: deskOf(ports, tenant),
    outside,
    byAgency: new Set(),
    clock,
    heldBack: { count: 0 },
  };
  const crowd = members.filter((member) => !placed.includes(member));
  const agency = { holder: { kind: 'agency', id: 'agency-1' }, channel: 'call', placementOf } as const;
  expect((await Promise.all(placed.map(placementOf))).filter((id) => id !== undefined).length).toBeGreaterThan(0);

  for (const [nth, at] of storms.entries()) {
    const over = new AbortController();
    const advancing = stack.advanceTo(at, { moving: clock.moving });
    const storm = [
      ...['c1', 'c2', 'c3'].map((by) => collector(field, by, over.signal)),
      ...['d1', 'd2'].map((id) =>
        pacer(field, crowd, { holder: { kind: 'dialler', id }, channel: 'dialler' }, over.signal),
      ),
      ...[1, 2].map(() => pacer(field, placed, agency, over.signal)),
      ringer(stack, over.signal),
    ];
    if (nth === 1) stack.kill('worker');
    if (nth === 2) stack.kill('ingest');
    if (nth === 4) workers[0]?.kill('SIGKILL');
    if (nth === 5) stack.kill('relay');
    await Promise.all([advancing, pause(3_000)]);
    over.abort();
    await Promise.all(storm);
  }
  await stack.advanceTo('2026-03-20T00:00:00.000Z');

  const received = [...(await look.received()), ...outside.log];
  const channels = new Set(received.map(({ channel }) => channel));
  const { heard, lines } = outside;
  expect(unlawful(received, members, { heard, byAgency: field.byAgency, lines }, beginRules.law)).toEqual([]);
  // There was a crowd, and there was something to hold back.
  expect([...channels]).toEqual(expect.arrayContaining(['sms', 'call']));
  expect(field.byAgency.size).toBeGreaterThan(0);
  expect(field.heldBack.count).toBeGreaterThan(50);
}, 900_000);

test('the audit from outside finds nothing wrong in any of it', async () => {
  const { code, output } = await stack.audit();
  expect(code, output).toBe(0);
}, 300_000);
