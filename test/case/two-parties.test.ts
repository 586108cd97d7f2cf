import { describe, expect, it } from 'vitest';
import type { PlannedNext } from '@recourse/domain/case/plan';
import { aWorld, missed, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { perform, playUntil } from '../builders/play-case.js';

/** A case that is with an agency, and what the agency holds it by. */
const placed = (): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  for (let months = 0; !world.kase?.handedTo && months < 12; months += 1)
    playUntil(world, `2026-${String(months + 2).padStart(2, '0')}-01`, (act) =>
      act === 'place-call' ? 'no-answer' : 'delivered',
    );
  if (!world.kase?.handedTo) throw new Error('the case was never placed');
  return world;
};
const planOf = ({ kase }: CaseWorld): PlannedNext => {
  if (!kase || 'ending' in kase.plan) throw new Error('the case has ended');
  return kase.plan;
};
const withParty = (world: CaseWorld, party: { kind: 'agency' | 'law-firm'; partnerId: string } | undefined): void => {
  const { collectingParty: _before, ...person } = world.person;
  world.person = { ...person, ...(party && { collectingParty: party }) };
};

describe('a case that is with a partner', () => {
  it.each([
    ['the borrower turns out to be with another agency', { kind: 'agency', partnerId: 'agency-9' }],
    ['the borrower turns out to be with a law firm', { kind: 'law-firm', partnerId: 'firm-1' }],
  ] as const)('is taken back at once when %s', (_when, party) => {
    const world = placed();
    const placementId = world.kase?.handedTo?.id;
    withParty(world, party);
    const facts = turn(world);

    const recall = { act: { kind: 'recall-from-agency', placementId }, dueAt: world.now };
    expect(planOf(world)).toMatchObject({ ...recall, because: 'taken back: collected by another party' });
    expect(facts).toContainEqual(expect.objectContaining({ type: 'step-planned', plan: planOf(world) }));
    perform(world, 'delivered');

    expect(world.facts).toContainEqual(
      expect.objectContaining({ type: 'handed-back', placementId, because: 'recalled' }),
    );
    expect(world.kase?.handedTo).toBeUndefined();
    expect(planOf(world).act?.kind).not.toBe('place-with-agency');
  });

  it('is asked for until it has come back: trouble with the partner ends nothing', () => {
    const world = placed();
    withParty(world, { kind: 'agency', partnerId: 'agency-9' });
    turn(world);
    expect(planOf(world).act?.kind).toBe('recall-from-agency');
    perform(world, 'provider-unavailable');
    expect(planOf(world).act?.kind).toBe('recall-from-agency');
    perform(world, 'delivered');

    expect(world.kase?.handedTo).toBeUndefined();
  });

  it.each([
    ['the partner is the one that collects from the borrower', true],
    ['nobody else collects from the borrower', false],
  ])('stays there while %s', (_while, known) => {
    const world = placed();
    const { partnerId = '' } = world.kase?.handedTo ?? {};
    withParty(world, known ? { kind: 'agency', partnerId } : undefined);
    turn(world);

    expect(planOf(world).act?.kind).not.toBe('recall-from-agency');
    expect(world.kase?.handedTo).toBeDefined();
  });
});
