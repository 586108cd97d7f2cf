import type { Act } from '@recourse/domain/case/act';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { PlannedNext } from '@recourse/domain/case/plan';
import { describe, expect, test } from 'vitest';
import { aBeginRead } from '../builders/begin-read.js';
import { aCase, aDeskCall, aLoan, aPerson, aReminder, aTask, ten } from '../builders/contact-records.js';
import { taskOpened } from '@recourse/activities/turn/tasks-of-turn';
import { joiningLoans } from '@recourse/activities/contact/joining-loans';

const visit: Act = { kind: 'arrange-visit', personId: 'p1', pointId: 'a1' };
const notice: Act = { ...aReminder, kind: 'send-notice', notice: 'legal' } as Act;
const otherPlan = (act: Act, inMinutes: number): Partial<PlannedNext> => ({ act, dueAt: minutesLater(ten, inMinutes) });

/** Whether a second loan joins the first one's contact when it begins, and when its task is opened (undefined: no task for such an act). */
function joins(own: Act, other: Act, inMinutes = 0): { begun: boolean; offered?: boolean } {
  const kase = aCase('L1', own);
  const sibling = aCase('L2', other, otherPlan(other, inMinutes));
  const task = aTask(kase, 'ana');
  const byPeople = own.kind === 'arrange-visit' || (own.kind === 'place-call' && own.by === 'desk');
  if ('ending' in kase.plan || 'ending' in sibling.plan) throw new Error('both cases are open');
  const begun = joiningLoans(
    { ...kase.plan, act: own },
    { caseId: kase.caseId, planId: kase.plan.id, actor: 'ana', ...(byPeople && { taskId: task._id }) },
    aBeginRead({
      kase,
      siblings: [{ kase: sibling, loan: aLoan('L2') }],
      person: aPerson(['L1', 'L2']),
      ...(byPeople && { task }),
    }),
    60,
  );
  if (!byPeople) return { begun: begun.length === 1 };
  const fact = {
    v: 1 as const,
    at: ten,
    cause: 'i',
    type: 'task-opened' as const,
    taskId: kase.plan.id,
    to: 'desk',
    deadline: ten,
  };
  const { covers } = taskOpened(fact, kase, [{ caseId: sibling.caseId, loanId: 'L2', plan: sibling.plan }], 60);
  return { begun: begun.length === 1, offered: covers.length === 2 };
}

describe('two loans of a person are one contact', () => {
  test.each<[string, Act, Act, number]>([
    ['when both want the same message', aReminder, aReminder, 0],
    ['when the second is due within the window', aReminder, aReminder, 60],
    ['when both want the same notice', notice, notice, 0],
  ])('%s', (_when, own, other, inMinutes) => {
    expect(joins(own, other, inMinutes)).toEqual({ begun: true });
  });

  test.each<[string, Act, Act, number]>([
    ['when both want a call', aDeskCall, aDeskCall, 60],
    [
      'when people call, whichever number the other’s plan had chosen',
      aDeskCall,
      { ...aDeskCall, pointId: 'm2' } as Act,
      0,
    ],
    ['when people go, whichever address the other’s plan had chosen', visit, { ...visit, pointId: 'a2' } as Act, 0],
  ])('%s: in the task that is opened and in the conversation that begins', (_when, own, other, inMinutes) => {
    expect(joins(own, other, inMinutes)).toEqual({ begun: true, offered: true });
  });
});

describe('two loans of a person are two contacts', () => {
  test.each<[string, Act, Act, number]>([
    ['when the second is due after the window', aReminder, aReminder, 61],
    ['when a machine would write to another number', aReminder, { ...aReminder, pointId: 'm2' } as Act, 0],
    ['when one goes by another channel', aReminder, { ...aReminder, channel: 'email' } as Act, 0],
    ['when one is a notice', aReminder, notice, 0],
    ['when the notices differ', notice, { ...notice, notice: 'outsourcing' } as Act, 0],
  ])('%s', (_when, own, other, inMinutes) => {
    expect(joins(own, other, inMinutes)).toEqual({ begun: false });
  });

  test.each<[string, Act, Act, number]>([
    ['when the second is due after the window', aDeskCall, aDeskCall, 61],
    ['when they are for two people', aDeskCall, { ...aDeskCall, personId: 'p2' } as Act, 0],
    ['when they have two purposes', aDeskCall, { ...aDeskCall, purpose: 'locate' } as Act, 0],
    ['when one is a machine’s call', aDeskCall, { ...aDeskCall, by: 'dialler' } as Act, 0],
    ['when one is a visit', aDeskCall, visit, 0],
  ])('%s: neither in the task nor in the conversation', (_when, own, other, inMinutes) => {
    expect(joins(own, other, inMinutes)).toEqual({ begun: false, offered: false });
  });
});
