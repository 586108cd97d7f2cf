import { describe, expect, it } from 'vitest';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { Terms } from '@recourse/domain/case/terms';
import { aWorld, missed, paid, tell, testTerms, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';

const guaranteed: Terms['debtors'] = [...testTerms.debtors, { personId: 'p2', role: 'guarantor' }];
/** Two instalments nobody pays, the last due on 1 February: the guarantee ends with 1 August. Played day by day, as things are due. */
const until = (day: string, terms: Partial<Terms> = { debtors: guaranteed }): CaseWorld => {
  const world = aWorld('2026-01-01T16:00:00.000Z', terms);
  tell(world, missed(world, 1, '2026-01-01'));
  world.now = '2026-02-01T16:00:00.000Z';
  tell(world, missed(world, 2, '2026-02-01'));
  playUntil(world, day, (act) => (act === 'place-call' ? 'no-answer' : 'delivered'));
  return world;
};
const asked = ({ facts }: CaseWorld): Extract<CaseFact, { type: 'task-opened' }>[] =>
  facts.filter(
    (fact): fact is Extract<CaseFact, { type: 'task-opened' }> =>
      fact.type === 'task-opened' && fact.to === 'claim-guarantee',
  );

describe('a loan that somebody guarantees', () => {
  it('has the guarantor held to it by somebody 30 days before the last day, at the beginning of that day', () => {
    const world = until('2026-08-20');
    expect(asked(world).map(({ at }) => at)).toEqual(['2026-07-01T16:00:00.000Z']);
    expect(world.kase?.openTasks.some((id) => id.includes('/claim-guarantee/'))).toBe(true);
  });

  it('has it asked for no earlier when another instalment falls due meanwhile', () => {
    const world = until('2026-06-20');
    world.now = '2026-06-20T16:00:00.000Z';
    tell(world, missed(world, 3, '2026-06-20'));
    playUntil(world, '2026-10-01', () => 'no-answer');
    expect(asked(world)).toEqual([]);
  });

  it('has it asked for no more once the arrears are paid, nor where the law has no such period, nor without a guarantor', () => {
    const world = until('2026-07-10');
    tell(world, paid(world, 'all', 202_000, '2026-07-09'));
    expect(world.kase?.openTasks.some((id) => id.includes('/claim-guarantee/'))).toBe(false);
    expect(asked(until('2026-08-20', { debtors: guaranteed, jurisdiction: 'GB' }))).toEqual([]);
    expect(asked(until('2026-08-20', {}))).toEqual([]);
  });

  it('that comes to us when the last day is over has it asked for by nobody', () => {
    const world = until('2026-06-01', {});
    world.now = '2026-09-01T16:00:00.000Z';
    world.terms = { ...world.terms, version: 2, debtors: guaranteed };
    turn(world);
    expect(asked(world)).toEqual([]);
  });
});
