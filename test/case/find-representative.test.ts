import type { RelatedParty } from '@recourse/domain/contact/relation';
import type { SeenRelated } from '@recourse/domain/case/seen';
import type { HoldReason } from '@recourse/domain/holds/hold';
import { describe, expect, test } from 'vitest';
import { aWorld, missed, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { endHold, heldFor, named } from '../builders/held-borrower.js';
import { playUntil } from '../builders/play-case.js';
import { representingStrategy } from '../builders/representing-strategy.js';

const name = (world: CaseWorld, ...related: SeenRelated[]): void => {
  world.related = related;
  turn(world, [{ itemId: `known-${world.n}`, at: world.now, kind: 'person-known', personId: 'p2' }]);
};
const act = ({ kase }: CaseWorld) => (kase && 'act' in kase.plan ? kase.plan.act : undefined);
const work = (world: CaseWorld): string[] => world.kase?.openTasks.map((id) => id.split('/')[4] ?? '') ?? [];

describe('who speaks for the borrower', () => {
  test.each<[HoldReason, string, RelatedParty]>([
    ['represented', 'contact-representative', 'attorney'],
    ['incapacity', 'find-guardian', 'guardian'],
    ['death', 'verify-death', 'estate'],
  ])('held for %s: is found by the task %s, which is done when the %s is named', (reason, errand, role) => {
    const world = heldFor(reason);
    expect(work(world)).toEqual([errand]);
    expect(act(world)).toBeUndefined();

    name(world, named(role));

    expect(work(world)).toEqual([]);
    expect(world.facts).toContainEqual(
      expect.objectContaining({ type: 'alternative-called-in', step: 'call-representative', from: errand }),
    );
    expect(act(world)).toMatchObject({ personId: 'p2' });
  });

  test('is named once: the step is not due again for it, and the task not open again, in this round', () => {
    const world = heldFor('represented');
    const [taskId = ''] = world.kase?.openTasks ?? [];
    const outcome = { planId: taskId, actId: taskId, at: world.now, result: 'done' as const };
    turn(world, [{ kind: 'task-answer', itemId: 'done', at: world.now, taskId, outcome }]);
    turn(world);
    expect(work(world)).toEqual([]);
    expect(world.facts.filter(({ type }) => type === 'task-opened').length).toBe(
      new Set(world.facts.flatMap((fact) => (fact.type === 'task-opened' ? [fact.taskId] : []))).size,
    );
  });

  test('is looked for no more when the borrower speaks again', () => {
    const world = heldFor('represented');
    endHold(world, 'represented-hold');
    expect(work(world)).toEqual([]);
  });

  test('who was asked for by an answer at the telephone is no second task, and ends that one', () => {
    const world = aWorld();
    world.strategy = representingStrategy();
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-01-20T00:00:00.000Z', (kind) => (kind === 'place-call' ? 'represented' : 'delivered'));
    const asking = (world.kase?.openTasks ?? []).filter((id) => id.includes('contact-representative'));
    expect(asking).toHaveLength(1);

    name(world, named('attorney'));

    expect(world.kase?.openTasks).not.toContain(asking[0]);
    expect(act(world)).toMatchObject({ personId: 'p2' });
  });
});
