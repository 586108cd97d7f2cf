import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { RelatedParty } from '@recourse/domain/contact/relation';
import type { SeenRelated } from '@recourse/domain/case/seen';
import type { Hold, HoldReason } from '@recourse/domain/holds/hold';
import { describe, expect, test } from 'vitest';
import { aWorld, missed, paid, shippedStrategy, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { endHold, heldFor, holdFor, named } from '../builders/held-borrower.js';
import { perform, playUntil } from '../builders/play-case.js';
import { representingStrategy } from '../builders/representing-strategy.js';

const planned = (world: CaseWorld) => {
  const plan = world.kase?.plan;
  return plan && !('ending' in plan) ? plan : undefined;
};
const act = (world: CaseWorld) => planned(world)?.act;
const offered = (world: CaseWorld): string => {
  const planId = planned(world)?.id ?? '';
  const at = planned(world)?.dueAt ?? world.now;
  world.now = at;
  const outcome = {
    planId,
    actId: planId,
    at,
    result: 'offered',
    to: 'desk',
    deadline: minutesLater(at, 360),
  } as const;
  turn(world, [{ kind: 'act-outcome', itemId: `offered-${planId}`, at, outcome }]);
  turn(world);
  return planId;
};

describe('in the place of a borrower who may not be spoken to', () => {
  test.each<[HoldReason, RelatedParty]>([
    ['represented', 'attorney'],
    ['incapacity', 'guardian'],
    ['death', 'estate'],
    ['death', 'heir'],
  ])('held for %s, the %s is called by the desk', (reason, role) => {
    const world = heldFor(reason, [named(role)]);
    expect(act(world)).toEqual({
      kind: 'place-call',
      purpose: 'collect',
      by: 'desk',
      personId: 'p2',
      pointId: 'p2-m',
    });
    expect(planned(world)?.dueAt).toBe('2026-01-12T03:00:00.000Z');
  });

  test.each<[HoldReason, RelatedParty]>([
    ['represented', 'guardian'],
    ['represented', 'heir'],
    ['incapacity', 'attorney'],
    ['death', 'attorney'],
    ['death', 'emergency-contact'],
    ['dispute', 'attorney'],
    ['cease-request', 'attorney'],
    ['vulnerability', 'guardian'],
  ])('held for %s, the %s is not', (reason, role) => {
    const world = heldFor(reason, [named(role)]);
    expect(act(world)).toBeUndefined();
    expect(world.facts.some(({ type }) => type === 'alternative-called-in')).toBe(false);
  });

  test.each<[string, SeenRelated]>([
    ['of somebody else', named('attorney', 'p2', { to: 'p7' })],
    ['who refused', named('attorney', 'p2', { refused: true })],
    [
      'whose number reaches nobody',
      named('attorney', 'p2', { points: [{ pointId: 'm', kind: 'mobile', valid: false }] }),
    ],
    [
      'who is held',
      named('attorney', 'p2', {
        holds: [
          {
            id: 'h',
            reason: 'complaint',
            scope: { person: 'p2' },
            stops: ['contact'],
            from: '2026-01-01T00:00:00.000Z',
          },
        ],
      }),
    ],
  ])('nobody is called %s', (_, related) => {
    expect(act(heldFor('represented', [related]))).toBeUndefined();
  });

  test('heirs are not called where the estate has an administrator, reachable or not', () => {
    const silent = named('estate', 'p3', { points: [] });
    expect(act(heldFor('death', [named('heir'), silent]))).toBeUndefined();
    expect(act(heldFor('death', [named('heir'), named('estate', 'p3')]))).toMatchObject({ personId: 'p3' });
  });

  test('nobody is called before grace is over', () => {
    const world = aWorld();
    world.strategy = representingStrategy();
    world.related = [named('attorney')];
    tell(world, missed(world, 1, '2026-01-01'));
    holdFor(world, 'represented');
    expect(act(world)).toBeUndefined();
  });

  test.each<[HoldReason, Hold['scope']]>([
    ['dispute', { loan: 'loan-1' }],
    ['cease-request', { person: 'p1' }],
    ['unresolved-event', { loan: 'loan-1' }],
    ['insolvency', { person: 'p1' }],
  ])('a %s stops the representative too, and nothing is lost by it', (reason, scope) => {
    const world = heldFor('represented', [named('attorney')]);
    holdFor(world, reason, scope);
    expect(act(world)).toBeUndefined();
    endHold(world, `${reason}-hold`);
    expect(act(world)).toMatchObject({ personId: 'p2' });
  });

  test('the debtor is called again when the hold is over, and the representative no more', () => {
    const world = heldFor('represented', [named('attorney')]);
    const planId = offered(world);
    expect(world.kase?.openTasks).toContain(planId);

    endHold(world, 'represented-hold');

    expect(world.kase?.openTasks).not.toContain(planId);
    playUntil(world, '2026-01-20T00:00:00.000Z', () => 'no-answer');
    const since = world.facts.flatMap((fact) =>
      fact.type === 'contact-concluded' && fact.act && 'personId' in fact.act ? [fact.act.personId] : [],
    );
    expect(since.at(-1)).toBe('p1');
    expect(since).not.toContain('p2');
  });

  test('the task to call stays with the desk while the hold that gave reason to it lasts', () => {
    const world = heldFor('represented', [named('attorney')]);
    const planId = offered(world);
    turn(world);
    expect(world.kase?.openTasks).toContain(planId);
  });

  test('what the representative says is no promise, refusal or failed call of the borrower', () => {
    const world = heldFor('represented', [named('attorney')]);
    const before = world.facts.length;
    perform(world, 'refuses');
    perform(world, 'promise');
    const types = world.facts.slice(before).map(({ type }) => type);
    expect(types).toContain('contact-concluded');
    for (const type of ['refusal-recorded', 'promise-made', 'failed-call-noted']) expect(types).not.toContain(type);
  });

  test('several who speak for the borrower are called in turn', () => {
    const world = heldFor('death', [named('heir'), named('heir', 'p3', { contacts: 1 })]);
    expect(act(world)).toMatchObject({ personId: 'p2' });
    perform(world, 'no-answer');
    world.related = [named('heir', 'p2', { contacts: 2 }), named('heir', 'p3', { contacts: 1 })];
    turn(world);
    playUntil(world, '2026-01-14T03:00:00.000Z', () => 'no-answer');
    expect(act(world)).toMatchObject({ personId: 'p3' });
  });

  test('they are called too when the borrower misses again while the instalments are watched', () => {
    const world = aWorld();
    world.strategy = representingStrategy();
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-01-12T00:00:00.000Z', () => 'no-answer');
    tell(world, paid(world, 'all', 101_000, '2026-01-12'));
    expect(world.kase?.stage).toBe('monitoring');
    holdFor(world, 'represented');
    world.related = [named('attorney')];
    world.now = '2026-02-02T00:00:00.000Z';
    tell(world, missed(world, 2, '2026-02-01'));
    expect(act(world)).toBeUndefined();

    world.now = planned(world)?.dueAt ?? world.now;
    turn(world);

    expect(planned(world)).toMatchObject({ dueAt: '2026-02-05T03:00:00.000Z', act: { personId: 'p2' } });
  });

  test('nobody is called once nothing is overdue', () => {
    const world = heldFor('represented', [named('attorney')]);
    tell(world, paid(world, 'all', 101_000, '2026-01-12'));
    expect(act(world)).toBeUndefined();
  });

  test('the shipped strategy says so', () => {
    const world = heldFor('dispute', [named('guardian')]);
    world.strategy = shippedStrategy();
    holdFor(world, 'incapacity');
    endHold(world, 'dispute-hold');
    expect(act(world)).toMatchObject({ kind: 'place-call', by: 'desk', personId: 'p2' });
  });

  test('nobody is called by a strategy that does not say so', () => {
    const world = heldFor('dispute', [named('attorney')]);
    const { representative: _none, ...silent } = representingStrategy();
    world.strategy = silent;
    holdFor(world, 'represented');
    endHold(world, 'dispute-hold');
    expect(act(world)).toBeUndefined();
    expect(world.kase?.openTasks).toEqual([]);
  });
});
