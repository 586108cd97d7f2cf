import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlanId } from '@recourse/domain/case/case-id';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { ActRecord } from '@recourse/activities/records/act-record';
import { startTestStack, type TestStack } from '../stack.js';
import { givePortfolio } from '../given.js';
import { lookAt, type Look } from '../look.js';
import { endsAt, personsOf, startsAt, storiesOf } from './stories.js';

const tenant = 'scenes';
let stack: TestStack;
let look: Look;

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: startsAt });
  const stories = storiesOf(tenant);
  await givePortfolio(stack, { events: stories.flatMap(({ events }) => events), persons: personsOf(stories) });
  // Nobody pays or answers but as the story says; messages arrive.
  for (const { loan, person } of stories)
    await stack.script({ loan, calls: person === 'p-together' ? [{ code: 'refuses' }] : [], afterwards: 'silent' });
  await stack.advanceTo(endsAt);
  look = lookAt(stack);
}, 600_000);

afterAll(() => stack?.stop());

const stagesOf = (facts: CaseFact[]): string[] =>
  facts.flatMap((fact) => {
    if (fact.type === 'stage-entered') return `${fact.stage}: ${fact.because}`;
    return fact.type === 'stage-passed-over' ? `${fact.stage}: passed over` : [];
  });
const ladder = (upTo: string): string[] => {
  const stages = [
    'reminder: grace-passed',
    'call: condition-met',
    'visit: condition-met',
    'outsourcing: condition-met',
    'legal: condition-met',
  ];
  return stages.slice(0, stages.findIndex((stage) => stage.startsWith(upTo)) + 1);
};
const collecting = (acts: ActRecord[], after: string): ActRecord[] =>
  acts.filter(({ act, begunAt }) => 'purpose' in act && begunAt > after);

it('a debtor who never answers and never pays climbs the ladder to the law firm, stage by stage', async () => {
  const facts = await look.facts('ladder');
  expect(stagesOf(facts)).toEqual(ladder('legal'));
  expect((await look.kase('ladder'))?.handedTo?.kind).toBe('law-firm');
  const kinds = new Set((await look.acts('ladder')).map(({ act }) => act.kind));
  expect([...kinds].toSorted()).toEqual([
    'arrange-visit',
    'place-call',
    'place-with-agency',
    'recall-from-agency',
    'refer-to-legal',
    'send-notice',
    'send-reminder',
  ]);
});

describe.each([
  ['reminder', '2026-01-11T04:00:00.000Z'],
  ['call', '2026-01-20T04:00:00.000Z'],
  ['visit', '2026-02-12T04:00:00.000Z'],
  ['outsourcing', '2026-03-25T04:00:00.000Z'],
  ['legal', '2026-06-01T04:00:00.000Z'],
])('a payment in stage %s', (stage, paidAt) => {
  it('ends the collection: no contact afterwards, nothing left with others, the case is watched', async () => {
    const loan = `pays-in-${stage}`;
    expect(stagesOf(await look.facts(loan))).toEqual([...ladder(stage), 'monitoring: cured']);
    expect(collecting(await look.acts(loan), paidAt)).toEqual([]);
    expect((await look.kase(loan))?.handedTo).toBeUndefined();
  });

  it('takes back what was handed over', async () => {
    const kinds = (await look.acts(`pays-in-${stage}`)).map(({ act }) => act.kind);
    expect(kinds.includes('recall-from-agency')).toBe(stage === 'outsourcing' || stage === 'legal');
    expect(kinds.includes('withdraw-from-legal')).toBe(stage === 'legal');
  });
});

it('a part payment skips no step: the same steps are done as without it, with the amounts as they are then', async () => {
  const stepsDone = async (loan: string): Promise<string[]> => {
    // The dials of an agency are its own: each has a name of its permit's.
    const ours = (await look.acts(loan)).filter(({ permit, reportedBy }) => !permit && !reportedBy);
    const steps = ours.map(({ _id }) => readPlanId(_id).step);
    return [...new Set(steps)].toSorted();
  };
  expect(await stepsDone('pays-in-part')).toEqual(await stepsDone('ladder'));
  const after = (await look.acts('pays-in-part')).filter(({ begunAt }) => begunAt > '2026-01-16T04:00:00.000Z');
  expect(new Set(after.map(({ covers }) => covers[0]?.arrears))).toEqual(new Set([251_000]));
});

