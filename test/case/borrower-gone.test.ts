import { describe, expect, it, test } from 'vitest';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { Hold, HoldReason } from '@recourse/domain/holds/hold';
import { aWorld, missed, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { endHold, named } from '../builders/held-borrower.js';
import { placedWith } from '../builders/placed-case.js';
import { perform, playUntil } from '../builders/play-case.js';
import { representingStrategy } from '../builders/representing-strategy.js';

const told = (world: CaseWorld, reason: HoldReason, person = 'p1'): void => {
  const hold: Hold = {
    id: `${reason}-hold`,
    reason,
    scope: { person },
    stops: ['contact', 'escalation', 'timers', 'legal'],
    from: world.now,
  };
  turn(world, [{ kind: 'hold-reported', itemId: hold.id, at: world.now, hold }]);
};
const act = ({ kase }: CaseWorld): string | undefined => (kase && 'act' in kase.plan ? kase.plan.act?.kind : undefined);
const work = ({ kase }: CaseWorld): string[] => (kase?.openTasks ?? []).map((id) => id.split('/')[4] ?? '').toSorted();
const answer = (world: CaseWorld, errand: string): void => {
  const taskId = world.kase?.openTasks.find((id) => id.split('/')[4] === errand) ?? 'none';
  const outcome = { planId: taskId, actId: taskId, at: world.now, result: 'done' as const };
  turn(world, [{ kind: 'task-answer', itemId: `done-${errand}-${world.n}`, at: world.now, taskId, outcome }]);
};
const opened = (world: CaseWorld, errand: string): Extract<CaseFact, { type: 'task-opened' }>[] =>
  world.facts.filter(
    (fact): fact is Extract<CaseFact, { type: 'task-opened' }> => fact.type === 'task-opened' && fact.to === errand,
  );

describe('a loan that a law firm has', () => {
  it.each(['death', 'insolvency'] as const)(
    'is withdrawn at once on the %s of its borrower, and what was begun in court is somebody’s to decide, by a day',
    (reason) => {
      const world = placedWith('law-firm');
      world.now = minutesLater(world.now, 3 * 1_440);
      told(world, reason);
      expect(world.kase?.plan).toMatchObject({ dueAt: world.now, because: `taken back: ${reason}` });
      expect(act(world)).toBe('withdraw-from-legal');
      const [task] = opened(world, 'decide-suit');
      expect(task?.deadline.slice(0, 10)).toBe(addDays(world.now.slice(0, 10), 7));

      perform(world, 'delivered');

      expect(world.facts.findLast(({ type }) => type === 'handed-back')).toMatchObject({ because: 'withdrawn' });
      expect(act(world)).toBeUndefined();
      expect(work(world)).toContain('decide-suit');
    },
  );

  it('is withdrawn at once also when the firm has had it for minutes, and the agency before it has been taken back', () => {
    const world = placedWith('law-firm');
    world.now = minutesLater(world.now, 5);
    told(world, 'death');
    expect(world.kase?.plan).toMatchObject({ dueAt: world.now, because: 'taken back: death' });
  });

  it('has its suit decided by somebody also when the borrower was not dead after all, once', () => {
    const world = placedWith('law-firm');
    told(world, 'death');
    perform(world, 'delivered');
    endHold(world, 'death-hold');
    expect(work(world)).toEqual(['decide-suit']);
    answer(world, 'decide-suit');
    turn(world);
    expect(work(world)).toEqual([]);
    expect(opened(world, 'decide-suit')).toHaveLength(1);
  });

  it('stays there on the death of somebody else who owes it, and on an incapacity: a guardian goes on with a suit', () => {
    const two = placedWith('law-firm');
    two.terms = { ...two.terms, version: 2, debtors: [...two.terms.debtors, { personId: 'p2', role: 'guarantor' }] };
    told(two, 'death', 'p2');
    const one = placedWith('law-firm');
    told(one, 'incapacity');
    for (const world of [one, two]) {
      expect(act(world)).not.toBe('withdraw-from-legal');
      expect(work(world)).not.toContain('decide-suit');
    }
  });

  it('has the guardian of its borrower found by somebody, whoever has it, and calls nobody itself', () => {
    const world = placedWith('law-firm', { ...aWorld(), strategy: representingStrategy() });
    told(world, 'incapacity');
    expect(work(world)).toEqual(['find-guardian']);
    world.related = [named('guardian')];
    turn(world, [{ itemId: 'known', at: world.now, kind: 'person-known', personId: 'p2' }]);
    expect(work(world)).toEqual([]);
    expect(world.facts).not.toContainEqual(expect.objectContaining({ step: 'call-representative' }));
    expect(act(world)).toBeUndefined();
  });
});

describe('the claim against a borrower who is insolvent', () => {
  const calling = (): CaseWorld => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-01-12T00:00:00.000Z', () => 'no-answer');
    world.now = '2026-01-12T00:00:00.000Z';
    return world;
  };

  it('is somebody’s to file with the administrator, once; nothing else is left to do', () => {
    const world = calling();
    told(world, 'insolvency');
    expect(work(world)).toEqual(['file-claim']);
    expect(act(world)).toBeUndefined();
    answer(world, 'file-claim');
    turn(world);
    playUntil(world, '2026-06-01', () => 'no-answer');
    expect(opened(world, 'file-claim')).toHaveLength(1);
  });

  it('is filed too when nothing is collected yet: in grace, and while the next instalments are watched', () => {
    const young = aWorld();
    tell(young, missed(young, 1, '2026-01-01'));
    told(young, 'insolvency');
    expect(young.kase?.status).toBe('intake');
    expect(work(young)).toEqual(['file-claim']);
  });

  it('is nobody’s to file when the borrower was not insolvent, or is dead', () => {
    const world = calling();
    told(world, 'insolvency');
    endHold(world, 'insolvency-hold');
    expect(work(world)).toEqual([]);
    const dead = calling();
    told(dead, 'death');
    expect(work(dead)).toEqual(['verify-death']);
  });
});

test('a death that was told before grace is over is looked into once it is', () => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  told(world, 'death');
  expect(work(world)).toEqual([]);
  playUntil(world, '2026-01-10', () => 'no-answer');
  expect(world.kase?.status).toBe('intake');
  expect(work(world)).toEqual(['verify-death']);
});

test('a death stops every open case of the person, one in calls, one with an agency and one with a law firm, at the instant it is heard', () => {
  const calls = aWorld();
  tell(calls, missed(calls, 1, '2026-01-01'));
  playUntil(calls, '2026-01-15', (kind) => (kind === 'place-call' ? 'no-answer' : 'delivered'));
  const cases = [calls, placedWith('agency'), placedWith('law-firm')];
  for (const world of cases) {
    told(world, 'death');
    if (world.kase?.handedTo) perform(world, 'delivered');
    const before = world.facts.length;
    playUntil(world, addDays(world.now.slice(0, 10), 400), () => 'no-answer');
    const after = world.facts.slice(before);
    expect(world.kase).toMatchObject({ status: 'open' });
    expect(world.kase?.handedTo).toBeUndefined();
    expect(after.flatMap((fact) => (fact.type === 'step-planned' && 'act' in fact.plan ? fact.plan.act : []))).toEqual(
      [],
    );
    expect(after.some(({ type }) => type === 'stage-entered' || type === 'ladder-ended')).toBe(false);
    expect(opened(world, 'verify-death')).toHaveLength(1);
  }
});
