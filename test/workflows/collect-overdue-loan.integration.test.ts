import { bucketAttribute, stageAttribute, tenantAttribute } from '@recourse/workflows/search-attributes';
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { CaseWorkshop, due, ended, waiting, type Script, type WorkedCase } from './worked-case.js';

let workshop: CaseWorkshop;
let worked: WorkedCase | undefined;

beforeAll(async () => {
  workshop = await CaseWorkshop.open(inject('temporalAddress'), inject('workflowBundle'));
});
afterEach(async () => {
  await worked?.end();
  worked = undefined;
});
afterAll(() => workshop.close());

const work = async (script: Script): Promise<WorkedCase> => {
  worked = await workshop.work(script);
  return worked;
};

const eventTypes = async ({ workflow }: WorkedCase): Promise<number[]> => {
  const { events } = await workflow.fetchHistory();
  return (events ?? []).map(({ eventType }) => Number(eventType));
};
const timerStarted = 17;

test('a case rung while it waits takes a turn without acting', async () => {
  const kase = await work({ turn: (_, nth) => (nth === 1 ? { ...waiting, dueInMs: 3_600_000 } : ended) });
  await kase.ring();
  await kase.turnsTaken(1);

  await kase.ring();

  expect(await kase.workflow.result()).toBe('cured');
  expect(kase.acts).toEqual([]);
  expect(kase.turns).toEqual([{ caseId: kase.caseId }, { caseId: kase.caseId }]);
});

test('a case whose plan is due acts and takes a turn that names the plan it tried', async () => {
  const kase = await work({ turn: ({ tried }) => (tried ? ended : due) });
  await kase.ring();

  expect(await kase.workflow.result()).toBe('cured');
  const { caseId } = kase;
  expect(kase.acts).toEqual([{ act: 'sendReminder', caseId, planId: 'plan-1' }]);
  expect(kase.turns.at(-1)).toEqual({ caseId, tried: 'plan-1' });
});

test('the timer of a real clock leads to the act', async () => {
  const kase = await work({
    turn: ({ tried }, nth) => (tried ? ended : nth === 1 ? { ...waiting, dueInMs: 300 } : { ...waiting, dueInMs: 300 }),
  });
  await kase.ring();

  expect(await kase.workflow.result()).toBe('cured');
  expect(kase.acts).toHaveLength(1);
  expect(await eventTypes(kase)).toContain(timerStarted);
});

test('on a test clock there is no timer: the case waits until it is rung', async () => {
  const kase = await work({ turn: ({ tried }, nth) => (tried ? ended : nth === 2 ? due : waiting) });
  await kase.ring();
  await kase.turnsTaken(1);
  expect(kase.acts).toEqual([]);

  await kase.ring();

  expect(await kase.workflow.result()).toBe('cured');
  expect(kase.acts).toHaveLength(1);
  expect(await eventTypes(kase)).not.toContain(timerStarted);
});

test('a ring that comes while a turn is taken is followed by another turn', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const kase = await work({
    turn: async (_, nth) => {
      if (nth === 1) await held;
      return nth === 2 ? ended : waiting;
    },
  });
  await kase.ring();
  await kase.turnBegun(1);
  await kase.ring();
  await kase.ring();

  release();

  expect(await kase.workflow.result()).toBe('cured');
  expect(kase.turns).toHaveLength(2);
});

test('a ring that comes while an act is performed is answered by the turn that follows it', async () => {
  const kase: WorkedCase = await work({
    turn: ({ tried }, nth) => (tried ? waiting : nth === 1 ? due : ended),
    sendReminder: () => kase.ring(),
  });
  await kase.ring();
  await kase.turnsTaken(2);

  await kase.ring();

  expect(await kase.workflow.result()).toBe('cured');
  expect(kase.turns.map(({ tried }) => tried)).toEqual([undefined, 'plan-1', undefined]);
});

