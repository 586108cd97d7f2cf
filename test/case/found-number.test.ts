import { describe, expect, test } from 'vitest';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { locateSources } from '@recourse/domain/contact/locate-sources';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';
import { threeFailedCalls } from '../builders/third-party-records.js';
import { loadNumber, unreachableWorld } from '../builders/unreachable-world.js';

const found = (world: CaseWorld) => world.facts.filter(({ type }) => type === 'borrower-located');
const searching = (world: CaseWorld): boolean => world.kase?.openTasks.some((id) => id.includes('/locate-')) ?? false;
const entered = (world: CaseWorld): string[] =>
  world.facts.flatMap((fact) => (fact.type === 'stage-entered' ? [`${fact.stage} ${fact.because} ${fact.round}`] : []));
/** Plays on, nobody answering; the instants of the calls on the number that was found. */
const callsUntil = (world: CaseWorld, until: string): string[] =>
  playUntil(world, until, (act) => (act === 'arrange-visit' ? 'hung-up-after' : 'no-answer')).flatMap(
    ({ at, planId }) => (planId.includes('/call-found/') ? [at] : []),
  );
const pointsCalled = (world: CaseWorld): string[] =>
  world.facts.flatMap((fact) =>
    fact.type === 'contact-concluded' && fact.planId.includes('/call-found/') && fact.act && 'pointId' in fact.act
      ? [fact.act.pointId]
      : [],
  );
const days = 1_440;
const [failed] = threeFailedCalls as [LedgerEntry];

