import { foldJournal } from '@recourse/activities/turn/fold-journal';
import { verifyChain } from '@recourse/domain/audit/journal-hash';
import { afterEach, expect, test } from 'vitest';
import { repairWorld, type RepairWorld } from './repair-world.js';

const opening = '2026-01-02T02:00:00.000Z';
let world: RepairWorld;
let nth = 0;
const set = async (): Promise<RepairWorld> => (world = await repairWorld(`r${(nth += 1)}`));
afterEach(() => world.remove());

const everything = async ({ collections }: RepairWorld): Promise<string> => {
  const { cases, journal, loans, tasks, inbox, relayPositions } = collections;
  const all = [cases, journal, loans, tasks, inbox, relayPositions].map((each) => each.find({}).toArray());
  return JSON.stringify(await Promise.all(all));
};
const document = async ({ collections, caseId }: RepairWorld) => {
  const found = await collections.cases.findOne({ _id: caseId });
  if (!found) return undefined;
  const { _id, ...kase } = found;
  return kase;
};

const task = (caseId: string, tenant: string) => ({
  _id: `${caseId}/1/call-1/1`,
  tenant,
  kind: 'call' as const,
  covers: [{ caseId, planId: `${caseId}/1/call-1/1`, loanId: 'loan-1' }],
  personId: 'p1',
  openedAt: '2026-01-02T02:00:00.000Z',
  deadline: '2026-01-02T08:00:00.000Z',
  status: 'open' as const,
  version: 1,
});

type Plant = (world: RepairWorld) => Promise<unknown>;
const plants: [string, Plant, string[]][] = [
  [
    'a case document that says other than its journal',
    ({ collections, caseId }) => collections.cases.updateOne({ _id: caseId }, { $set: { 'noted.arrears': 1 } }),
    ['case-document differs'],
  ],
  [
    'a case document from an older backup',
    ({ collections, caseId }) => collections.cases.updateOne({ _id: caseId }, { $inc: { seq: -1 } }),
    ['case-document differs'],
  ],
  [
    'a case document that is gone',
    ({ collections, caseId }) => collections.cases.deleteOne({ _id: caseId }),
    ['case-document missing'],
  ],
  [
    'a loan that knows no open case',
    ({ collections }) => collections.loans.updateOne({}, { $unset: { openCase: '' } }),
    ['open-case missing'],
  ],
  [
    'a loan that names another case',
    ({ collections }) => collections.loans.updateOne({}, { $set: { openCase: 'elsewhere/loan-1/1' } }),
    ['open-case differs'],
  ],
  [
    'a relay position beyond the end of the journal',
    ({ collections, caseId }) => collections.relayPositions.updateOne({ _id: caseId }, { $set: { seq: 1_000 } }),
    ['relay-position differs'],
  ],
  [
    'a relay position that is gone',
    ({ collections, caseId }) => collections.relayPositions.deleteOne({ _id: caseId }),
    ['relay-position missing'],
  ],
  [
    'a task that its case does not know',
    ({ collections, caseId }) => collections.tasks.insertOne(task(caseId, caseId.split('/')[0] ?? '')),
    ['task differs'],
  ],
  ['a workflow that is gone', async ({ running }) => running.clear(), ['workflow missing']],
];

test.each(plants)('%s is restored from the journal, and the repair is stated there', async (_, plant, found) => {
  const damaged = await set();
  const before = await damaged.journal();
  await plant(damaged);
  const planted = await everything(damaged);

  expect(await damaged.repair(true)).toEqual(found);
  expect(await everything(damaged)).toBe(planted);
  expect(await damaged.repair()).toEqual(found);

  const journal = await damaged.journal();
  const [what, because] = found[0]?.split(' ') ?? [];
  expect(journal.slice(0, before.length)).toEqual(before);
  expect(journal.slice(before.length)).toMatchObject([
    { actor: 'operator/test', fact: { type: 'case-repaired', what, because } },
  ]);
  expect(verifyChain(journal)).toBeUndefined();
  expect(await document(damaged)).toEqual(foldJournal(journal));
  expect((await damaged.collections.loans.findOne({}))?.openCase).toBe(damaged.caseId);
  expect(await damaged.collections.tasks.countDocuments({ status: 'open' })).toBe(0);
  expect(await damaged.repair()).toEqual([]);
});

test('entries the relay does not know of any more are published again, in order', async () => {
  const damaged = await set();
  const seqs = (await damaged.journal()).map(({ seq }) => String(seq));
  await damaged.collections.relayPositions.deleteOne({ _id: damaged.caseId });

  await damaged.repair();

  expect(damaged.republished).toEqual(seqs);
});

test('what a relay that stands still has yet to publish is left to it', async () => {
  const world = await set();
  world.relayStands = true;
  await world.state({ v: 1, at: opening, cause: 'news', type: 'input-noted', kind: 'review' });
  const before = await everything(world);

  expect(await world.repair(true)).toEqual([]);
  expect(await world.repair()).toEqual([]);

  expect(await everything(world)).toBe(before);
  expect(world.republished).toEqual([]);
});

