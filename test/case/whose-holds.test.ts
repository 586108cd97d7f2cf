import { describe, expect, it } from 'vitest';
import type { SeenPerson } from '@recourse/domain/case/seen';
import type { Hold } from '@recourse/domain/holds/hold';
import { aWorld, missed, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';

const stopsAll = { stops: ['contact', 'escalation', 'timers'] } satisfies Partial<Hold>;
const death = (personId: string, from: string): Hold => ({
  id: `death-of-${personId}`,
  reason: 'death',
  scope: { person: personId },
  ...stopsAll,
  from,
});
const told = (world: CaseWorld, hold: Hold, itemId = hold.id) =>
  turn(world, [{ itemId, at: world.now, kind: 'hold-reported', hold }]);

const person = (personId: string, role: SeenPerson['role'] = 'borrower'): SeenPerson => ({
  personId,
  role,
  known: true,
  zone: 'Asia/Shanghai',
  points: [
    { pointId: `m-${personId}`, kind: 'mobile', valid: true },
    { pointId: `a-${personId}`, kind: 'address', valid: true, verifiedOn: '2025-12-01' },
  ],
  holds: [],
});
/** Servicing tells of another borrower. */
const borrowerIs = (world: CaseWorld, borrower: SeenPerson): void => {
  world.person = borrower;
  const version = world.terms.version + 1;
  world.terms = { ...world.terms, version, debtors: [{ personId: borrower.personId, role: 'borrower' }] };
  tell(world, missed(world, version, '2026-01-01'));
};
const overdue = (at: string): CaseWorld => {
  const world = aWorld();
  world.person = person('p1');
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, at, () => 'delivered');
  world.now = at;
  return world;
};
const ageAsked = (world: CaseWorld) =>
  world.facts
    .flatMap((fact) => (fact.type === 'stage-entered' && fact.stage === 'visit' ? fact.criteria : []))
    .find(({ fact }) => fact === 'ladder-age')?.value;

describe('days held in an earlier episode', () => {
  const disputed: Hold = {
    id: 'd',
    reason: 'dispute',
    scope: { loan: 'loan-1' },
    ...stopsAll,
    from: '2026-01-10T02:00:00.000Z',
    endedAt: '2026-02-20T02:00:00.000Z',
  };
  const reopened = (change: Partial<CaseWorld>): CaseWorld => {
    const carry = {
      notices: [],
      lastStage: 'call' as const,
      round: 1,
      anchorOn: '2026-01-01',
      endedAt: '2026-02-21T00:00:00.000Z',
    };
    const world = { ...aWorld('2026-03-01T02:00:00.000Z'), caseId: 'test/loan-1/2', carry, ...change };
    tell(world, missed(world, 1, '2026-01-01'));
    return world;
  };

  it('stay held in the next episode of the same arrears', () => {
    const world = reopened({ loanHolds: [disputed] });
    // 59 days past due less 41 held: 18, the call stage.
    expect(world.kase?.stage).toBe('call');
    expect(world.kase?.holds).toEqual([disputed]);
    playUntil(world, '2026-03-12T00:00:00.000Z', () => 'no-answer');
    expect(world.kase?.stage).toBe('call');
    expect(turn(world).map(({ type }) => type)).not.toContain('hold-placed');
  });

  it('are taken over with the day on which the hold ran out', () => {
    const { endedAt: until, ...open } = disputed;
    const world = reopened({ loanHolds: [{ ...open, until: until ?? '' }] });
    expect(world.kase?.holds).toEqual([{ ...open, until, endedAt: until }]);
    expect(world.facts.map(({ type }) => type)).not.toContain('hold-ended');
  });

  it('are none when the hold ended before the arrears began, or left the clock running', () => {
    const before = { ...disputed, from: '2025-11-01T00:00:00.000Z', endedAt: '2025-12-31T00:00:00.000Z' };
    const running: Hold = { ...disputed, id: 'r', stops: ['contact'] };
    expect(reopened({ loanHolds: [before, running] }).kase?.holds).toEqual([]);
  });
});

