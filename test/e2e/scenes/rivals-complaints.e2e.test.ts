import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import { readPlanId } from '@recourse/domain/case/case-id';
import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { playRivals } from './play-rivals.js';
import {
  callsBeginAt,
  endsAt,
  firstMessageAt,
  lastMoment,
  minuteAfter,
  minuteBefore,
  racing,
  startsAt,
} from './rival-stories.js';

/**
 * The complaints of `collections-field.md` section 2, each with the rival's issue in its title, told of real loans: Kafka, MongoDB, Temporal, the
 * outside, one clock. Each would fail where it was raised. The same on the pure case: `test/case/rivals-complaints.test.ts`.
 */
const tenant = 'rivals';
let stack: TestStack;
let look: Look;

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: startsAt });
  look = lookAt(stack);
  await playRivals(stack);
}, 600_000);
afterAll(() => stack?.stop());

const ofType = async <T extends CaseFact['type']>(loan: string, type: T) =>
  (await look.facts(loan)).filter((fact): fact is Extract<CaseFact, { type: T }> => fact.type === type);
const stages = async (loan: string): Promise<string[]> =>
  (await look.facts(loan)).flatMap((fact) => {
    if (fact.type === 'stage-entered') return `${fact.stage}: ${fact.because}`;
    return fact.type === 'stage-passed-over' ? `${fact.stage}: passed over` : [];
  });
/** When somebody was contacted about the loan, by whatever means. */
const contacted = async (loan: string, from = '0', to = '9'): Promise<string[]> =>
  (await look.acts(loan)).flatMap(({ act, begunAt }) =>
    'personId' in act && begunAt > from && begunAt < to ? begunAt : [],
  );
/** What the case noted of the loan's money at noon of a day in Shanghai. */
const notedAt = async (loan: string, day: string) =>
  (await ofType(loan, 'position-noted')).find(({ at }) => at === `${day}T04:00:00.000Z`);
const stepsOf = async (loan: string): Promise<string[]> => {
  const acts = (await look.acts(loan)).filter(({ act }) => act.kind === 'send-reminder' || act.kind === 'place-call');
  return acts.map(({ _id }) => `${readPlanId(_id).step}/${readPlanId(_id).attempt}`);
};
/** When each step was first planned for. */
const plannedFor = async (loan: string): Promise<Map<string, string>> => {
  const plans = (await ofType(loan, 'step-planned')).flatMap(({ plan }) => ('ending' in plan ? [] : plan));
  return new Map(plans.toReversed().map(({ id, dueAt }) => [readPlanId(id).step, dueAt]));
};

test('complaint 1 (killbill/killbill #2297): after a part payment the ladder is counted from the oldest unpaid day, and no stage is skipped', async () => {
  expect(await stages('part')).toEqual([
    'reminder: grace-passed',
    'call: condition-met',
    'visit: condition-met',
    'call: arrears-reduced',
    'visit: condition-met',
  ]);
  const entered = (await ofType('part', 'stage-entered')).map(({ at }) => at);
  // On 8 February the second instalment is nineteen days late; thirty-one on the 20th.
  expect(entered.slice(3)).toEqual(['2026-02-08T04:00:00.000Z', '2026-02-19T16:00:00.000Z']);
  expect((await look.kase('part'))?.anchorOn).toBe('2026-01-20');
  expect((await contacted('part', '2026-02-08T04:00:00.000Z')).length).toBeGreaterThan(0);
});

describe('complaint 2 (killbill/killbill #472, #695)', () => {
  test.each(racing[callsBeginAt])(
    'money told in the minute in which calls begin ends the collection of %s, whoever is first',
    async (loan) => {
      expect((await stages(loan)).at(-1)).toBe('monitoring: cured');
      const [payment] = (await look.events(loan)).filter(({ paymentId }) => paymentId !== undefined);
      const orders = (await look.acts(loan)).flatMap(({ covers }) => covers.map(({ order }) => order));
      expect(orders.length).toBeGreaterThan(0);
      expect(orders.filter((order) => order > (payment?.order ?? 0))).toEqual([]);
    },
  );

  test('what is overdue may go without a payment: a waiver clears it as well', async () => {
    expect((await stages('waived')).at(-1)).toBe('monitoring: cured');
    expect(await contacted('waived', '2026-01-14T04:30:00.000Z')).toEqual([]);
  });
});

