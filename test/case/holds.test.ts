import { describe, expect, it } from 'vitest';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { NewInput } from '@recourse/domain/case/case-inputs';
import type { Hold } from '@recourse/domain/holds/hold';
import { toldHoldReasons } from '@recourse/infra/events/loan-taken-on-schema';
import { aWorld, missed, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { oldClaim } from '../builders/old-claim.js';
import { playUntil } from '../builders/play-case.js';
import { inCalls, raise, say } from '../builders/raising.js';

const overdue = (): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, '2026-01-11T00:00:00.000Z', () => 'delivered');
  world.now = '2026-01-11T07:00:00.000Z';
  return world;
};
const disputed: Hold = {
  id: 'outcome/1',
  reason: 'dispute',
  scope: { loan: 'loan-1' },
  stops: ['contact', 'escalation', 'timers'],
  from: '2026-01-11T06:30:00.000Z',
};
const answer = (world: CaseWorld, holds: Hold[]): NewInput => ({
  kind: 'task-answer',
  itemId: 'outcome/1',
  at: world.now,
  taskId: 'test/loan-1/1/1/call-1/1',
  outcome: {
    planId: 'test/loan-1/1/1/call-1/1',
    actId: 'test/loan-1/1/1/call-1/1',
    at: world.now,
    result: 'answered',
    code: 'disputes',
  },
  holds,
});
const open = (world: CaseWorld): string[] =>
  (world.kase?.holds ?? []).filter(({ endedAt }) => endedAt === undefined).map(({ id }) => id);

describe('the holds an outcome places', () => {
  it('are those that were decided when it was concluded, as they were decided', () => {
    const world = overdue();
    const facts = turn(world, [answer(world, [disputed])]);
    expect(facts.filter(({ type }) => type === 'hold-placed')).toMatchObject([{ cause: 'outcome/1', hold: disputed }]);
    expect(world.kase?.holds[0]).toEqual(disputed);
  });

  it('are not decided by the case', () => {
    const world = overdue();
    turn(world, [answer(world, [])]);
    expect(open(world)).toEqual([]);
  });

  it('are placed once, though a turn before had seen them on the loan', () => {
    const world = overdue();
    turn(world, [{ kind: 'hold-reported', itemId: 'seen', at: world.now, hold: disputed }]);
    const facts = turn(world, [answer(world, [disputed])]);
    expect(facts.filter(({ type }) => type === 'hold-placed')).toEqual([]);
  });
});

describe('the plan of a case that is held', () => {
  const because = (hold: Hold): string | undefined => {
    const world = overdue();
    turn(world, [{ kind: 'hold-reported', itemId: 'seen', at: world.now, hold }]);
    const { plan } = world.kase ?? {};
    return plan && !('ending' in plan) ? plan.because : undefined;
  };

  it('says by what, and not that the next stage may begin', () => {
    expect(because(disputed)).toBe('on hold: dispute');
  });

  it('of which only contact is stopped says when the next stage may begin', () => {
    expect(because({ ...disputed, stops: ['contact'] })).toBe('the next stage may begin');
  });

  it('says when a hold ends that has an end', () => {
    expect(because({ ...disputed, until: '2026-01-20T00:00:00.000Z' })).toBe('a hold ends: dispute');
  });
});

describe('a hold on a person that another case has ended', () => {
  const ill: Hold = { ...disputed, id: 'h', reason: 'complaint', scope: { person: 'p1' } };

  it('ends here too, by the item that tells of it', () => {
    const world = overdue();
    turn(world, [{ kind: 'hold-reported', itemId: 'h', at: world.now, hold: ill }]);
    const ended = { ...ill, endedAt: world.now };
    const facts = turn(world, [{ kind: 'hold-reported', itemId: 'h/ended', at: world.now, hold: ended }]);
    expect(facts[0]).toMatchObject({ type: 'hold-ended', holdId: 'h', cause: 'h/ended' });
    expect(open(world)).toEqual([]);
  });

  it('is not begun when the case had never heard of it', () => {
    const world = overdue();
    const ended = { ...ill, endedAt: world.now };
    const facts = turn(world, [{ kind: 'hold-reported', itemId: 'h/ended', at: world.now, hold: ended }]);
    expect(facts).toMatchObject([{ type: 'input-noted', ignored: 'unknown-hold' }]);
  });
});

describe('a person’s command', () => {
  it.each(toldHoldReasons)('places a hold for %s, and ends it', (reason) => {
    const world = overdue();
    const command = { kind: 'command' as const, at: world.now, actor: 'ann' };
    const hold: Hold = { ...disputed, id: 'by-hand', reason };
    turn(world, [{ ...command, itemId: 'place', command: { command: 'place-hold', hold } }]);
    expect(world.kase?.holds).toContainEqual(hold);
    turn(world, [{ ...command, itemId: 'end', command: { command: 'end-hold', holdId: 'by-hand' } }]);
    expect(open(world)).not.toContain('by-hand');
  });

  const end = (world: CaseWorld, holdId: string): CaseFact[] => {
    const command = { command: 'end-hold', holdId } as const;
    return turn(world, [{ kind: 'command', itemId: `end-${world.n}`, at: world.now, actor: 'ann', command }]);
  };

  it('ends no hold of a dispute before the dispute itself is over', () => {
    const world = inCalls();
    const { id } = raise(world, { kind: 'dispute', channel: 'borrower', ground: 'amount' });
    expect(end(world, id)).toContainEqual(
      expect.objectContaining({ type: 'input-noted', kind: 'end-hold', ignored: 'matter-not-closed' }),
    );
    expect(open(world)).toEqual([id]);
    turn(world, [say(world, { command: 'release-matter', matterId: id, because: 'withdrawn' })]);
    expect(open(world)).toEqual([]);
  });

  it('ends no hold that the case keeps itself', () => {
    const world = oldClaim('2022-11-10', '2025-12-01T02:00:00.000Z');
    const [barred] = open(world);
    expect(barred).toMatch(/^limitation\//);
    expect(end(world, barred ?? '')).toContainEqual(
      expect.objectContaining({ type: 'input-noted', kind: 'end-hold', ignored: 'kept-by-the-case' }),
    );
    expect(open(world)).toEqual([barred]);
  });
});

it('going to the door waits for the end of a hold that stops only what presses harder; calls may go on', () => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  const unanswered = (act: string) => (act === 'place-call' || act === 'arrange-visit' ? 'no-answer' : 'delivered');
  playUntil(world, '2026-02-01T00:00:00.000Z', unanswered);
  playUntil(world, '2026-02-02T07:00:00.000Z', unanswered);
  expect(world.kase?.stage).toBe('visit');
  const frail: Hold = {
    id: 'told/1',
    reason: 'vulnerability',
    scope: { person: 'p1' },
    stops: ['escalation'],
    from: world.now,
    until: '2026-02-06T00:00:00.000Z',
  };
  turn(world, [{ kind: 'hold-reported', itemId: 'told/1', at: world.now, hold: frail }]);

  const done = playUntil(world, '2026-02-08T00:00:00.000Z', unanswered);

  expect(done.filter(({ act }) => act === 'arrange-visit').map(({ at }) => at.slice(0, 10))).toEqual(['2026-02-06']);
});
