import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../contracts/eventually.js';
import { givePortfolio } from '../given.js';
import { lookAt, type Look } from '../look.js';
import { publish } from '../publish.js';
import { loanStory, scenePerson } from '../scenes/loan-story.js';
import { startTestStack, type TestStack } from '../stack.js';
import { ownTenant } from './own-tenant.js';
import { shiftedWallClock, type ShiftedWallClock } from './shifted-wall-clock.js';

const tenant = ownTenant('real-clock');
/** Yesterday: Kafka takes no records dated more than an hour ahead. */
const today = addDays(new Date().toISOString().slice(0, 10), -1);
/** 10:00 in Shanghai, when consumer-cn sends reminders. */
const ten = `${today}T02:00:00.000Z`;
const tenPlus = (seconds: number): string => new Date(Date.parse(ten) + seconds * 1_000).toISOString();

let wall: ShiftedWallClock;
let stack: TestStack;
let look: Look;

beforeAll(async () => {
  wall = shiftedWallClock();
  wall.jumpTo(tenPlus(-600));
  stack = await startTestStack({ tenant, env: wall.env });
  look = lookAt(stack);
});
afterAll(async () => {
  await stack?.stop();
  wall?.remove();
});

const caseOf = (loan: string): string => `${tenant}/${loan}/1`;
const secondsAfterTen = (at: string | undefined): number => (Date.parse(at ?? '') - Date.parse(ten)) / 1_000;
const planned = async (loan: string): Promise<string | undefined> => {
  const plan = (await look.kase(loan))?.plan;
  return plan && 'dueAt' in plan ? `${plan.act?.kind} ${plan.dueAt}` : undefined;
};
const eventsOfRun = async (loan: string): Promise<string[]> => {
  const { events } = await stack.workflow(caseOf(loan)).fetchHistory();
  return (events ?? []).flatMap(
    ({
      timerStartedEventAttributes,
      timerFiredEventAttributes,
      workflowExecutionSignaledEventAttributes,
      activityTaskScheduledEventAttributes,
    }) => {
      if (timerStartedEventAttributes) return 'timer set';
      if (timerFiredEventAttributes) return 'timer fired';
      if (workflowExecutionSignaledEventAttributes) return 'rung';
      return activityTaskScheduledEventAttributes?.activityType?.name ?? [];
    },
  );
};

const told = (loan: string) => loanStory(tenant, loan, `p-${loan}`);

beforeAll(async () => {
  wall.jumpTo(tenPlus(-15));
  const stories = ['timed', 'lost'].map((loan) => told(loan).missed(1, addDays(today, -5), 1, wall.now()));
  await givePortfolio(stack, {
    events: stories.flatMap(({ events }) => events),
    persons: stories.map(({ person }, nth) => scenePerson(person, nth)),
  });
  for (const { loan } of stories) await stack.script({ loan, alwaysReached: true, afterwards: 'silent' });
  await eventually(async () => (await planned('lost')) === `send-reminder ${ten}`);
  await stack.workflow(caseOf('lost')).terminate('by an operator');
});

test('a timer of Temporal fires at its second, and the reminder is sent though nobody rings', async () => {
  await eventually(async () => (await look.acts('timed')).length > 0);

  const [act] = await look.acts('timed');
  expect(secondsAfterTen(act?.begunAt)).toBeGreaterThanOrEqual(0);
  expect(secondsAfterTen(act?.begunAt)).toBeLessThan(5);
  const run = await eventsOfRun('timed');
  expect(run.slice(0, run.indexOf('sendReminder')).slice(-2)).toEqual(['timer set', 'timer fired']);
});

test('the receipt is heard by itself, a payment ends the collection, and the end of the loan the workflow', async () => {
  await eventually(async () => (await look.facts('timed')).some(({ type }) => type === 'step-done'));

  await publish(stack, told('timed').paid('a', today, undefined, undefined, wall.now()).events);
  await eventually(async () => (await look.kase('timed'))?.stage === 'monitoring');
  await publish(stack, told('timed').closed('paid-off', wall.now()).events);

  expect(await stack.workflow(caseOf('timed')).result()).toBe('paid-off');
  expect((await look.received('timed')).length).toBe(1);
});

test('a case whose workflow was lost before its time, and for which nobody rings, is found by the sweeper and acts at its time', async () => {
  wall.jumpTo(tenPlus(61));

  await eventually(async () => (await look.acts('lost')).length > 0);

  const [act] = await look.acts('lost');
  expect(secondsAfterTen(act?.begunAt)).toBeGreaterThanOrEqual(0);
  expect(secondsAfterTen(act?.begunAt)).toBeLessThan(60);
  expect(await eventsOfRun('lost')).toContain('rung');
});

test('the audit from outside finds nothing wrong in any of it', async () => {
  await eventually(async () => (await look.facts('lost')).some(({ type }) => type === 'step-done'));
  const { code, output } = await stack.audit();
  expect(code, output).toBe(0);
});
