import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import { ownTenant } from '../crashes/own-tenant.js';
import { givePortfolio } from '../given.js';
import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { loanStory, scenePerson } from './loan-story.js';

const tenant = ownTenant('promises');
/** The first call for a collector is on ladder day 10, 15 January at 14:00; who is reached promises all of it for the 18th. */
const promisedFor = '2026-01-18';
/** A day of grace, two of posting: 22 January at 00:00 in Shanghai. */
const lastMoment = '2026-01-21T16:00:00.000Z';
const minuteBefore = '2026-01-21T15:59:00.000Z';
const of = (loan: string, person = `p-${loan}`) => loanStory(tenant, loan, person).missed(1, '2026-01-05');
const stories = [
  of('kept-at-last').paid('a', '2026-01-21', undefined, '2026-01-19', minuteBefore),
  of('broken'),
  of('turned-back').paid('a', '2026-01-23', undefined, '2026-01-19', '2026-01-23T03:00:00.000Z'),
  of('by-parts').paid('a', '2026-01-17', 150_000).paid('b', '2026-01-19', 151_000),
  of('bounced').paid('a', '2026-01-18').reversed('a', '2026-01-20'),
  of('two-a', 'p-two'),
  of('two-b', 'p-two'),
];

let stack: TestStack;
let look: Look;
beforeAll(async () => {
  stack = await startTestStack({ tenant, now: '2026-01-02T00:00:00.000Z' });
  const persons = [...new Set(stories.map(({ person }) => person))].map((person, nth) => scenePerson(person, nth));
  await givePortfolio(stack, { events: stories.flatMap(({ events }) => events), persons });
  for (const { loan } of stories)
    await stack.script({
      loan,
      alwaysReached: true,
      afterwards: 'silent',
      bots: [{ code: 'no-answer' }],
      calls: loan.startsWith('two') ? [{ code: 'call-back-at' }] : [{ code: 'promise', kept: false }],
    });
  look = lookAt(stack);
  await stack.advanceTo('2026-01-30T00:00:00.000Z');
}, 600_000);
afterAll(() => stack?.stop());

const ofType = async <T extends CaseFact['type']>(loan: string, type: T) =>
  (await look.facts(loan)).filter((fact): fact is Extract<CaseFact, { type: T }> => fact.type === type);
/** To collect: what the law demands, such as the notice before a bureau is told, comes meanwhile too. */
const begun = async (loan: string, from: string, to = '9'): Promise<string[]> =>
  (await look.acts(loan)).flatMap(({ act, begunAt }) =>
    'purpose' in act && act.purpose === 'collect' && begunAt > from && begunAt < to ? begunAt : [],
  );
const madeAt = async (loan: string): Promise<string> => (await ofType(loan, 'promise-made'))[0]?.promise.madeAt ?? '9';

describe('a promise on real servers', () => {
  it('keeps the terms it was made under, and nobody is contacted to collect until it is judged', async () => {
    for (const loan of ['kept-at-last', 'broken', 'turned-back', 'by-parts']) {
      const [made] = await ofType(loan, 'promise-made');
      expect(made?.promise).toMatchObject({
        by: promisedFor,
        keptUntil: '2026-01-19',
        judgedAt: lastMoment,
        channel: 'call',
      });
      expect(await begun(loan, await madeAt(loan), lastMoment)).toEqual([]);
    }
  });

  it('is kept by news of one minute before its last moment', async () => {
    expect(await ofType('kept-at-last', 'promise-judged')).toMatchObject([{ state: 'kept', at: minuteBefore }]);
    expect((await look.kase('kept-at-last'))?.stage).toBe('monitoring');
  });

  it('is broken at its last moment and not before, and called about on the next day', async () => {
    expect(await ofType('broken', 'promise-judged')).toMatchObject([{ state: 'broken', at: lastMoment, received: 0 }]);
    const planned = (await ofType('broken', 'step-planned')).flatMap(({ plan }) => ('ending' in plan ? [] : plan));
    const call = planned.find(({ id }) => id.includes('/call-broken/'));
    expect(call).toMatchObject({ dueAt: '2026-01-22T06:00:00.000Z', act: { kind: 'place-call', by: 'desk' } });
    const [made] = await ofType('broken', 'promise-made');
    const called = (await ofType('broken', 'alternative-called-in')).find(({ step }) => step === 'call-broken');
    expect(called).toMatchObject({ at: lastMoment, cause: made?.promise.id });
    expect((await begun('broken', lastMoment)).length).toBeGreaterThan(0);
  });

  it('is turned back by news of money that was there in time, whatever was done meanwhile', async () => {
    expect(await ofType('turned-back', 'promise-judged')).toMatchObject([
      { state: 'broken', at: lastMoment },
      { state: 'kept', was: 'broken', cause: expect.stringContaining('turned-back-pay-a') },
    ]);
    expect((await look.kase('turned-back'))?.stage).toBe('monitoring');
    expect(await begun('turned-back', '2026-01-23T03:00:00.000Z')).toEqual([]);
  });

  it('is kept by parts that add up, on the day the last of them comes', async () => {
    expect(await ofType('by-parts', 'promise-judged')).toMatchObject([
      { state: 'kept', at: '2026-01-19T04:00:00.000Z' },
    ]);
  });

  it('is broken after all by money that is taken back, and the case is where it was', async () => {
    expect(await ofType('bounced', 'promise-judged')).toMatchObject([
      { state: 'kept' },
      { state: 'broken', was: 'kept' },
    ]);
    const entered = (await ofType('bounced', 'stage-entered')).map(({ stage, because }) => `${stage}: ${because}`);
    expect(entered.slice(-2)).toEqual(['monitoring: cured', 'call: payment-reversed']);
  });
});

it('complaint 7 (OCA/credit-control #470, #432, #460): one person with two loans has one call about both, and neither loan is forgotten', async () => {
  const calls = (await look.acts('two-a')).filter(({ act, taskId }) => act.kind === 'place-call' && taskId);
  expect(calls.length).toBeGreaterThan(0);
  for (const { covers } of calls) expect(covers.map(({ loanId }) => loanId).toSorted()).toEqual(['two-a', 'two-b']);
  const received = await look.received();
  for (const { _id } of calls) expect(received.filter(({ id }) => id === _id)).toHaveLength(1);
  for (const loan of ['two-a', 'two-b']) expect((await look.kase(loan))?.plan).not.toHaveProperty('ending');
});

it('complaint 5 (FOSSBilling #3963, Invoice Ninja #1693): nothing reached anybody twice under one name, and no two messages say the same on one day', async () => {
  for (const { loan } of stories) {
    const received = (await look.received(loan)).map(({ id }) => id);
    expect(new Set(received).size).toBe(received.length);
    const sent = (await look.acts(loan)).flatMap(({ act, begunAt }) =>
      act.kind === 'send-reminder' ? `${act.channel} ${act.template} ${begunAt.slice(0, 10)}` : [],
    );
    expect(new Set(sent).size).toBe(sent.length);
  }
});

it('the audit from outside finds nothing wrong in any of it', async () => {
  const { code, output } = await stack.audit();
  expect(code, output).toBe(0);
});
