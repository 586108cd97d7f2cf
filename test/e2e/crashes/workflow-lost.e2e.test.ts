import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../contracts/eventually.js';
import { publish } from '../publish.js';
import { loanStory } from '../scenes/loan-story.js';
import { firstSms, giveOverdue, receiptOf, secondSms } from './overdue.js';
import { startGatedStack, type GatedStack } from './gated-stack.js';
import { ownTenant } from './own-tenant.js';

const tenant = ownTenant('workflow-lost');
const dueOn = '2026-01-05';
let gated: GatedStack;
let stack: GatedStack['stack'];
let gate: GatedStack['gate'];
let look: GatedStack['look'];

beforeAll(async () => {
  gated = await startGatedStack(tenant);
  ({ stack, gate, look } = gated);
  await giveOverdue(stack, ['terminated', 'while-acting', 'paid', 'reset'], dueOn);
  await stack.advanceTo(receiptOf(firstSms(dueOn)));
});
afterAll(() => gated?.stop());

const caseOf = (loan: string): string => `${tenant}/${loan}/1`;
const steps = async (loan: string) => (await look.received(loan)).map(({ id }) => id.slice(caseOf(loan).length + 1));
const runOf = async (loan: string) => {
  const { runId, status } = await stack.workflow(caseOf(loan)).describe();
  return { runId, status: status.name };
};

test('a case whose workflow was terminated goes on in a new run, and does nothing twice', async () => {
  const lost = await runOf('terminated');
  await stack.workflow(caseOf('terminated')).terminate('by an operator');
  const acting = gate.hold(`${caseOf('while-acting')}/1/sms-2/1`, 'after');

  const advancing = stack.advanceTo(receiptOf(secondSms(dueOn)));
  await acting.reached;
  await stack.workflow(caseOf('while-acting')).terminate('by an operator, in the middle of a send');
  acting.release();
  await advancing;

  for (const loan of ['terminated', 'while-acting']) {
    expect(await steps(loan)).toEqual(['1/sms-1/1', '1/sms-2/1']);
    expect(await runOf(loan)).toMatchObject({ status: 'RUNNING' });
    const concluded = (await look.facts(loan)).filter(({ type }) => type === 'contact-concluded');
    expect(concluded).toHaveLength(2);
  }
  expect((await runOf('terminated')).runId).not.toBe(lost.runId);
});

test('a payment reaches a case whose workflow was terminated: ingest starts a new run, and nobody moves the clock', async () => {
  await stack.workflow(caseOf('paid')).terminate('by an operator');

  const { events } = loanStory(tenant, 'paid', 'p-paid').paid(
    'a',
    '2026-01-10',
    undefined,
    undefined,
    '2026-01-10T02:00:00.000Z',
  );
  await publish(stack, events);

  await eventually(async () => (await look.kase('paid'))?.stage === 'monitoring');
  expect(await runOf('paid')).toMatchObject({ status: 'RUNNING' });
});

test('a case whose workflow is reset to any task of its past goes on from its journal, and does nothing twice', async () => {
  await stack.advanceTo('2026-01-14T00:00:00.000Z');
  const done = ['1/sms-1/1', '1/sms-2/1', '1/dial-1/1'];
  expect(await steps('reset')).toEqual(done);
  const { seq } = (await look.kase('reset')) ?? {};
  const handle = stack.workflow(caseOf('reset'));
  const { runId } = await handle.describe();
  const { events = [] } = await handle.fetchHistory();
  const tasks = events?.flatMap(({ eventId, workflowTaskCompletedEventAttributes }) =>
    workflowTaskCompletedEventAttributes && eventId ? [eventId] : [],
  );
  expect(tasks?.length).toBeGreaterThan(10);

  for (const workflowTaskFinishEventId of tasks ?? []) {
    const reset: { runId?: string | null } = await handle.client.workflowService.resetWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId: handle.workflowId, runId },
      reason: 'by an operator',
      requestId: randomUUID(),
      workflowTaskFinishEventId,
    });
    await eventually(async () => {
      const now = await handle.describe();
      const { pendingActivities, pendingWorkflowTask } = now.raw;
      return now.runId === reset.runId && !pendingWorkflowTask && pendingActivities?.length === 0;
    });
  }

  expect(await steps('reset')).toEqual(done);
  expect((await look.kase('reset'))?.seq).toBe(seq);
  await stack.advanceTo('2026-01-15T12:00:00.000Z');
  const [task] = await look.tasks('reset');
  expect(task?._id).toBe(`${caseOf('reset')}/1/call-1/1`);
});

test('the audit from outside finds nothing wrong in any of it', async () => {
  const { code, output } = await stack.audit();
  expect(code, output).toBe(0);
});
