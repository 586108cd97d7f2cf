import { setTimeout as pause } from 'node:timers/promises';
import { audit } from '@recourse/service-auditor/audit';
import { collectEvidence } from '@recourse/service-auditor/collect-evidence';
import { countsOf } from '@recourse/service-auditor/counts';
import { checkNames, type CheckName } from '@recourse/service-auditor/finding';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { plantedIn } from './auditor/planted-violations.js';
import { storedWorld, type StoredWorld } from './auditor/stored-world.js';

let world: StoredWorld;

beforeAll(async () => {
  world = await storedWorld({
    mongoUri: inject('mongoUri'),
    kafkaBrokers: inject('kafkaBrokers'),
    temporalAddress: inject('temporalAddress'),
  });
});
afterAll(() => world.close());

const collect = () => collectEvidence(world.settings, () => undefined, world.topics);

/** Audits until the checks that found something are these: Temporal's list of workflows lags a little behind. */
async function findsOnly(expected: CheckName[]): Promise<string[]> {
  for (let look = 1; ; look++) {
    const findings = audit(await collect()).filter(({ violations }) => violations.length > 0);
    const names = findings.map(({ check }) => check);
    if (look === 20 || JSON.stringify(names) === JSON.stringify(expected)) {
      expect(names, JSON.stringify(findings)).toEqual(expected);
      return findings.flatMap(({ violations }) => violations);
    }
    await pause(250);
  }
}

test('a small world in the real stores is read whole and found clean', async () => {
  await findsOnly([]);

  expect(countsOf(await collect())).toMatchObject({
    eventsPublished: 6,
    eventsTaken: 4,
    eventsDuplicate: 1,
    parkedDiscarded: 1,
    outcomesHeard: 1,
    casesOpen: 1,
    casesClosed: 1,
    workflowsRunning: 1,
    journalEntries: 16,
    journalOnKafka: 16,
    attempts: 1,
    receivedOutside: 1,
    workflowRuns: 1,
    // Begun before the run that Temporal knows.
    outcomesBeforeHistories: 1,
    loansNotReckoned: 0,
  });
});

// What is on Kafka cannot be taken back: it comes last.
const kafkaLast = checkNames.toSorted(
  (a, b) => Number(a === 'journal-against-kafka') - Number(b === 'journal-against-kafka'),
);

test.each(kafkaLast)('a violation planted in the stores is found: %s', async (check) => {
  const { plant, undo, words } = plantedIn(world)[check]();
  await plant();
  try {
    const [violation, ...others] = await findsOnly([check]);

    expect(violation).toEqual(typeof words === 'string' ? words : expect.stringMatching(words));
    expect(others).toEqual([]);
  } finally {
    await undo();
  }
});

test('what ingest has not come to yet is counted and not called lost', async () => {
  const headers = {
    ce_id: 'e99',
    ce_source: '/servicing',
    ce_type: 'x',
    ce_tenant: world.settings.tenant,
    ce_loan: 'L1',
  };
  await world.send(world.topics.loanEvents, { key: `${world.settings.tenant}|L1`, value: '{}', headers });

  expect(audit(await collect()).find(({ check }) => check === 'lost-events')?.violations).toEqual([]);
  expect(countsOf(await collect()).notReadYet).toBe(1);
});

test('another tenant is not audited, and one that does not exist is named', async () => {
  await expect(collectEvidence({ ...world.settings, tenant: 'nobody' }, () => undefined, world.topics)).rejects.toThrow(
    'MONGODB_URI: the database has no tenant nobody (--tenant names another)',
  );
});

test.each([
  ['RECOURSE_SANDBOX_URL', { sandboxUrl: 'http://127.0.0.1:1' }],
  ['KAFKA_BROKERS', { kafka: { brokers: ['127.0.0.1:1'], ssl: false } }],
  ['TEMPORAL_ADDRESS', { temporal: { address: '127.0.0.1:1', namespace: 'default', tls: false } }],
  ['RECOURSE_POLICIES', { policies: '/nowhere' }],
])('whoever does not answer is named by the setting to look at: %s', async (setting, change) => {
  await expect(collectEvidence({ ...world.settings, ...change }, () => undefined, world.topics)).rejects.toThrow(
    new RegExp(`^${setting}: `),
  );
});

test('a topic that is not there is named', async () => {
  await expect(
    collectEvidence(world.settings, () => undefined, { ...world.topics, caseEvents: 'no-such-topic' }),
  ).rejects.toThrow('KAFKA_BROKERS: no topic no-such-topic there');
});
