import { describe, expect, it } from 'vitest';
import type { Terms } from '@recourse/domain/case/terms';
import { aWorld, missed, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { offeredCall } from '../builders/offered-call.js';
import { playUntil } from '../builders/play-case.js';

/** Servicing tells of another missed instalment under new terms. */
const newTerms = (world: CaseWorld, change: Partial<Terms>, dueOn = '2026-01-10') => {
  world.terms = { ...world.terms, version: world.terms.version + 1, ...change };
  return tell(world, missed(world, world.terms.version, dueOn));
};
const inReminder = (): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, '2026-01-05T03:00:00.000Z', () => 'delivered');
  world.now = '2026-01-05T03:00:00.000Z';
  return world;
};
const succeed = (world: CaseWorld) => {
  world.person = { ...world.person, personId: 'p2', points: [{ pointId: 'm2', kind: 'mobile', valid: true }] };
  return newTerms(world, { debtors: [{ personId: 'p2', role: 'borrower' }] });
};
const estate = {
  id: 'death-of-p1',
  reason: 'death' as const,
  scope: { person: 'p1' },
  stops: ['contact' as const, 'escalation' as const, 'timers' as const],
  from: '2026-01-05T03:00:00.000Z',
};

describe('new terms of an open case', () => {
  it('are stated once, with the zone they name, and stay when nothing new is told', () => {
    const world = inReminder();
    const facts = newTerms(world, { graceDays: 5 });
    expect(facts.filter(({ type }) => type === 'terms-noted')).toMatchObject([
      { cause: 'miss-2', terms: { version: 2, graceDays: 5 }, zone: { zone: 'Asia/Shanghai' } },
    ]);
    expect(world.kase?.terms).toEqual(world.terms);
    expect(turn(world).map(({ type }) => type)).not.toContain('terms-noted');
  });

  it('with another borrower: the next contact is with the new one, and what held the old one holds no more', () => {
    const world = inReminder();
    turn(world, [{ itemId: 'death-of-p1', at: world.now, kind: 'hold-reported', hold: estate }]);
    expect(playUntil(world, '2026-01-08', () => 'delivered')).toEqual([]);
    world.now = '2026-01-08T00:00:00.000Z';
    succeed(world);
    expect(world.kase?.plan).toMatchObject({ act: { personId: 'p2', pointId: 'm2' } });
    expect(world.facts.map(({ type }) => type)).not.toContain('hold-ended');
  });

  it('with another borrower: news of the old one is no longer news of the case', () => {
    const world = inReminder();
    succeed(world);
    const facts = turn(world, [{ itemId: 'death-of-p1', at: world.now, kind: 'hold-reported', hold: estate }]);
    expect(facts).toMatchObject([{ type: 'input-noted', ignored: 'not-current' }]);
  });

  it('with another borrower: the call that is with a colleague is withdrawn, and the next try is for the new one', () => {
    const { world, planId } = offeredCall();
    expect(world.kase?.openTasks).toEqual([planId]);
    const facts = succeed(world);
    expect(facts).toContainEqual(
      expect.objectContaining({ type: 'task-closed', taskId: planId, because: 'withdrawn' }),
    );
    expect(world.kase?.plan).toMatchObject({ act: { kind: 'place-call', personId: 'p2' } });
    expect(world.kase?.plan).not.toHaveProperty('awaiting');
  });

  it('with another borrower: who was to be verified need not be any more', () => {
    const world = aWorld();
    const known = world.person;
    world.person = { ...known, known: false, points: [] };
    tell(world, missed(world, 1, '2026-01-01'));
    expect(world.kase?.openTasks).toHaveLength(1);
    world.person = known;
    world.now = '2026-01-11T00:00:00.000Z';
    succeed(world);
    expect(world.kase?.holds.filter(({ endedAt }) => endedAt === undefined)).toEqual([]);
    expect(world.kase?.openTasks).toEqual([]);
  });

  it('in another zone: its days are counted there', () => {
    const world = inReminder();
    newTerms(world, { zone: 'America/New_York' });
    expect(world.kase?.zone.zone).toBe('America/New_York');
    expect(world.kase?.noted.dpd).toBe(3);
  });

  it('with longer grace, told on the ladder: nobody is contacted before it is over', () => {
    const world = inReminder();
    newTerms(world, { graceDays: 9 }, '2026-01-01');
    expect(world.kase?.plan).toMatchObject({ dueAt: '2026-01-10T16:00:00.000Z', because: 'in grace' });
    expect(world.kase?.plan).not.toHaveProperty('act');
    const done = playUntil(world, '2026-01-14', () => 'delivered');
    expect(done.length).toBeGreaterThan(0);
    expect(done.every(({ at }) => at >= '2026-01-10T16:00:00.000Z')).toBe(true);
  });

  it('with longer grace, told in grace, leave that much more time', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    expect(world.kase?.plan).toMatchObject({ dueAt: '2026-01-04T16:00:00.000Z' });
    newTerms(world, { graceDays: 6 }, '2026-01-01');
    expect(world.kase?.plan).toMatchObject({ dueAt: '2026-01-07T16:00:00.000Z', because: 'in grace' });
  });

  it('are stated once when only the law was asked of them, and what is owed is noted anew', () => {
    const late = {
      startOn: '2025-06-01',
      lateCharge: {
        lender: 'licensed' as const,
        dayCount: 'act/360' as const,
        rounding: { mode: 'half-up' as const, point: 'line' as const },
        contractRatePpm: 100_000,
        caps: [],
        penalty: {
          clause: '§ 9',
          base: 'principal' as const,
          rate: { contractPermille: 2_000 },
          tiers: [],
          grace: { days: 0, chargedFrom: 'due-date' as const },
        },
      },
    };
    const world = aWorld(undefined, late);
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-01-05T03:00:00.000Z', () => 'delivered');
    world.now = '2026-01-05T03:00:00.000Z';
    const before = world.kase?.noted.late?.late ?? 0;
    world.terms = { ...world.terms, byLaw: { rules: [], against: ['CN-INT-2'], uncharged: ['penalty'] } };
    world.version += 1;

    const facts = turn(world);

    expect(before).toBeGreaterThan(0);
    expect(facts).toMatchObject([
      { type: 'terms-noted', onlyLaw: true, terms: { version: 1, byLaw: { uncharged: ['penalty'] } } },
      { type: 'position-noted' },
      { type: 'step-planned' },
    ]);
    expect(world.kase?.noted.late?.late ?? 0).toBe(0);
    expect(turn(world)).toEqual([]);
  });
});
