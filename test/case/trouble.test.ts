import { expect, it } from 'vitest';
import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil, type Answer } from '../builders/play-case.js';

const quietWorld = (act: string): Answer =>
  act === 'place-call' || act === 'arrange-visit' ? 'no-answer' : 'delivered';
const overdue = (until: string): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, until, quietWorld);
  return world;
};
const planned = (world: CaseWorld) => {
  const plan = world.kase?.plan;
  if (!plan || 'ending' in plan) throw new Error('nothing is planned');
  return plan;
};
const told = (world: CaseWorld, planId: string, outcome: Partial<ActOutcome>, itemId: string) =>
  turn(world, [
    {
      itemId,
      at: world.now,
      kind: 'act-outcome',
      outcome: { planId, actId: planId, at: world.now, ...outcome } as ActOutcome,
    },
  ]);

it('a recall that never went out is tried again at once, not after the wait for its receipt', () => {
  const world = overdue('2026-03-20T00:00:00.000Z');
  expect(world.kase?.handedTo?.kind).toBe('agency');
  world.now = '2026-03-20T02:00:00.000Z';
  tell(world, paid(world, 'a', 101_000, '2026-03-20'));
  const recall = planned(world);
  expect(recall.act?.kind).toBe('recall-from-agency');
  turn(world, [{ itemId: 'u', at: world.now, kind: 'act-unanswered', planId: recall.id, begun: true }]);
  world.now = minutesLater(world.now, 2);
  told(world, recall.id, { result: 'provider-unavailable' }, 'never');
  expect(planned(world)).toMatchObject({ id: recall.id, act: { kind: 'recall-from-agency' } });
  expect(planned(world).awaiting).toBeUndefined();
  expect(planned(world).dueAt <= minutesLater(world.now, 60)).toBe(true);
});

it('a stage entered late still gives its notice first and then places, with nothing lapsed', () => {
  const world = overdue('2026-02-20T00:00:00.000Z');
  world.now = '2026-03-25T00:00:00.000Z';
  const done = playUntil(world, '2026-04-25T00:00:00.000Z', quietWorld).map(({ act }) => act);
  expect(done.filter((act) => act === 'send-notice' || act === 'place-with-agency')).toEqual([
    'send-notice',
    'place-with-agency',
  ]);
  // Nobody is asked about a borrower who can be reached: that lapses in the stage before.
  const lapsed = world.facts.filter((fact) => fact.type === 'step-lapsed' && fact.because === 'condition-not-met');
  expect(lapsed).toMatchObject([{ step: 'ask-contact' }]);
});

it('a notice of which nobody knows whether it arrived is given again', () => {
  const world = overdue('2026-03-03T00:00:00.000Z');
  let nth = 0;
  const done = playUntil(world, '2026-03-20T00:00:00.000Z', () => (nth++ === 0 ? 'unknown' : 'delivered'));
  expect(done.filter(({ act }) => act === 'send-notice')).toHaveLength(2);
  expect(world.kase?.notices.map(({ kind }) => kind)).toEqual(['bad-information', 'outsourcing']);
});

it('a call covered by another loan whose task nobody did was no contact, and is tried again', () => {
  const world = overdue('2026-01-11T00:00:00.000Z');
  world.now = planned(world).dueAt;
  const { id } = planned(world);
  told(world, id, { result: 'covered', by: 'other' }, 'covered');
  const before = world.facts.length;
  world.now = planned(world).dueAt;
  turn(world);
  const facts = world.facts.slice(before);
  expect(facts.map(({ type }) => type)).toContain('try-missed');
  expect(facts.map(({ type }) => type)).not.toContain('contact-concluded');
  expect(planned(world).id).not.toBe(id);
});

it('refused for today, a step comes again at its own time of day', () => {
  const world = overdue('2026-01-11T00:00:00.000Z');
  world.now = planned(world).dueAt;
  told(world, planned(world).id, { result: 'refused', reason: 'contact-stopped', rules: [] }, 'stopped');
  expect(planned(world).dueAt).toBe(minutesLater(world.now, 1440));
});

it('closing withdraws the tasks that are open', () => {
  const world = overdue('2026-01-11T00:00:00.000Z');
  world.now = planned(world).dueAt;
  told(world, planned(world).id, { result: 'offered', to: 'desk', deadline: minutesLater(world.now, 360) }, 'offered');
  expect(world.kase?.openTasks).toHaveLength(1);
  tell(world, { eventId: 'sold', occurredAt: world.now, type: 'loan-closed', reason: 'sold' });
  expect(world.kase?.plan).toEqual({ ending: 'sold' });
  expect(world.kase?.openTasks).toEqual([]);
});