describe('a number that was found', () => {
  test('ends the search with its source and the law that rests on, and is called until its tries are used', () => {
    const world = unreachableWorld();
    loadNumber(world, 'public-register');

    expect(found(world)).toMatchObject([
      { pointId: 'm2', source: 'public-register', basis: locateSources['public-register'] },
    ]);
    expect(searching(world)).toBe(false);
    expect(world.facts).toContainEqual(
      expect.objectContaining({ type: 'step-done', step: 'locate-debtor-1', by: 'found' }),
    );
    // On the 15th the ladder calls anyway.
    expect(callsUntil(world, '2026-01-20')).toEqual([
      '2026-01-16T06:00:00.000Z',
      '2026-01-17T06:00:00.000Z',
      '2026-01-18T06:00:00.000Z',
    ]);
    expect(pointsCalled(world)).toEqual(['m2', 'm2', 'm2']);
  });

  test('stands in the lender’s own records when nobody says where it was found', () => {
    const world = unreachableWorld();
    loadNumber(world);

    expect(found(world)).toMatchObject([{ source: 'own-records' }]);
    expect(callsUntil(world, '2026-01-17')).toHaveLength(1);
  });

  test('is called when it is loaded days after the search was answered', () => {
    const world = unreachableWorld();
    const taskId = 'test/loan-1/1/1/locate-debtor-1/1';
    const outcome = { planId: taskId, actId: taskId, at: world.now, result: 'done' as const };
    const searched = [{ source: 'other-product', found: 'number-found' } as const];
    turn(world, [{ kind: 'task-answer', itemId: 'done', at: world.now, taskId, outcome, searched }]);
    expect(found(world)).toEqual([]);
    world.now = minutesLater(world.now, 2 * days);
    loadNumber(world, 'other-product');

    expect(found(world)).toMatchObject([{ source: 'other-product' }]);
    expect(callsUntil(world, '2026-01-18')).toHaveLength(1);
  });

  test('is called for once, however often the borrower is loaded', () => {
    const world = unreachableWorld();
    loadNumber(world, 'public-register');
    turn(world, [{ kind: 'person-known', itemId: 'again', at: world.now, personId: 'p1' }]);

    expect(found(world)).toHaveLength(1);
    expect(world.facts.filter(({ type }) => type === 'alternative-called-in')).toHaveLength(1);
  });

  test('is called as often again when it is the second, after the first was called in vain', () => {
    const world = unreachableWorld();
    loadNumber(world, 'public-register');
    callsUntil(world, '2026-01-19');
    const failedAgain = [16, 17, 18].map((day) => ({
      ...failed,
      actId: `m2-${day}`,
      at: `2026-01-${day}T06:00:00.000Z`,
      pointId: 'm2',
    }));
    world.person = { ...world.person, ledger: [...(world.person.ledger ?? []), ...failedAgain] };
    world.now = '2026-01-22T00:00:00.000Z';
    turn(world);
    expect(searching(world)).toBe(true);
    loadNumber(world, 'other-product', 'm3');

    expect(callsUntil(world, '2026-01-31')).toHaveLength(3);
    expect(pointsCalled(world)).toEqual(['m2', 'm2', 'm2', 'm3', 'm3', 'm3']);
    expect(world.facts).toContainEqual(
      expect.objectContaining({
        type: 'alternative-called-in',
        step: 'call-found',
        from: 'locate-debtor-2',
        again: true,
      }),
    );
  });

  test('is called before the case leaves the calls', () => {
    const world = unreachableWorld();
    callsUntil(world, '2026-01-31T07:00:00.000Z');
    world.now = '2026-01-31T07:00:00.000Z';
    loadNumber(world, 'public-register');
    expect(callsUntil(world, '2026-02-06')).toEqual([
      '2026-02-01T06:00:00.000Z',
      '2026-02-02T06:00:00.000Z',
      '2026-02-03T06:00:00.000Z',
    ]);

    expect(entered(world)).toEqual(['reminder grace-passed 1', 'call condition-met 1', 'visit condition-met 1']);
    expect(world.kase?.stageEnteredAt).toBe('2026-02-03T06:30:00.000Z');
  });

  test('brings a case that has left the calls back to them, in the same round; then it climbs again and repeats nothing', () => {
    const world = unreachableWorld();
    const before = playUntil(world, '2026-02-12', (act) => (act === 'arrange-visit' ? 'hung-up-after' : 'no-answer'));
    expect(world.kase?.stage).toBe('visit');
    world.now = '2026-02-12T00:00:00.000Z';
    loadNumber(world, 'public-register');

    expect(world.kase?.stage).toBe('call');
    expect(entered(world).at(-1)).toBe('call borrower-found 1');
    expect(world.kase?.lastLadderStage).toBe('visit');
    const after = playUntil(world, '2026-02-17', () => 'no-answer');
    expect(after.filter(({ planId }) => planId.includes('/call-found/'))).toHaveLength(3);
    expect(entered(world).slice(-2)).toEqual(['call borrower-found 1', 'visit condition-met 1']);
    const acts = [...before, ...after].map(({ planId }) => planId);
    expect(new Set(acts).size).toBe(acts.length);
  });

  test('waits while something of the stage is under way', () => {
    const world = unreachableWorld();
    playUntil(world, '2026-02-03T05:00:00.000Z', () => 'no-answer');
    const plan = world.kase?.plan;
    if (!plan || 'ending' in plan || plan.act?.kind !== 'arrange-visit') throw new Error('no visit is planned');
    world.now = plan.dueAt;
    const offered = { result: 'offered', to: 'crew', deadline: minutesLater(world.now, 72 * 60) } as const;
    const of = { planId: plan.id, actId: plan.id };
    turn(world, [
      { kind: 'act-outcome', itemId: 'offered', at: world.now, outcome: { ...of, at: world.now, ...offered } },
    ]);
    loadNumber(world, 'public-register');
    expect(world.kase?.stage).toBe('visit');

    world.now = minutesLater(world.now, days);
    const told = { ...of, at: world.now, result: 'answered', code: 'no-answer' } as const;
    turn(world, [{ kind: 'task-answer', itemId: 'told', at: world.now, taskId: plan.id, outcome: told }]);
    expect(world.kase?.stage).toBe('call');
  });

  test('leaves a case where it is while an agency has it', () => {
    const world = unreachableWorld();
    playUntil(world, '2026-03-20', (act) =>
      act === 'arrange-visit' ? 'hung-up-after' : act === 'place-call' ? 'no-answer' : 'delivered',
    );
    expect(world.kase?.handedTo).toBeDefined();
    world.now = '2026-03-20T00:00:00.000Z';
    loadNumber(world, 'public-register');

    expect(found(world)).toHaveLength(1);
    expect(world.kase?.stage).toBe('outsourcing');
  });

  test('is not called any more when its time is over', () => {
    const world = unreachableWorld();
    const hold = {
      id: 'h1',
      reason: 'dispute' as const,
      scope: { loan: 'loan-1' },
      stops: ['contact' as const],
      from: world.now,
      until: minutesLater(world.now, 10 * days),
    };
    loadNumber(world, 'public-register');
    turn(world, [{ kind: 'hold-reported', itemId: 'h1', at: world.now, hold }]);

    expect(callsUntil(world, '2026-02-10')).toEqual([]);
    expect(world.facts).toContainEqual(
      expect.objectContaining({ type: 'step-lapsed', step: 'call-found', because: 'too-late' }),
    );
  });
});