test('an act that fails does not fail its case, and is not tried beyond half a minute', async () => {
  const kase = await work({
    turn: ({ tried }) => (tried ? ended : due),
    sendReminder: async () => {
      throw ApplicationFailure.nonRetryable('the provider is gone');
    },
  });
  await kase.ring();

  expect(await kase.workflow.result()).toBe('cured');
  expect(kase.turns.at(-1)?.tried).toBe('plan-1');
  const { events } = await kase.workflow.fetchHistory();
  const act = events?.find(
    ({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.activityType?.name === 'sendReminder',
  );
  expect(Number(act?.activityTaskScheduledEventAttributes?.scheduleToCloseTimeout?.seconds)).toBe(30);
});

test('an act this worker does not know yet is left to the turn', async () => {
  const kase = await work({ turn: ({ tried }) => (tried ? ended : { ...due, act: 'furnish-credit-record' as never }) });
  await kase.ring();

  expect(await kase.workflow.result()).toBe('cured');
  expect(kase.acts).toEqual([]);
});

test('a turn that fails is retried for ever', async () => {
  let failures = 0;
  const kase = await work({
    turn: () => {
      if (++failures < 4) throw new Error('the store is away');
      return ended;
    },
  });
  await kase.ring();

  expect(await kase.workflow.result()).toBe('cured');
  expect(failures).toBe(4);
});

test('Temporal shows stage, bucket and tenant, and the plan in words', async () => {
  const kase = await work({ turn: () => waiting });
  await kase.ring();
  await kase.turnsTaken(1);
  await kase.ring();
  await kase.turnsTaken(2);

  const { typedSearchAttributes } = await kase.workflow.describe();
  expect(typedSearchAttributes.get(stageAttribute)).toBe('reminder');
  expect(typedSearchAttributes.get(bucketAttribute)).toBe('M1');
  expect(typedSearchAttributes.get(tenantAttribute)).toBe('test');
  expect(await kase.workflow.query('__temporal_workflow_metadata')).toMatchObject({
    currentDetails: expect.stringContaining('Next: send reminder at 2026-01-02T02:00:00.000Z, because sms-1 is due.'),
  });
});

test('a long history is continued in a new run, which begins with a turn', async () => {
  const because = 'long '.repeat(50_000); // 4 MiB of history make the server suggest it
  const kase = await work({ turn: (_, nth) => (nth === 25 ? ended : { ...due, act: undefined as never, because }) });
  await kase.ring();

  expect(await kase.workflow.result()).toBe('cured');
  const last = await kase.workflow.describe();
  const [first] = (await kase.workflow.fetchHistory()).events ?? [];
  expect(first?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId).toMatch(/./);
  expect(last.historyLength).toBeLessThan(25 * 6);
  expect(kase.turns.every(({ caseId }) => caseId === kase.caseId)).toBe(true);
}, 60_000);

test('a case whose run was terminated goes on in a new run when it is rung', async () => {
  const kase = await work({ turn: (_, nth) => (nth < 2 ? waiting : ended) });
  await kase.ring();
  await kase.turnsTaken(1);
  await kase.workflow.terminate('by an operator');

  await kase.ring();

  expect(await kase.workflow.result()).toBe('cured');
  expect(kase.turns.at(-1)).toEqual({ caseId: kase.caseId });
});

test('a case whose run was reset goes on from its journal', async () => {
  const kase = await work({ turn: (_, nth) => (nth < 3 ? waiting : ended) });
  await kase.ring();
  await kase.turnsTaken(1);
  await kase.ring();
  await kase.turnsTaken(2);
  const { runId } = await kase.workflow.describe();
  const { events } = await kase.workflow.fetchHistory();
  const firstTaskCompleted = events?.find(({ eventType }) => Number(eventType) === 7)?.eventId;

  await kase.client.workflowService.resetWorkflowExecution({
    namespace: 'default',
    workflowExecution: { workflowId: kase.workflow.workflowId, runId },
    reason: 'by an operator',
    requestId: `reset-${runId}`,
    ...(firstTaskCompleted ? { workflowTaskFinishEventId: firstTaskCompleted } : {}),
  });

  expect(await kase.workflow.result()).toBe('cured');
  expect(kase.turns).toHaveLength(3);
});
