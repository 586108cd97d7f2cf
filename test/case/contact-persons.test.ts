import { minutesLater } from '@recourse/domain/calendar/local-time';
import { describe, expect, test } from 'vitest';
import type { SeenRelated } from '@recourse/domain/case/seen';
import { aWorld, missed, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { locatingStrategy } from '../builders/locating-strategy.js';
import { perform, playUntil, type Answer } from '../builders/play-case.js';
import { threeFailedCalls } from '../builders/third-party-records.js';

const contact = (personId: string, how: Partial<SeenRelated> = {}): SeenRelated => ({
  personId,
  to: 'p1',
  role: 'emergency-contact',
  points: [{ pointId: `${personId}-m`, kind: 'mobile', valid: true }],
  holds: [],
  contacts: 0,
  refused: false,
  ...how,
});
/** Day 16 of the ladder: 15:00 in Shanghai. */
const day16 = '2026-01-17T07:00:00.000Z';
const calls = threeFailedCalls.map((entry, n) => ({ ...entry, at: `2026-01-1${n + 1}T06:00:00.000Z` }));

/** Up to ladder day 16, nobody ever answering; the borrower is unreachable by the ledger unless `ledger` says otherwise. */
const atDay16 = (related: SeenRelated[], ledger = calls): CaseWorld => {
  const world = aWorld();
  world.strategy = locatingStrategy();
  world.related = related;
  world.person = { ...world.person, ledger };
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, day16, () => 'no-answer');
  if (world.now < day16) world.now = day16;
  turn(world);
  return world;
};
const planned = (world: CaseWorld) => {
  const plan = world.kase?.plan;
  return plan && !('ending' in plan) ? plan : undefined;
};
const step = (world: CaseWorld) => world.kase?.steps['1/contact-1'];
/** Performs plans until the step was tried once more. */
const answer = (world: CaseWorld, code: Answer): void => {
  for (let n = 0; n < 20 && !planned(world)?.id.includes('/contact-1/'); n++) perform(world, 'no-answer');
  perform(world, code);
};
const asked = (world: CaseWorld): string[] =>
  world.facts.flatMap((fact) =>
    fact.type === 'contact-concluded' && fact.planId.includes('/contact-1/') && fact.act && 'personId' in fact.act
      ? [fact.act.personId]
      : [],
  );

describe('contact persons', () => {
  test('are asked to locate a borrower who is unreachable', () => {
    expect(planned(atDay16([contact('p2')]))?.act).toEqual({
      kind: 'place-call',
      purpose: 'locate',
      by: 'desk',
      personId: 'p2',
      pointId: 'p2-m',
    });
  });

  test('stay a task of the desk until it is answered, or until they are no contacts of the borrower any more', () => {
    const world = atDay16([contact('p2')]);
    const planId = planned(world)?.id ?? '';
    const at = world.now;
    const deadline = minutesLater(at, 360);
    const offered = { planId, actId: planId, at, result: 'offered', to: 'desk', deadline } as const;
    turn(world, [{ kind: 'act-outcome', itemId: 'offered', at, outcome: offered }]);
    turn(world);
    expect(world.kase?.openTasks).toEqual([planId]);

    world.related = [];
    turn(world);
    expect(world.kase?.openTasks).toEqual([]);
  });

  test('are left alone while the borrower can be reached', () => {
    const world = atDay16([contact('p2')], calls.slice(1));
    expect(step(world)).toMatchObject({ state: 'lapsed' });
    expect(world.facts).toContainEqual(
      expect.objectContaining({ type: 'step-lapsed', step: 'contact-1', because: 'condition-not-met' }),
    );
  });

  test.each<[string, SeenRelated]>([
    ['who refused', contact('p2', { refused: true })],
    ['of somebody else', contact('p2', { to: 'p7' })],
    ['whose number reaches nobody', contact('p2', { points: [{ pointId: 'm', kind: 'mobile', valid: false }] })],
    ['in another role', contact('p2', { role: 'employer' })],
    ['who is the borrower', contact('p1')],
  ])('%s are not asked', (_, related) => {
    expect(atDay16([related]).facts).toContainEqual(
      expect.objectContaining({ type: 'step-lapsed', step: 'contact-1', because: 'no-contact-point' }),
    );
  });

  test('are asked one after another, the one asked least first', () => {
    const world = atDay16([contact('p2', { contacts: 1 }), contact('p3')]);
    answer(world, 'no-answer');
    world.related = [contact('p2', { contacts: 1 }), contact('p3', { contacts: 2 })];
    turn(world);
    answer(world, 'no-answer');
    expect(asked(world)).toEqual(['p3', 'p2']);
  });

  test('who pass it on end the step', () => {
    const world = atDay16([contact('p2')]);
    answer(world, 'third-party-relays');
    expect(step(world)).toMatchObject({ state: 'done' });
  });

  test('who refuse leave no work behind and no hold on the case, and the next is asked', () => {
    const world = atDay16([contact('p2'), contact('p3', { contacts: 1 })]);
    const openTasks: string[] = world.kase?.openTasks ?? [];
    answer(world, 'third-party-refuses');
    expect(world.kase?.openTasks.filter((id) => !openTasks.includes(id) && id.includes('contact-1'))).toEqual([]);
    world.related = [contact('p2', { refused: true }), contact('p3', { contacts: 1 })];
    turn(world);
    answer(world, 'no-answer');
    expect(asked(world)).toEqual(['p2', 'p3']);
  });

  test('who complain hold nothing of the borrower’s case', () => {
    const world = atDay16([contact('p2')]);
    answer(world, 'complains');
    expect(world.kase?.holds.filter(({ scope }) => 'person' in scope && scope.person === 'p2')).toEqual([]);
    expect(world.kase?.openTasks.some((id) => id.includes('/answer-complaint/'))).toBe(true);
  });

  test('do not count as failed calls, refusals or promises of the borrower', () => {
    const world = atDay16([contact('p2')]);
    const before = world.facts.length;
    answer(world, 'refuses');
    const types = world.facts.slice(before).map(({ type }) => type);
    expect(types).not.toContain('refusal-recorded');
    answer(world, 'promise');
    expect(world.kase?.promises).toEqual([]);
  });
});