test('of a position lost beside a backlog only what the relay has passed is published again', async () => {
  const damaged = await set();
  const passed = (await damaged.journal()).map(({ seq }) => String(seq));
  damaged.relayStands = true;
  await damaged.state({ v: 1, at: opening, cause: 'news', type: 'input-noted', kind: 'review' });
  await damaged.collections.relayPositions.deleteOne({ _id: damaged.caseId });

  expect(await damaged.repair()).toEqual(['relay-position missing']);
  expect(damaged.republished).toEqual(passed);
  expect(await damaged.repair()).toEqual([]);

  damaged.relayStands = false;
  expect(await damaged.repair()).toEqual([]);
  expect(damaged.republished).toEqual(passed);
});

test('a case that closes while the others are read needs no workflow', async () => {
  const world = await set();
  const { collections, running } = world;
  const carry = { notices: [], round: 1, anchorOn: '2026-01-01', endedAt: opening };
  world.meanwhile = async () => {
    if (!running.size) return;
    running.clear();
    await collections.loans.updateOne({}, { $set: { carry }, $unset: { openCase: '' } });
    await world.state({ v: 1, at: opening, cause: 'clock', type: 'case-closed', ending: 'settled', carry });
  };

  expect(await world.repair()).toEqual([]);

  expect((await world.journal()).at(-1)?.fact.type).toBe('case-closed');
  expect(world.rung).toEqual([]);
});

test('a workflow that is gone is started by a ring, and news nobody has read rings', async () => {
  const damaged = await set();
  damaged.running.clear();
  await damaged.repair();
  expect(damaged.rung).toEqual([damaged.caseId]);

  const longAgo = new Date(Date.now() - 60_000);
  await damaged.collections.inbox.updateMany({}, { $set: { consumed: false, appendedWallAt: longAgo } });
  expect(await damaged.repair()).toEqual(['ring unheard']);
  expect(damaged.rung).toEqual([damaged.caseId, damaged.caseId]);
});

test('a healthy store is left untouched', async () => {
  const healthy = await set();
  const before = await everything(healthy);

  expect(await healthy.repair()).toEqual([]);

  expect(await everything(healthy)).toBe(before);
  expect(healthy.rung).toEqual([]);
});

test('a loan closed while it knew no open case is told to the case when it is found again, and not collected', async () => {
  const damaged = await set();
  const { caseId, collections } = damaged;
  const tenant = caseId.split('/')[0] ?? '';
  await collections.loans.updateOne(
    {},
    { $set: { closed: { reason: 'settled', at: opening } }, $unset: { openCase: '' }, $inc: { order: 1 } },
  );
  await collections.events.insertOne({
    _id: `${tenant}//servicing/e9`,
    tenant,
    loanId: 'loan-1',
    type: 'loan-closed',
    contentHash: '',
    order: 2,
    positionVersion: 2,
    acceptedAt: opening,
    acceptedWallAt: new Date(),
    topic: 't',
    partition: 0,
    offset: '1',
  });

  expect(await damaged.repair()).toEqual(['open-case missing']);
  expect(damaged.rung).toEqual([caseId]);
  expect(await collections.inbox.findOne({ _id: `${caseId}//servicing/e9` })).toMatchObject({
    input: { kind: 'loan-event', at: opening, event: { type: 'loan-closed', eventId: 'e9', reason: 'settled' } },
  });
  expect((await collections.events.findOne({}))?.caseId).toBe(caseId);

  await damaged.turn();
  expect(await document(damaged)).toMatchObject({ status: 'closed', plan: { ending: 'settled' } });
});

test('work that outlives its case is left to people: a follow-up open when the case closes', async () => {
  const world = await set();
  const { caseId, collections } = world;
  const taskId = `${caseId}/1/call-1/1/answer-complaint`;
  const at = { v: 1, at: opening, cause: 'clock' } as const;
  const carry = { notices: [], round: 1, anchorOn: '2026-01-01', endedAt: opening };
  await world.state(
    { ...at, type: 'task-opened', taskId, to: 'answer-complaint', deadline: opening },
    { ...at, type: 'case-closed', ending: 'settled', carry },
  );
  await collections.tasks.insertOne({ ...task(caseId, caseId.split('/')[0] ?? ''), _id: taskId, kind: 'follow-up' });
  await collections.loans.updateOne({}, { $set: { carry }, $unset: { openCase: '' } });
  const before = await everything(world);

  expect(await world.repair(true)).toEqual([]);
  expect(await world.repair()).toEqual([]);

  expect(await everything(world)).toBe(before);
});

test('from a journal that is broken itself nothing is restored', async () => {
  const damaged = await set();
  const { collections, caseId } = damaged;
  await collections.journal.updateOne({ _id: `${caseId}/2` }, { $set: { actor: 'somebody' } });
  await collections.cases.deleteOne({ _id: caseId });
  const before = await everything(damaged);

  expect(await damaged.repair()).toEqual(['journal broken']);

  expect(await everything(damaged)).toBe(before);
});