describe('a borrower who comes back', () => {
  it('is held by what still holds the person, and the days of the other borrower count', () => {
    const world = overdue('2026-01-05T03:00:00.000Z');
    const open = death('p1', world.now);
    world.person = { ...world.person, holds: [open] };
    told(world, open);
    world.now = '2026-01-12T03:00:00.000Z';
    borrowerIs(world, person('p2'));
    expect(world.kase?.plan).toMatchObject({ act: { personId: 'p2' } });
    playUntil(world, '2026-01-20T00:00:00.000Z', () => 'no-answer');
    world.now = '2026-01-20T03:00:00.000Z';
    const facts = world.facts.length;
    borrowerIs(world, { ...person('p1'), holds: [open] });

    expect(playUntil(world, '2026-04-20T00:00:00.000Z', () => 'no-answer')).toEqual([]);
    expect(world.facts.slice(facts).map(({ type }) => type)).not.toContain('stage-entered');
    // Held 01-06..01-12 and from 01-21 on; the hold ends, and the ladder goes on where it stood.
    world.now = '2026-04-20T03:00:00.000Z';
    told(world, { ...open, endedAt: world.now }, 'end');
    world.person = { ...world.person, holds: [{ ...open, endedAt: world.now }] };
    playUntil(world, '2026-05-20T00:00:00.000Z', () => 'no-answer');
    expect(ageAsked(world)).toBe(31);
  });

  it('whose hold ended meanwhile is held no more', () => {
    const world = overdue('2026-01-05T03:00:00.000Z');
    const open = death('p1', world.now);
    told(world, open);
    borrowerIs(world, person('p2'));
    told(world, { ...open, endedAt: world.now }, 'end');
    borrowerIs(world, { ...person('p1'), holds: [{ ...open, endedAt: world.now }] });
    expect(world.kase?.plan).toMatchObject({ act: { personId: 'p1' } });
  });

  it('and is still unknown is to be verified again', () => {
    const world = aWorld();
    const unknown = { ...person('p1'), known: false, points: [] };
    world.person = unknown;
    tell(world, missed(world, 1, '2026-01-01'));
    world.now = '2026-01-11T00:00:00.000Z';
    borrowerIs(world, person('p2'));
    expect(world.kase?.openTasks).toEqual([]);
    borrowerIs(world, unknown);

    expect(world.kase?.openTasks).toHaveLength(1);
    expect(new Set(world.facts.flatMap((fact) => (fact.type === 'task-opened' ? fact.taskId : []))).size).toBe(2);
    expect(playUntil(world, '2026-03-01', () => 'delivered')).toEqual([]);
    world.person = person('p1');
    turn(world, [{ itemId: 'known', at: world.now, kind: 'person-known', personId: 'p1' }]);
    expect(world.kase?.holds.filter(({ endedAt }) => endedAt === undefined)).toEqual([]);
  });
});

describe('a hold on a co-borrower or guarantor', () => {
  const debtors = [
    { personId: 'p1', role: 'borrower' as const },
    { personId: 'p3', role: 'co-borrower' as const },
  ];
  const hold = death('p3', '2026-01-05T00:00:00.000Z');

  it('holds the case, whether it was told to it or stood on the person before the case opened', () => {
    const reported = { ...aWorld('2026-01-06T02:00:00.000Z', { debtors }), others: [person('p3', 'co-borrower')] };
    tell(reported, missed(reported, 1, '2026-01-01'));
    told(reported, hold);
    const before = {
      ...aWorld('2026-01-06T02:00:00.000Z', { debtors }),
      others: [{ ...person('p3', 'co-borrower'), holds: [hold] }],
    };
    tell(before, missed(before, 1, '2026-01-01'));

    expect(before.kase?.holds).toEqual(reported.kase?.holds);
    for (const world of [reported, before]) expect(playUntil(world, '2026-02-01', () => 'delivered')).toEqual([]);
  });
});
