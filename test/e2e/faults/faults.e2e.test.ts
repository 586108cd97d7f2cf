import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repair } from '../../../services/cli/src/commands/repair.js';
import { drawRound } from '../../faults/draw-round.js';
import type { Fault, Trouble } from '../../faults/fault.js';
import { startFaultStack, type FaultStack } from '../../faults/fault-stack.js';
import { openFaultTenant } from '../../faults/fault-tenant.js';
import { playRound } from '../../faults/play-round.js';
import { loanStory, scenePerson } from '../scenes/loan-story.js';

let dir: string;
let stack: FaultStack;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'faults-e2e-'));
  stack = await startFaultStack(dir);
});
afterAll(async () => {
  await stack?.stop();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
});

/** One after the other, each when the clock has stopped once more. */
const inTurn = (troubles: Trouble[], lastingMs = 1_500): Fault[] =>
  troubles.map((trouble, nth) => ({ ...trouble, afterInstants: 1 + nth, afterMs: 0, lastingMs }));

test.each<[string, Fault[]]>([
  [
    'servers that stand still for a while',
    inTurn([
      { kind: 'pause', who: 'mongo' },
      { kind: 'pause', who: 'temporal' },
      { kind: 'pause', who: 'kafka' },
    ]),
  ],
  [
    'a Temporal store that is lost in the middle of everything',
    inTurn([{ kind: 'doubled-events' }, { kind: 'temporal-lost' }]),
  ],
  [
    'answers that are lost after the request went through',
    inTurn([
      { kind: 'lost-answers', line: 'mongo' },
      { kind: 'lost-answers', line: 'providers' },
      { kind: 'lost-answers', line: 'kafka' },
      { kind: 'lost-answers', line: 'temporal' },
    ]),
  ],
  [
    'connections on which nothing comes any more, and nobody says so',
    inTurn([
      { kind: 'silent', line: 'kafka' },
      { kind: 'silent', line: 'mongo' },
      { kind: 'silent', line: 'temporal' },
      { kind: 'silent', line: 'providers' },
    ]),
  ],
  [
    'a second ingest that comes and goes',
    inTurn([{ kind: 'rebalance' }, { kind: 'doubled-events' }, { kind: 'reset-workflow', pick: 5 }], 500),
  ],
])('%s: nothing is lost, nothing happens twice, and every open case is live', async (_, faults) => {
  const round = drawRound('fixed.4');
  const { code, output, openCases, notInflicted } = await playRound(stack, {
    ...round,
    seed: `${round.seed}.${_.length}`,
    days: 2,
    outage: false,
    faults,
  });

  expect(code, output).toBe(0);
  expect(openCases).toBeGreaterThan(5);
  expect(notInflicted).toEqual([]);
});

test('after two days of outage every step is done or stated as lapsed, none twice, one at a time, and within hours', async () => {
  const tenant = 'outage';
  const outage = { from: '2026-01-12T12:00:00.000Z', until: '2026-01-14T05:00:00.000Z' };
  const played = await openFaultTenant(stack, tenant, '2026-01-08T00:00:00.000Z');
  const { cases, acts, journal } = played.stores.mongo.collections;
  // Of each something is due in the outage: the first message, the second, the automatic call, the desk's.
  const dueOn = { first: '2026-01-09', second: '2026-01-08', dialled: '2026-01-05', called: '2026-01-03' };
  const told = '2026-01-10T00:00:00.000Z';
  const stories = Object.entries(dueOn).map(([loan, day]) =>
    loanStory(tenant, loan, `p-${loan}`).missed(1, day, 1, told),
  );
  await played.give(
    {
      events: stories.flatMap(({ events }) => events),
      persons: stories.map(({ person }, nth) => scenePerson(person, nth)),
    },
    'outage',
  );
  await played.advanceTo(outage.from);

  await played.advanceTo(outage.until, { outage: true });
  const atOnce = await acts.find({ tenant, begunAt: { $gt: outage.from, $lte: outage.until } }).toArray();
  await played.advanceTo('2026-01-20T00:00:00.000Z');

  const begun = atOnce.flatMap(({ covers }) => covers.map(({ caseId }) => caseId));
  expect(begun.length).toBeGreaterThan(0);
  expect(new Set(begun).size).toBe(begun.length);
  expect(new Set(atOnce.map(({ begunAt }) => begunAt))).toEqual(new Set([outage.until]));
  for (const { _id: caseId, plan } of await cases.find({ tenant }).toArray()) {
    const facts = (await journal.find({ caseId }).sort({ seq: 1 }).toArray()).map(({ fact }) => fact);
    const over = facts.flatMap((fact) => (fact.type === 'step-done' || fact.type === 'step-lapsed' ? [fact.step] : []));
    expect(new Set(over).size).toBe(over.length);
    const planned = facts.flatMap((fact) =>
      fact.type === 'step-planned' && !('ending' in fact.plan) && fact.plan.act
        ? [fact.plan.id.split('/')[4] ?? '']
        : [],
    );
    const now = 'ending' in plan ? undefined : plan.id.split('/')[4];
    expect(planned.filter((step) => step !== now && !over.includes(step))).toEqual([]);
  }
  const { code, output } = await played.audit();
  expect(code, output).toBe(0);
  await played.close();
});

test('repair restores a damaged store while everything runs, says so, and the audit finds nothing wrong afterwards', async () => {
  const tenant = 'repaired';
  const played = await openFaultTenant(stack, tenant, '2026-01-08T00:00:00.000Z');
  const { cases, loans, relayPositions } = played.stores.mongo.collections;
  const stories = ['document', 'known', 'relayed', 'run'].map((loan) =>
    loanStory(tenant, loan, `p-${loan}`).missed(1, '2026-01-04', 1, '2026-01-08T00:00:00.000Z'),
  );
  await played.give(
    {
      events: stories.flatMap(({ events }) => events),
      persons: stories.map(({ person }, nth) => scenePerson(person, nth)),
    },
    tenant,
  );
  await played.advanceTo('2026-01-09T12:00:00.000Z');
  expect((await played.audit()).code).toBe(0);
  const caseOf = (loan: string): string => `${tenant}/${loan}/1`;

  await cases.updateOne({ _id: caseOf('document') }, { $set: { 'noted.arrears': 1 } });
  await loans.updateOne({ _id: `${tenant}/known` }, { $unset: { openCase: '' } });
  await relayPositions.deleteOne({ _id: caseOf('relayed') });
  await played.temporal.client.workflow.getHandle(`collection/${caseOf('run')}`).terminate('by an operator');
  const { said } = await repair(played.stores, { dryRun: false, lang: 'en' });

  expect(said.slice(2).map((line) => line.split(/ {2,}/))).toEqual([
    [caseOf('document'), 'case document', 'differed from it', 'done'],
    [caseOf('known'), "the loan's open case", 'was missing', 'done'],
    [caseOf('relayed'), "the relay's position", 'was missing', 'done'],
    [caseOf('run'), 'workflow', 'was missing', 'done'],
  ]);
  expect((await repair(played.stores, { dryRun: false, lang: 'zh' })).said).toEqual(['无需修复：一切与日志一致']);
  await played.advanceTo('2026-01-12T00:00:00.000Z');
  const { code, output } = await played.audit();
  expect(code, output).toBe(0);
  await played.close();
});