it('a payment within grace ends the case without a stage or a contact', async () => {
  expect((await look.kase('pays-in-grace'))?.plan).toEqual({ ending: 'paid-in-grace' });
  expect(await look.acts('pays-in-grace')).toEqual([]);
});

it('a payment taken back returns the case to the stage it had reached and repeats no notice', async () => {
  const facts = await look.facts('reversed');
  expect(stagesOf(facts).slice(0, 6)).toEqual([
    ...ladder('outsourcing'),
    'monitoring: cured',
    'outsourcing: payment-reversed',
  ]);
  const notices = facts.flatMap((fact) => (fact.type === 'notice-given' ? fact.notice.kind : []));
  expect(notices).toEqual([...new Set(notices)]);
});

it('a back-dated payment counts from its value date', async () => {
  expect(stagesOf(await look.facts('back-dated')).at(-1)).toBe('monitoring: cured');
  expect(collecting(await look.acts('back-dated'), '2026-01-20T04:00:00.000Z')).toEqual([]);
});

it('events that come twice count once', async () => {
  expect((await look.kase('twice'))?.noted.arrears).toBe(201_000);
  expect(await look.events('twice')).toHaveLength(2);
});

it('a payment told before the instalment it pays is not lost: the miss finds it paid', async () => {
  const kase = await look.kase('reordered');
  expect(kase?.noted.arrears).toBe(0);
  expect(stagesOf(await look.facts('reordered')).at(-1)).toBe('monitoring: cured');
});

it('missed again after cure, the case goes back onto the ladder in a new round', async () => {
  const entered = (await look.facts('relapse')).flatMap((fact) =>
    fact.type === 'stage-entered' ? `${fact.stage} ${fact.because} ${fact.round}` : [],
  );
  expect(entered).toContain('reminder relapsed 2');
});

it('a second episode of the same arrears goes on where the first ended, and repeats no notice', async () => {
  expect((await look.kase('second-episode', 1))?.plan).toEqual({ ending: 'cured' });
  const second = await look.facts('second-episode', 2);
  expect(stagesOf(second)[0]).toBe('outsourcing: payment-reversed');
  const kinds = async (episode: number): Promise<string[]> =>
    (await look.facts('second-episode', episode)).flatMap((fact) =>
      fact.type === 'notice-given' ? fact.notice.kind : [],
    );
  expect(await kinds(1)).toEqual(['bad-information', 'outsourcing']);
  expect(await kinds(2)).not.toContain('outsourcing');
});

it('two loans of one person due the same day become one task, one conversation and two outcomes', async () => {
  const tasks = (await look.tasks('together-a')).filter(({ kind }) => kind === 'call');
  expect(tasks[0]?.covers.map(({ loanId }) => loanId).toSorted()).toEqual(['together-a', 'together-b']);
  const calls = (await look.acts('together-a')).filter(
    ({ act, outcome }) => act.kind === 'place-call' && outcome?.result === 'answered' && outcome.code === 'refuses',
  );
  expect(calls).toHaveLength(1);
  expect(calls[0]?.covers).toHaveLength(2);
  const received = await look.received();
  expect(received.filter(({ id }) => id === calls[0]?._id)).toHaveLength(1);
  for (const loan of ['together-a', 'together-b']) {
    const facts = await look.facts(loan);
    expect(facts.filter(({ type }) => type === 'refusal-recorded')).toHaveLength(1);
  }
});

it('a payment of the oldest instalment brings the case down to the stage of the younger one', async () => {
  const entered = (await look.facts('younger-arrears')).flatMap((fact) =>
    fact.type === 'stage-entered' ? `${fact.stage} ${fact.because} ${fact.round}` : [],
  );
  expect(entered).toContain('call arrears-reduced 2');
});

it('every open case has its plan, and the audit from outside finds nothing', async () => {
  const { code, output } = await stack.audit();
  expect(code, output).toBe(0);
});
