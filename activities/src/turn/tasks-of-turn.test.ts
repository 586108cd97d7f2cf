import type { Act } from '@recourse/domain/case/act';
import { unopened } from '@recourse/domain/case/evolve';
import { expect, test } from 'vitest';
import { taskOpened } from './tasks-of-turn.js';
import type { Sibling } from './turn-store.js';

const at = '2026-01-12T06:00:00.000Z';
const deadline = '2026-01-12T12:00:00.000Z';
const call: Extract<Act, { kind: 'place-call' }> = {
  kind: 'place-call',
  purpose: 'collect',
  by: 'desk',
  personId: 'p1',
  pointId: 'm1',
};
const taskId = 't/a/1/1/call-1/1';
const kase = {
  ...unopened,
  caseId: 't/a/1',
  tenant: 't',
  loanId: 'a',
  terms: { ...unopened.terms, debtors: [{ personId: 'p1', role: 'borrower' as const }] },
  plan: { id: taskId, readPosition: 1, dueAt: deadline, act: call, awaiting: 'task' as const, because: '' },
};
const opened = (to: string, id = taskId) => ({
  v: 1 as const,
  at,
  cause: 'i-1',
  type: 'task-opened' as const,
  taskId: id,
  to,
  deadline,
});
const sibling = (plan: Partial<Sibling['plan']>, act: Partial<typeof call> = {}): Sibling => ({
  caseId: 't/b/1',
  loanId: 'b',
  plan: {
    id: 't/b/1/1/call-1/1',
    readPosition: 1,
    dueAt: '2026-01-12T06:30:00.000Z',
    act: { ...call, ...act },
    because: '',
    ...plan,
  },
});

test('a call that is offered becomes a task for the plan it names', () => {
  expect(taskOpened(opened('desk'), kase, [], 60)).toEqual({
    _id: taskId,
    tenant: 't',
    kind: 'call',
    covers: [{ caseId: 't/a/1', planId: taskId, loanId: 'a' }],
    personId: 'p1',
    pointId: 'm1',
    openedAt: at,
    deadline,
    status: 'open',
    version: 1,
  });
});

test('the same call to the same person due within the window is covered by the task', () => {
  const { covers } = taskOpened(opened('desk'), kase, [sibling({})], 60);

  expect(covers.map(({ planId }) => planId)).toEqual([taskId, 't/b/1/1/call-1/1']);
});

test.each([
  ['due later than the window', sibling({ dueAt: '2026-01-12T07:01:00.000Z' })],
  ['under way already', sibling({ awaiting: 'task' })],
  ['for another person', sibling({}, { personId: 'p2' })],
  ['for another purpose', sibling({}, { purpose: 'locate' })],
  ['for a machine', sibling({}, { by: 'dialler' })],
  ['a visit', sibling({ act: { kind: 'arrange-visit', personId: 'p1', pointId: 'a1' } })],
])('a plan that is %s is not', (_why, other) => {
  expect(taskOpened(opened('desk'), kase, [other], 60).covers).toHaveLength(1);
});

test('other work is about the borrower', () => {
  expect(taskOpened(opened('verify-person', 't/a/1/1/verify-p1/1'), kase, [sibling({})], 60)).toMatchObject({
    kind: 'verify-person',
    personId: 'p1',
    covers: [{ planId: 't/a/1/1/verify-p1/1' }],
  });
  expect(taskOpened(opened('locate-debtor', 't/a/1/1/locate-debtor-1/1'), kase, [], 60)).toMatchObject({
    kind: 'locate-debtor',
    personId: 'p1',
  });
  expect(taskOpened(opened('complaint', 't/a/1/1/call-1/1/complaint'), kase, [], 60)).toMatchObject({
    kind: 'follow-up',
  });
});
