import { describe, expect, it } from 'vitest';
import type { Hold, HoldReason } from '@recourse/domain/holds/hold';
import { aWorld, missed, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { perform, playUntil } from '../builders/play-case.js';

const placed = (): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  for (let months = 0; !world.kase?.handedTo && months < 12; months += 1)
    playUntil(world, `2026-${String(months + 2).padStart(2, '0')}-01`, (act) =>
      act === 'place-call' ? 'no-answer' : 'delivered',
    );
  if (world.kase?.handedTo?.kind !== 'agency') throw new Error('the case was never placed');
  return world;
};
const held = (world: CaseWorld, reason: HoldReason, person = 'p1'): Hold => ({
  id: `/servicing/${reason}`,
  reason,
  scope: { person },
  stops: ['contact', 'escalation', 'timers'],
  from: world.now,
});
const report = (world: CaseWorld, hold: Hold): void => {
  turn(world, [{ kind: 'hold-reported', itemId: hold.id, at: world.now, hold }]);
};
const actPlanned = ({ kase }: CaseWorld): string | undefined =>
  kase && !('ending' in kase.plan) ? kase.plan.act?.kind : undefined;

describe('a loan that an agency has', () => {
  it.each(['death', 'insolvency'] as const)('is taken back at once on the %s of its borrower', (reason) => {
    const world = placed();
    report(world, held(world, reason));
    expect(world.kase?.plan).toMatchObject({ dueAt: world.now, because: `taken back: ${reason}` });
    expect(actPlanned(world)).toBe('recall-from-agency');
    perform(world, 'delivered');
    expect(world.facts.findLast(({ type }) => type === 'handed-back')).toMatchObject({ because: 'recalled' });
    expect(actPlanned(world)).toBeUndefined();
  });

  it('stays there on a dispute, a complaint or the death of somebody else who owes: it is suspended', () => {
    for (const hold of ['dispute', 'complaint'] as const) {
      const world = placed();
      report(world, held(world, hold));
      expect(actPlanned(world)).not.toBe('recall-from-agency');
    }
    const world = placed();
    world.terms = {
      ...world.terms,
      version: 2,
      debtors: [...world.terms.debtors, { personId: 'p2', role: 'guarantor' }],
    };
    report(world, held(world, 'death', 'p2'));
    expect(actPlanned(world)).not.toBe('recall-from-agency');
  });
});