describe('complaint 4 (apache/fineract #3856, GaloyMoney/lana-bank #1899)', () => {
  test('who pays in the very minute in which the reminder is due is written to by nobody', async () => {
    expect(await look.acts('paid-in-the-minute')).toEqual([]);
    expect(await look.received('paid-in-the-minute')).toEqual([]);
  });

  test.each(racing[firstMessageAt])(
    'a message that races the payment of %s began before it was taken, or not at all',
    async (loan) => {
      const [payment] = (await look.events(loan)).filter(({ paymentId }) => paymentId !== undefined);
      const acts = await look.acts(loan);
      for (const { covers } of acts) expect(covers[0]?.order).toBeLessThan(payment?.order ?? 0);
      expect((await look.received(loan)).map(({ id }) => id)).toEqual(acts.map(({ _id }) => _id));
      expect((await stages(loan)).at(-1)).toBe('monitoring: cured');
    },
  );
});

test('complaint 5 (FOSSBilling #3963, #4024, #3726; Invoice Ninja #1693): woken as often as one likes, each reminder goes once', async () => {
  const untilCalls = (steps: string[]): string[] => steps.filter((step) => /^(sms-1|sms-2|dial-1)\/1$/.test(step));
  expect(untilCalls(await stepsOf('woken'))).toEqual(untilCalls(await stepsOf('plain')));
  const messages = (await look.received('woken')).filter(({ channel }) => channel === 'sms').map(({ id }) => id);
  expect(messages.length).toBeGreaterThan(1);
  expect(new Set(messages).size).toBe(messages.length);
});

test('complaint 7 (OCA/credit-control #470, #432, #460): one person with two loans hears once of both, and when one is paid the other is not forgotten', async () => {
  const paidAt = '2026-01-20T04:00:00.000Z';
  const reached = (await look.acts('two-a')).filter(({ act, begunAt }) => 'personId' in act && begunAt < paidAt);
  expect(reached.length).toBeGreaterThan(2);
  for (const { covers } of reached) expect(covers.map(({ loanId }) => loanId).toSorted()).toEqual(['two-a', 'two-b']);
  const received = await look.received();
  for (const { _id } of reached) expect(received.filter(({ id }) => id === _id)).toHaveLength(1);
  expect(await contacted('two-a', paidAt)).toEqual([]);
  expect((await contacted('two-b', paidAt)).length).toBeGreaterThan(2);
});

test('complaint 8 (apache/fineract #3604, #3659, #5100): three holds that overlap stop the clock once, and it goes on with the time that was left', async () => {
  expect((await ofType('held', 'hold-placed')).map(({ hold: { id } }) => id)).toEqual(['h-1', 'h-2', 'h-3']);
  expect(await contacted('held', '2026-01-14T00:00:00.000Z', '2026-01-24T00:00:00.000Z')).toEqual([]);
  const [plain, held] = [await plannedFor('plain'), await plannedFor('held')];
  // Ten midnights in Shanghai lie under a hold, from the 15th to the 24th.
  const later = (at = ''): string => new Date(Date.parse(at) + 10 * 86_400_000).toISOString();
  for (const step of ['call-1', 'call-2', 'call-3', 'visit-1'])
    expect([step, held.get(step)]).toEqual([step, later(plain.get(step))]);
  // Days past due run on: they are a fact, not a clock of ours.
  expect((await look.kase('held'))?.anchorOn).toBe('2026-01-05');
});

