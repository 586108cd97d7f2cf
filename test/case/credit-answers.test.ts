import { describe, expect, it } from 'vitest';
import type { CreditTold } from '@recourse/domain/credit-reporting/credit-told';
import { paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { inCalls } from '../builders/raising.js';

const disputed: CreditTold = {
  credit: 'disputed',
  disputeId: 'd1',
  raised: 'amount',
  dueOn: '2026-01-31',
  rules: ['CN-CR-3'],
};
const answered = (late = false): CreditTold => ({
  credit: 'answered',
  disputeId: 'd1',
  upheld: false,
  wrong: [],
  late,
});
const hear = (world: CaseWorld, told: CreditTold): void => {
  turn(world, [{ kind: 'credit-told', itemId: `credit/${told.credit}`, at: world.now, told }]);
};
const openTo = (world: CaseWorld): string[] => (world.kase?.openTasks ?? []).map((id) => id.split('/')[4] ?? '');
const missed = (world: CaseWorld) =>
  world.facts.filter((fact) => fact.type === 'credit-noted' && fact.credit === 'answer-overdue');

/** One that is raised on 11 January in Shanghai. */
const inDispute = (): CaseWorld => {
  const world = inCalls();
  hear(world, disputed);
  return world;
};

describe('a dispute of the credit record', () => {
  it('is somebody’s work until its day is over, and is over with its answer', () => {
    const world = inDispute();
    expect(openTo(world)).toContain('answer-credit-dispute');
    expect(world.facts.findLast(({ type }) => type === 'task-opened')).toMatchObject({
      to: 'answer-credit-dispute',
      deadline: '2026-01-31T16:00:00.000Z',
    });
    world.now = '2026-01-20T02:00:00.000Z';
    hear(world, answered());
    expect(openTo(world)).not.toContain('answer-credit-dispute');
    world.now = '2026-02-05T02:00:00.000Z';
    turn(world);
    expect(missed(world)).toEqual([]);
  });

  it('wakes its case when the day is over, says once that it was missed, and is somebody else’s work too', () => {
    const world = inDispute();
    tell(world, paid(world, 'all', 101_000, '2026-01-11'));
    const plan = world.kase?.plan;
    // Nothing else is to be done before: the case watches its next instalments.
    expect(plan && !('ending' in plan) && plan.dueAt).toBe('2026-01-31T16:00:00.000Z');
    world.now = '2026-01-31T15:59:59.000Z';
    turn(world);
    expect(missed(world)).toEqual([]);
    world.now = '2026-01-31T16:00:00.000Z';
    turn(world);
    turn(world);
    expect(missed(world)).toMatchObject([{ disputeId: 'd1', dueOn: '2026-01-31' }]);
    expect(openTo(world)).toEqual(expect.arrayContaining(['answer-credit-dispute', 'missed-credit-answer']));
    hear(world, answered(true));
    expect(openTo(world)).not.toContain('answer-credit-dispute');
    expect(openTo(world)).not.toContain('missed-credit-answer');
  });

  it('that is answered late in the first turn after its day is said to have been missed first', () => {
    const world = inDispute();
    world.now = '2026-02-03T02:00:00.000Z';
    hear(world, answered(true));
    const said = world.facts.flatMap((fact) => (fact.type === 'credit-noted' ? [fact.credit] : []));
    expect(said).toEqual(['disputed', 'answer-owed', 'answer-overdue', 'answered']);
    expect(openTo(world)).not.toContain('missed-credit-answer');
  });

  it('told twice is one piece of work, and the next has a task of its own', () => {
    const world = inDispute();
    hear(world, disputed);
    expect(openTo(world).filter((to) => to === 'answer-credit-dispute')).toHaveLength(1);
    hear(world, answered());
    hear(world, { ...disputed, disputeId: 'd2' });
    expect(world.kase?.creditAnswers?.map(({ taskId }) => taskId.split('/').at(-1))).toEqual(['1', '2']);
  });
});
