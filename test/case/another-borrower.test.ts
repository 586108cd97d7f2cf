import { describe, expect, it } from 'vitest';
import type { NewInput } from '@recourse/domain/case/case-inputs';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { offeredCall } from '../builders/offered-call.js';
import { perform, playUntil } from '../builders/play-case.js';

const overdueUntil = (at: string, answer: 'delivered' | 'no-answer' = 'delivered'): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, at, (act) => (act === 'place-call' ? answer : 'delivered'));
  world.now = at;
  return world;
};
const succeed = (world: CaseWorld, personId = 'p2') => {
  world.person = { ...world.person, personId };
  world.terms = { ...world.terms, version: world.terms.version + 1, debtors: [{ personId, role: 'borrower' }] };
  return tell(world, missed(world, world.terms.version, '2026-01-01'));
};
/** The notice that a placement waits for; that of the credit bureau has its own tests. */
const placing = (notices: CollectionCase['notices'] | undefined) =>
  notices?.filter(({ kind }) => kind === 'outsourcing');
const actsOf = (world: CaseWorld, kind: string) =>
  world.facts.flatMap((fact) => (fact.type === 'contact-concluded' && fact.act?.kind === kind ? fact.act : []));

describe('another borrower', () => {
  it('is given the notice that the one before was given, and nothing is placed before', () => {
    const world = overdueUntil('2026-03-05T16:00:00.000Z');
    expect(world.kase?.stage).toBe('outsourcing');
    expect(placing(world.kase?.notices)).toMatchObject([{ personId: 'p1' }]);
    succeed(world);
    playUntil(world, '2026-03-20', () => 'delivered');

    expect(placing(world.kase?.notices)).toMatchObject([
      { personId: 'p1' },
      { personId: 'p2', provedOn: '2026-03-07' },
    ]);
    expect(actsOf(world, 'send-notice').filter((act) => 'notice' in act && act.notice === 'outsourcing')).toMatchObject(
      [{ personId: 'p1' }, { personId: 'p2' }],
    );
    // A day after that of the credit bureau; seven days after the second notice, by the loan's calendar.
    expect(world.kase?.handedTo?.since).toBe('2026-03-13T16:00:00.000Z');
  });

  it('is not told by a notice to the one before that is proved later', () => {
    const world = overdueUntil('2026-03-02T16:00:00.000Z');
    playUntil(world, '2026-03-04T00:00:00.000Z', () => 'silence');
    const sent = world.kase?.plan;
    if (!sent || 'ending' in sent) throw new Error('no notice is under way');
    expect(sent).toMatchObject({ awaiting: 'receipt', act: { kind: 'send-notice' } });
    succeed(world);
    const outcome = { planId: sent.id, actId: sent.id, at: world.now, result: 'delivered' as const };
    turn(world, [{ itemId: 'late', at: world.now, kind: 'act-outcome', outcome }]);

    expect(placing(world.kase?.notices)).toMatchObject([{ personId: 'p1' }]);
    expect(world.kase?.plan).toMatchObject({ act: { kind: 'send-notice', personId: 'p2' } });
  });

  it('is told apart from the one before in what an episode leaves to the next', () => {
    const world = overdueUntil('2026-03-05T16:00:00.000Z');
    tell(world, paid(world, 'a', 101_000, '2026-03-05'));
    tell(world, { eventId: 'c', occurredAt: world.now, type: 'loan-closed', reason: 'paid-off' });
    const closed = world.facts.find((fact) => fact.type === 'case-closed');
    expect(closed && placing(closed.carry.notices)).toMatchObject([{ personId: 'p1' }]);
  });

  it('answers for no refusal, failed call or promise of the one before', () => {
    const world = overdueUntil('2026-01-12T16:00:00.000Z', 'no-answer');
    const said = ['no-answer', 'refuses', 'promise'] as const;
    for (let calls = 0; world.kase?.promises.length === 0;) {
      const plan = world.kase.plan;
      if ('ending' in plan) throw new Error('the case has ended');
      const isCall = plan.act?.kind === 'place-call' && !plan.awaiting;
      perform(world, isCall ? (said[calls++] ?? 'promise') : 'delivered');
    }
    expect(world.kase?.failedCallDays.length).toBeGreaterThan(0);
    expect(world.kase?.refusedOn).toBeDefined();
    expect(world.kase?.promises).toMatchObject([{ state: 'open' }]);
    const facts = succeed(world);

    expect(world.kase).toMatchObject({ failedCallDays: [], promises: [] });
    expect(world.kase).not.toHaveProperty('refusedOn');
    expect(facts).toContainEqual(expect.objectContaining({ type: 'hold-ended' }));
    // Nobody has told this one yet that the bureau will be told.
    expect(world.kase?.plan).toMatchObject({ act: { kind: 'send-notice', personId: 'p2' } });
    expect(turn(world).map(({ type }) => type)).not.toContain('terms-noted');
  });
});

describe('a call to the borrower before that is with a colleague', () => {
  const answered = (world: CaseWorld, planId: string): NewInput => ({
    kind: 'task-answer',
    itemId: 'a',
    at: world.now,
    taskId: planId,
    outcome: { planId, actId: planId, at: world.now, result: 'answered', code: 'refuses' },
  });

  it('is withdrawn when nobody has begun it, and uses no try', () => {
    const { world, planId } = offeredCall();
    const facts = succeed(world).map(({ type }) => type);
    expect(facts).toContain('task-closed');
    expect(facts).not.toContain('try-missed');
    expect(world.kase?.openTasks).toEqual([]);
    expect(world.kase?.steps['1/call-1']).toMatchObject({ tries: 0 });
    expect(world.kase?.steps['1/call-1']).not.toHaveProperty('awaiting');
    expect(world.kase?.plan).toMatchObject({ act: { kind: 'place-call', personId: 'p2' } });
    expect(planId).toBe('test/loan-1/1/1/call-1/1');
  });

  it('that was begun counts, but what is said there is said by somebody else', () => {
    const { world, planId } = offeredCall();
    world.underWay = [planId];
    succeed(world);
    world.underWay = [];
    turn(world, [answered(world, planId)]);
    expect(world.kase).not.toHaveProperty('refusedOn');
    expect(world.facts.filter(({ type }) => type === 'contact-concluded').at(-1)).toMatchObject({ planId });
  });
});
