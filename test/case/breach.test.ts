import { expect, it } from 'vitest';
import type { NewInput } from '@recourse/domain/case/case-inputs';
import { aWorld, missed, tell, turn } from '../builders/case-world.js';

const breached = (caseId: string, at: string, itemId: string): NewInput => ({
  kind: 'breach-reported',
  itemId,
  at,
  breach: {
    kind: 'contact-without-permit',
    actId: `${caseId}/0/reported-1/1`,
    placementId: `${caseId}/1/place-1/1`,
  },
});

it('a breach is noted in the case and given to a person to review, once; the plan goes on as it was', () => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  const plan = world.kase?.plan;

  const facts = turn(world, [breached(world.caseId, world.now, 'breach/e1')]);
  const again = turn(world, [breached(world.caseId, world.now, 'breach/e2')]);

  expect(facts).toMatchObject([
    { type: 'breach-opened', kind: 'contact-without-permit', cause: 'breach/e1' },
    { type: 'task-opened', to: 'review-breach', taskId: `${world.caseId}/0/reported-1/1/review-breach` },
  ]);
  expect(again.map(({ type }) => type)).toEqual(['breach-opened']);
  expect(world.kase?.plan).toEqual(plan);
});

it('what a guarantor promises an agency is not the borrower’s promise', () => {
  const told = (reached: string) => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    const planId = `${world.caseId}/0/reported-1/1`;
    const outcome = { planId, actId: planId, at: world.now, reached, result: 'answered', code: 'promise' } as const;
    return turn(world, [{ kind: 'act-outcome', itemId: 'told', at: world.now, outcome }]).map(({ type }) => type);
  };

  expect(told('p1')).toContain('promise-made');
  expect(told('p2')).toEqual(['contact-concluded']);
});

it('the review outlives the case', () => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  turn(world, [breached(world.caseId, world.now, 'breach/e1')]);

  const facts = tell(world, { ...base(world.now), type: 'loan-closed', reason: 'paid-off' });

  expect(facts.map(({ type }) => type)).toContain('case-closed');
  expect(facts.map(({ type }) => type)).not.toContain('task-closed');
});

const base = (occurredAt: string) => ({ eventId: 'closed', occurredAt });