describe('complaint 11 (frappe/erpnext #41752, #42605, #58220)', () => {
  test('one of several instalments is paid and nothing ends: the oldest is paid by it, and the next is asked for', async () => {
    expect(await notedAt('pays-one', '2026-01-27')).toMatchObject({ arrears: 301_000, unpaidInstalments: [2] });
    expect((await contacted('pays-one', '2026-01-27T04:00:00.000Z')).length).toBeGreaterThan(0);
    const entered = await ofType('pays-one', 'stage-entered');
    expect(entered.find(({ stage }) => stage === 'monitoring')?.at).toBe('2026-02-05T04:00:00.000Z');
  });

  test('a yuan that is left is still owed and asked for', async () => {
    expect(await notedAt('almost', '2026-01-14')).toMatchObject({ arrears: 100 });
    const asked = (await look.acts('almost')).filter(({ begunAt }) => begunAt > '2026-01-14T04:00:00.000Z');
    expect(asked.length).toBeGreaterThan(0);
    for (const { covers } of asked) expect(covers[0]?.arrears).toBe(100);
  });
});

describe('complaint 12 (frappe/lending #214, #231, #236, #607)', () => {
  test('money back-dated to before a stage was entered brings the case to where it would stand', async () => {
    expect((await stages('back-dated')).slice(2)).toEqual([
      'visit: condition-met',
      'call: arrears-reduced',
      'visit: condition-met',
    ]);
    expect(await notedAt('back-dated', '2026-02-08')).toMatchObject({
      arrears: 301_000,
      dpd: 19,
      bucket: 'M1',
      oldestUnpaidDueOn: '2026-01-20',
    });
  });

  test('a payment reversed after cure takes the case back to where it was, by the days as they are, and repeats no step', async () => {
    expect((await stages('reversed')).slice(2, 5)).toEqual([
      'visit: condition-met',
      'monitoring: cured',
      'visit: payment-reversed',
    ]);
    expect(await notedAt('reversed', '2026-02-14')).toMatchObject({
      dpd: 40,
      bucket: 'M2',
      oldestUnpaidDueOn: '2026-01-05',
    });
    const steps = await stepsOf('reversed');
    expect(steps.toSorted()).toEqual([...new Set(steps)].toSorted());
    expect(await contacted('reversed', '2026-02-08T04:00:00.000Z', '2026-02-14T04:00:00.000Z')).toEqual([]);
  });
});

describe('complaint 15 (killbill/killbill #1997, #708)', () => {
  test('what stops one loan of a person does not stop the other', async () => {
    expect(await contacted('own-a', '2026-01-14T00:00:00.000Z')).toEqual([]);
    expect((await contacted('own-b', '2026-01-14T00:00:00.000Z')).length).toBeGreaterThan(2);
  });

  test('a case on the last rung of its ladder keeps a plan until servicing says how it ends, and an ending is one', async () => {
    const old = await look.kase('old');
    expect(old).toMatchObject({ status: 'open', stage: 'legal' });
    expect(old && !('ending' in old.plan) && old.plan.dueAt > endsAt).toBe(true);
    expect((await look.kase('plain'))?.plan).toEqual({ ending: 'sold' });
    expect(await contacted('plain', '2026-02-09T04:00:00.000Z')).toEqual([]);
  });
});

describe('a promise to pay', () => {
  test('is kept by news of one minute before its last moment', async () => {
    expect(await ofType('minute-before', 'promise-judged')).toMatchObject([{ state: 'kept', at: minuteBefore }]);
  });

  test('is broken at its last moment, and news of one minute after with money of too late a day does not mend it', async () => {
    expect(await ofType('minute-after', 'promise-judged')).toMatchObject([
      { state: 'broken', at: lastMoment, received: 0 },
    ]);
    const paid = (await ofType('minute-after', 'stage-entered')).at(-1);
    expect(paid).toMatchObject({ stage: 'monitoring', at: minuteAfter });
  });

  test('is turned back by late news of money that was there in time', async () => {
    expect(await ofType('turned-back', 'promise-judged')).toMatchObject([
      { state: 'broken', at: lastMoment },
      { state: 'kept', was: 'broken' },
    ]);
    expect(await contacted('turned-back', '2026-01-23T03:00:00.000Z')).toEqual([]);
  });
});

test('the audit from outside finds nothing wrong in any of it', async () => {
  const { code, output } = await stack.audit();
  expect(code, output).toBe(0);
});
