import { describe, expect, it } from 'vitest';
import type { NewInput } from '@recourse/domain/case/case-inputs';
import type { Hold } from '@recourse/domain/holds/hold';
import { aWorld, missed, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { perform, playUntil } from '../builders/play-case.js';

const merge = { from: 'p1', into: 'p9', points: { m1: 'm1.2' } };
const told = (world: CaseWorld): NewInput => ({
  kind: 'person-merged',
  itemId: 'merge',
  at: world.now,
  from: 'p1',
  into: 'p9',
});

/** From now on everybody sees one person, by the name of the other record. */
const becomeOne = (world: CaseWorld, holds: Hold[] = []): void => {
  const points = world.person.points.map((point) => (point.pointId === 'm1' ? { ...point, pointId: 'm1.2' } : point));
  world.person = { ...world.person, personId: 'p9', points, holds, merges: [merge] };
  world.terms = { ...world.terms, debtors: [{ personId: 'p9', role: 'borrower' }] };
};
const overdue = (until: string): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, until, (act) => (act === 'place-call' ? 'no-answer' : 'delivered'));
  world.now = until;
  return world;
};
const typesOf = (facts: readonly { type: string }[]): string[] => facts.map(({ type }) => type);

describe('a borrower who turns out to be somebody we know already', () => {
  it('is the same borrower under another name: nothing begins anew', () => {
    const world = overdue('2026-03-05T16:00:00.000Z');
    const before = world.kase;
    expect(before?.notices).toMatchObject([{ personId: 'p1' }, { personId: 'p1' }]);
    becomeOne(world);
    const facts = turn(world, [told(world)]);

    expect(facts[0]).toMatchObject({ type: 'records-merged', cause: 'merge', ...merge });
    expect(typesOf(facts)).not.toContain('terms-noted');
    expect(typesOf(facts)).not.toContain('input-noted');
    expect(world.kase).toMatchObject({
      round: before?.round,
      stage: before?.stage,
      failedCallDays: before?.failedCallDays,
      notices: [{ personId: 'p9' }, { personId: 'p9' }],
      terms: { debtors: [{ personId: 'p9' }] },
    });
    expect(world.kase?.formerDebtors).toBeUndefined();
    expect(typesOf(turn(world))).not.toContain('records-merged');
  });

  it('is known before anybody has told the case, and the telling then is only noted', () => {
    const world = overdue('2026-01-06T16:00:00.000Z');
    becomeOne(world);
    expect(turn(world)[0]).toMatchObject({ type: 'records-merged', cause: 'clock' });
    expect(turn(world, [told(world)])).toContainEqual(
      expect.objectContaining({ type: 'input-noted', kind: 'person-merged' }),
    );
  });

  it('keeps a promise, and its hold, that was made under the other name', () => {
    const world = overdue('2026-01-12T16:00:00.000Z');
    for (let calls = 0; world.kase?.promises.length === 0 && calls < 50; calls += 1) {
      const { plan } = world.kase;
      if ('ending' in plan) throw new Error('the case has ended');
      perform(world, plan.act?.kind === 'place-call' && !plan.awaiting ? 'promise' : 'delivered');
    }
    expect(world.kase?.promises).toMatchObject([{ state: 'open' }]);
    becomeOne(world);
    const facts = turn(world, [told(world)]);

    expect(world.kase?.promises).toMatchObject([{ state: 'open' }]);
    expect(typesOf(facts)).not.toContain('hold-ended');
  });

  it('is held by what holds the person under either name', () => {
    const world = overdue('2026-01-06T16:00:00.000Z');
    const dispute: Hold = {
      id: 'd',
      reason: 'dispute',
      scope: { person: 'p9' },
      stops: ['contact', 'escalation', 'timers'],
      from: world.now,
    };
    becomeOne(world, [dispute]);
    turn(world, [told(world)]);

    expect(world.kase?.holds).toContainEqual(dispute);
    expect(world.kase?.plan).not.toHaveProperty('act');
  });

  it('answers for an act begun under the other name: the step is done and is not done again', () => {
    const world = overdue('2026-01-06T16:00:00.000Z');
    const until = (): boolean => {
      const plan = world.kase?.plan;
      return plan !== undefined && !('ending' in plan) && plan.act?.kind === 'send-reminder' && !plan.awaiting;
    };
    for (let n = 0; !until() && n < 50; n += 1) perform(world, 'delivered');
    const plan = world.kase?.plan;
    if (!plan || 'ending' in plan) throw new Error('no plan');
    world.underWay = [plan.id];
    becomeOne(world);
    turn(world, [told(world)]);
    delete world.underWay;
    const outcome = { planId: plan.id, actId: plan.id, at: world.now, result: 'delivered' as const };
    const facts = turn(world, [{ kind: 'act-outcome', itemId: 'late', at: world.now, outcome }]);

    expect(facts).toContainEqual(expect.objectContaining({ type: 'contact-concluded', consumesTry: true }));
    expect(typesOf(facts)).toContain('step-done');
  });

  it('who had left as a debtor under one name and owes under the other has not left: a hold on them holds the case', () => {
    const world = overdue('2026-01-06T16:00:00.000Z');
    const dispute: Hold = {
      id: 'd',
      reason: 'dispute',
      scope: { person: 'p1' },
      stops: ['contact', 'escalation', 'timers'],
      from: world.now,
    };
    world.person = { ...world.person, holds: [dispute] };
    turn(world);
    // Servicing first names another borrower, then finds out that it is the same human.
    world.person = { ...world.person, personId: 'p9', holds: [] };
    world.terms = { ...world.terms, version: 2, debtors: [{ personId: 'p9', role: 'borrower' }] };
    tell(world, missed(world, 2, '2026-01-02'));
    expect(world.kase?.formerDebtors).toMatchObject([{ personId: 'p1' }]);
    world.person = { ...world.person, merges: [{ ...merge, points: {} }] };
    turn(world, [told(world)]);

    expect(world.kase?.formerDebtors).toBeUndefined();
    expect(world.kase?.plan).not.toHaveProperty('act');
  });
});
