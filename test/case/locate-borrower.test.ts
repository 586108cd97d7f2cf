import { describe, expect, test } from 'vitest';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { locateSources } from '@recourse/domain/contact/locate-sources';
import type { SearchedSource } from '@recourse/domain/contact/searched-source';
import { aWorld, paid, shippedStrategy, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';
import { day15, reached, unreachableWorld } from '../builders/unreachable-world.js';

const week = 7 * 1_440;
const searches = (world: CaseWorld): string[] =>
  world.kase?.openTasks.filter((id) => id.includes('/locate-debtor-')) ?? [];
const opened = (world: CaseWorld): string[] =>
  world.facts.flatMap((fact) =>
    fact.type === 'task-opened' && fact.to === 'locate-debtor' ? [`${fact.taskId.split('/')[4]} ${fact.at}`] : [],
  );
const ended = (world: CaseWorld): string[] =>
  world.facts.flatMap((fact) =>
    fact.type === 'step-done' && fact.step.startsWith('locate-') ? [`${fact.step} ${fact.by}`] : [],
  );
const answer = (world: CaseWorld, searched: SearchedSource[]): void => {
  const taskId = searches(world)[0] ?? 'test/loan-1/1/1/locate-debtor-1/1';
  const outcome = { planId: taskId, actId: taskId, at: world.now, result: 'done' as const };
  turn(world, [{ kind: 'task-answer', itemId: `done/${taskId}`, at: world.now, taskId, outcome, searched }]);
};
const inVain: SearchedSource[] = [{ source: 'own-records', found: 'nothing-found' }];
const later = (world: CaseWorld, minutes: number): void => {
  world.now = minutesLater(world.now, minutes);
  turn(world);
};

describe('a borrower who is unreachable', () => {
  test('is looked for by one task at a time, with the evidence on record', () => {
    const world = unreachableWorld();
    turn(world);

    expect(opened(world)).toEqual([`locate-debtor-1 ${day15}`]);
    expect(searches(world)).toHaveLength(1);
    expect(world.facts).toContainEqual(
      expect.objectContaining({
        type: 'unreachable-proved',
        personId: 'p1',
        because: 'attempts-failed',
        acts: reached.slice(0, 3).map(({ actId }) => actId),
      }),
    );
  });

  test('is looked for once in the days the strategy gives a search, as often as it says, and no more', () => {
    const world = unreachableWorld();
    answer(world, inVain);
    expect(searches(world)).toEqual([]);
    later(world, week - 1);
    expect(searches(world)).toEqual([]);
    later(world, 1);
    expect(opened(world)).toEqual([`locate-debtor-1 ${day15}`, `locate-debtor-2 ${minutesLater(day15, week)}`]);
    answer(world, inVain);
    later(world, 3 * week);

    expect(opened(world)).toHaveLength(2);
    expect(ended(world)).toEqual(['locate-debtor-1 not-found', 'locate-debtor-2 not-found']);
  });

  test('is waited for: the case looks again when the next search may begin', () => {
    const world = unreachableWorld();
    answer(world, inVain);
    playUntil(world, '2026-01-23', () => 'no-answer');

    expect(opened(world)[1]).toBe(`locate-debtor-2 ${minutesLater(day15, week)}`);
  });

  test('is looked for again when nobody has searched in time, which is a try', () => {
    const world = unreachableWorld();
    later(world, week);

    expect(ended(world)).toEqual(['locate-debtor-1 missed']);
    expect(opened(world)).toHaveLength(2);
    later(world, week);
    expect(ended(world)).toEqual(['locate-debtor-1 missed', 'locate-debtor-2 missed']);
    expect(searches(world)).toEqual([]);
  });

  test('is not looked for while a hold stops contact; the search taken back is no try', () => {
    const world = unreachableWorld();
    const hold = {
      id: 'h1',
      reason: 'dispute',
      scope: { loan: 'loan-1' },
      stops: ['contact'],
      from: world.now,
    } as const;
    turn(world, [{ kind: 'hold-reported', itemId: 'h1', at: world.now, hold: { ...hold, stops: ['contact'] } }]);
    expect(searches(world)).toEqual([]);
    expect(world.facts.at(-1)).not.toMatchObject({ type: 'task-opened' });

    world.now = minutesLater(world.now, 60);
    const end = { command: 'end-hold', holdId: 'h1' } as const;
    turn(world, [{ kind: 'command', itemId: 'end', at: world.now, command: end, actor: 'ann' }]);
    expect(searches(world)).toEqual(['test/loan-1/1/1/locate-debtor-1/1']);
    expect(ended(world)).toEqual([]);
  });

  test('is looked for no more once reached otherwise, and nobody is called for it', () => {
    const world = unreachableWorld();
    world.person = { ...world.person, ledger: reached };
    turn(world);

    expect(searches(world)).toEqual([]);
    expect(world.facts.some(({ type }) => type === 'alternative-called-in')).toBe(false);
  });

  test('is looked for no more once nothing is overdue', () => {
    const world = unreachableWorld();
    tell(world, paid(world, 'all', 101_000, '2026-01-15'));

    expect(searches(world)).toEqual([]);
  });

  test('is not looked for by a strategy that does not say so', () => {
    const { locate: _locate, ...silent } = shippedStrategy();
    const world = unreachableWorld({ strategy: silent });

    expect(opened(world)).toEqual([]);
  });

  test('is not looked for where nobody knows what the law lets a search use', () => {
    expect(opened(unreachableWorld({ terms: aWorld('2026-01-01', { jurisdiction: 'US' }).terms }))).toEqual([]);
  });
});

describe('the answer of a search', () => {
  test('says which sources were asked, on what each rests in law, and what it told', () => {
    const world = unreachableWorld();
    answer(world, [
      { source: 'own-records', found: 'known-already' },
      { source: 'public-register', found: 'address-found' },
    ]);

    expect(world.facts).toContainEqual(
      expect.objectContaining({
        type: 'borrower-searched',
        cause: 'done/test/loan-1/1/1/locate-debtor-1/1',
        taskId: 'test/loan-1/1/1/locate-debtor-1/1',
        searched: [
          { source: 'own-records', basis: locateSources['own-records'], found: 'known-already' },
          { source: 'public-register', basis: locateSources['public-register'], found: 'address-found' },
        ],
      }),
    );
    expect(ended(world)).toEqual(['locate-debtor-1 found']);
  });

  test('that comes when the search is over changes nothing', () => {
    const world = unreachableWorld();
    answer(world, inVain);
    const before = world.facts.length;
    answer(world, inVain);

    expect(world.facts.slice(before)).toMatchObject([{ type: 'input-noted', ignored: 'not-current' }]);
  });
});
