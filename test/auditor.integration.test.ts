import { setTimeout as pause } from 'node:timers/promises';
import { audit } from '@recourse/service-auditor/audit';
import { collectEvidence } from '@recourse/service-auditor/collect-evidence';
import { countsOf } from '@recourse/service-auditor/counts';
import { checkNames, type CheckName } from '@recourse/service-auditor/finding';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { storedWorld, type StoredWorld } from './auditor/stored-world.js';
import { openCase, openJournal, sms, tenant } from './auditor/world-records.js';

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

/** What is changed in the stores or in the world outside, and how it is taken back. */
type Planted = { plant(): Promise<unknown>; undo(): Promise<unknown>; words: string | RegExp };

/** Changes one document, and puts it back as it was. */
function documentChanged(collection: string, _id: string, update: object, words: string | RegExp): Planted {
  const documents = () => world.db.collection<{ _id: string }>(collection);
  let before: { _id: string } | null = null;
  return {
    async plant() {
      before = await documents().findOne({ _id });
      const { matchedCount } = await documents().updateOne({ _id }, update);
      expect(matchedCount).toBe(1);
    },
    undo: async () => before && documents().replaceOne({ _id }, before),
    words,
  };
}

function logsChanged(change: () => void, undo: () => void, words: string | RegExp): Planted {
  return { plant: async () => change(), undo: async () => undo(), words };
}

const planted: Record<CheckName, () => Planted> = {
  'lost-events': () =>
    documentChanged(
      'events',
      `${tenant}//servicing/test/e0`,
      { $set: { tenant: 'gone' } },
      /^com.recourse.servicing.instalment-missed.v1 e0 of loan L1 at .*\/0\/0 is neither taken nor set aside$/,
    ),
  'sequence-gaps': () =>
    documentChanged('cases', openCase, { $inc: { seq: 1 } }, `${openCase}: the case is at 9, its journal at 8`),
  'broken-chain': () =>
    documentChanged(
      'journal',
      `${openCase}/2`,
      { $set: { actor: 'somebody' } },
      `${openCase}/2: its hash is not of what it says`,
    ),
  'journal-against-kafka': () => ({
    plant: () =>
      world.send(world.topics.caseEvents, {
        key: `${tenant}|L1`,
        value: JSON.stringify(openJournal[0]),
        headers: { ce_id: `${openCase}/9`, ce_tenant: tenant },
      }),
    undo: () => Promise.resolve(),
    words: `${openCase}/9 is on Kafka and in no journal`,
  }),
  'cases-without-plan': () =>
    documentChanged('cases', openCase, { $unset: { plan: '' } }, `${openCase} is open and plans nothing`),
  'cases-without-workflow': () => ({
    plant: () => world.endWorkflow(),
    undo: () => world.startWorkflow(),
    words: `${openCase} is open and no workflow runs for it`,
  }),
  'contacts-on-unread-payment': () =>
    documentChanged(
      'events',
      `${tenant}//servicing/test/e0`,
      { $set: { type: 'payment-reversed', positionVersion: 2 } },
      `${sms} began at 2 on position 1 of loan L1, after /servicing/test/e0 at 1`,
    ),
  'contacts-while-unresolved': () =>
    documentChanged(
      'parked',
      `${world.topics.loanEvents}/0/4`,
      { $set: { loanId: 'L1' }, $unset: { resolvedAt: '' } },
      /began at .* while .*\/0\/4 of loan L1 was set aside$/,
    ),
  'contacts-outside-hours': () =>
    documentChanged(
      'persons',
      `${tenant}/P1`,
      { $set: { zone: 'America/New_York' } },
      `${sms}: 2026-01-14T02:00:00.000Z is 21:00 in America/New_York`,
    ),
  'unrecorded-attempts': () =>
    logsChanged(
      () => world.received.push({ id: `${openCase}/1/sms-2/1`, channel: 'sms', at: '2026-01-14T03:00:00.000Z' }),
      () => world.received.pop(),
      `sms ${openCase}/1/sms-2/1 at 2026-01-14T03:00:00.000Z is no act of ours`,
    ),
  'unsent-attempts': () => {
    const kept = world.received.slice();
    return logsChanged(
      () => world.received.splice(0),
      () => world.received.push(...kept),
      `send-reminder ${sms} is in nobody's log but ours`,
    );
  },
  'stages-without-cause': () =>
    documentChanged(
      'cases',
      openCase,
      { $set: { stage: 'legal' } },
      `${openCase}: stands in legal, its journal leads to reminder`,
    ),
  'steps-done-twice': () =>
    documentChanged(
      'acts',
      sms,
      { $push: { covers: { caseId: openCase, planId: sms, loanId: 'L1', readPosition: 1, order: 2 } } } as object,
      `${sms} is begun by two acts`,
    ),
};

test('a small world in the real stores is read whole and found clean', async () => {
  await findsOnly([]);

  expect(countsOf(await collect())).toMatchObject({
    eventsPublished: 5,
    eventsTaken: 3,
    eventsDuplicate: 1,
    parkedDiscarded: 1,
    outcomesHeard: 1,
    casesOpen: 1,
    casesClosed: 1,
    workflowsRunning: 1,
    journalEntries: 14,
    journalOnKafka: 14,
    attempts: 1,
    receivedOutside: 1,
  });
});

// What is on Kafka cannot be taken back: it comes last.
const kafkaLast = checkNames.toSorted(
  (a, b) => Number(a === 'journal-against-kafka') - Number(b === 'journal-against-kafka'),
);

test.each(kafkaLast)('a violation planted in the stores is found: %s', async (check) => {
  const { plant, undo, words } = planted[check]();
  await plant();
  try {
    const [violation, ...others] = await findsOnly([check]);

    expect(violation).toEqual(typeof words === 'string' ? words : expect.stringMatching(words));
    expect(others).toEqual([]);
  } finally {
    await undo();
  }
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
