import { describe, expect, it } from 'vitest';
import type { Hold } from '@recourse/domain/holds/hold';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { tell, turn, aWorld, missed, type CaseWorld } from '../builders/case-world.js';
import { perform, playUntil } from '../builders/play-case.js';

const openHolds = (world: CaseWorld): Hold[] =>
  (world.kase?.holds ?? []).filter(({ endedAt }) => endedAt === undefined);

const told = (code: OutcomeCode): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, '2026-01-11T00:00:00.000Z', (act) => (act === 'place-call' ? 'no-answer' : 'delivered'));
  perform(world, code);
  return world;
};

const taskFor = (world: CaseWorld, work: string): string => {
  const taskId = world.kase?.openTasks.find((each) => each.endsWith(`/${work}`));
  if (taskId === undefined) throw new Error(`nobody has the work ${work}`);
  return taskId;
};

const complete = (world: CaseWorld, taskId: string): void => {
  const outcome = { planId: taskId, actId: taskId, at: world.now, result: 'done' as const };
  turn(world, [{ itemId: `done/${taskId}`, at: world.now, kind: 'task-answer', taskId, outcome }]);
};

const isContact = (world: CaseWorld): boolean => {
  const plan = world.kase?.plan;
  return plan !== undefined && 'act' in plan && plan.act !== undefined;
};

describe('proof that we may collect', () => {
  it('is waited for until it is sent: then its hold ends, by the same news, and the ladder goes on', () => {
    const world = told('asks-proof');
    expect(openHolds(world).map(({ reason }) => reason)).toEqual(['proof-requested']);
    expect(isContact(world)).toBe(false);

    const taskId = taskFor(world, 'send-proof');
    world.now = '2026-01-14T02:00:00.000Z';
    complete(world, taskId);

    expect(openHolds(world)).toEqual([]);
    expect(world.facts.findLast(({ type }) => type === 'hold-ended')).toMatchObject({ cause: `done/${taskId}` });
    expect(world.kase?.openTasks).not.toContain(taskId);
    expect(isContact(world)).toBe(true);
  });

  it('ends no hold of another cause', () => {
    const world = told('asks-proof');
    turn(world, [
      {
        itemId: 'by-hand',
        at: world.now,
        kind: 'command',
        actor: 'ann',
        command: {
          command: 'place-hold',
          hold: { id: 'by-hand', reason: 'dispute', scope: { loan: 'loan-1' }, stops: ['contact'], from: world.now },
        },
      },
    ]);
    complete(world, taskFor(world, 'send-proof'));
    expect(openHolds(world).map(({ id }) => id)).toEqual(['by-hand']);
  });

  it('that was asked for twice is sent twice', () => {
    const world = told('asks-proof');
    const first = taskFor(world, 'send-proof');
    const [asked] = openHolds(world);
    if (!asked) throw new Error('no hold');
    world.now = '2026-01-12T02:00:00.000Z';
    const planId = 'test/loan-1/1/1/agency-1/1';
    turn(world, [
      {
        itemId: 'again',
        at: world.now,
        kind: 'act-outcome',
        outcome: { planId, actId: planId, at: world.now, result: 'answered', code: 'asks-proof' },
        holds: [{ ...asked, id: 'again', from: world.now }],
      },
    ]);
    complete(world, first);
    expect(openHolds(world).map(({ id }) => id)).toEqual(['again']);
    complete(world, `${planId}/send-proof`);
    expect(openHolds(world)).toEqual([]);
  });
});

describe('a number whose owner wants writing instead of calls', () => {
  it('stays silent when it was written to: the wish is not over by one letter', () => {
    const world = told('asks-written');
    complete(world, taskFor(world, 'send-written'));
    expect(openHolds(world).map(({ reason }) => reason)).toEqual(['written-requested']);
  });
});
