import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { describe, expect, test } from 'vitest';
import { aWorld, missed, paid, tell, testTerms, type CaseWorld } from '../builders/case-world.js';

const named = (world: CaseWorld, type: string) => world.facts.filter((fact) => fact.type === type);
const tasks = ({ kase }: CaseWorld): string[] =>
  (kase?.openTasks ?? []).filter((taskId) => taskId.includes('/discrepancy/'));
/** With arrears by so much more than the instalments come to. */
const missedWith = (world: CaseWorld, number: number, dueOn: string, more: number): LoanFact => {
  const told = missed(world, number, dueOn);
  if (told.type !== 'instalment-missed') throw new Error('no missed instalment');
  return { ...told, arrearsTotal: told.arrearsTotal + more, outstandingTotal: told.outstandingTotal + more };
};
const onFebruary2 = (world: CaseWorld): void => {
  world.now = '2026-02-02T00:00:00.000Z';
};

describe('the arrears of a missed instalment', () => {
  test('that are ours of that day are nobody’s work', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    onFebruary2(world);
    tell(world, missed(world, 2, '2026-02-01'));

    expect(world.kase?.noted.arrears).toBe(202_000);
    expect(named(world, 'discrepancy-found')).toEqual([]);
  });

  test('that are more than the events come to are somebody’s work, and nobody is told to pay them', () => {
    const world = aWorld();
    tell(world, missedWith(world, 1, '2026-01-01', 500));

    expect(world.kase?.noted.arrears).toBe(101_000);
    expect(named(world, 'discrepancy-found')).toMatchObject([
      { discrepancy: { id: 'arrears/2026-01-02', about: 'arrears', ours: 101_000, theirs: 101_500 } },
    ]);
    expect(tasks(world)).toEqual(['test/loan-1/1/1/discrepancy/1']);
  });

  test('are solved by the instalment they knew of, when it is told after them', () => {
    const world = aWorld();
    const first = missed(world, 1, '2026-01-01');
    tell(world, missedWith(world, 2, '2026-02-01', 101_000));
    expect(tasks(world)).toHaveLength(1);

    tell(world, first);

    expect(named(world, 'discrepancy-solved')).toMatchObject([{ discrepancyId: 'arrears/2026-02-02', by: 'news' }]);
    expect(tasks(world)).toEqual([]);
  });

  test('are solved by the next that are ours again', () => {
    const world = aWorld();
    tell(world, missedWith(world, 1, '2026-01-01', 500));
    onFebruary2(world);
    tell(world, missed(world, 2, '2026-02-01'));

    expect(named(world, 'discrepancy-solved')).toMatchObject([{ discrepancyId: 'arrears/2026-01-02', by: 'news' }]);
    expect(tasks(world)).toEqual([]);
  });

  test('within the tolerance of the contract differ in nothing', () => {
    const world = { ...aWorld(), terms: { ...testTerms, tolerance: 500 } };
    tell(world, missedWith(world, 1, '2026-01-01', 500));
    expect(tasks(world)).toEqual([]);

    onFebruary2(world);
    tell(world, missedWith(world, 2, '2026-02-01', 501));
    expect(tasks(world)).toHaveLength(1);
  });

  test.each<[string, (world: CaseWorld) => LoanFact]>([
    ['booked later that day', (world) => paid(world, 'p', 5_000, '2026-01-02')],
    ['that came later and was dated back', (world) => paid(world, 'p', 5_000, '2026-01-02')],
  ])('agreed once, agree with money %s', (title, money) => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    world.now = title.includes('back') ? '2026-01-20T00:00:00.000Z' : '2026-01-02T09:00:00.000Z';

    tell(world, money(world));

    expect(named(world, 'discrepancy-found')).toEqual([]);
  });

  test('agreed once, agree with what is given up as of that day weeks later', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    world.now = '2026-01-20T00:00:00.000Z';
    const of = { instalment: 1, component: 'interest' as const };
    const waived = { type: 'amount-waived' as const, currency: 'CNY', waiverId: 'w', of, amount: 1_000 };
    tell(world, { ...waived, eventId: 'w', occurredAt: world.now, waivedOn: '2026-01-01' });

    expect(world.kase?.noted.arrears).toBe(100_000);
    expect(named(world, 'discrepancy-found')).toEqual([]);
  });

  test('told while money of the day before was not yet known here are ours', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    world.now = '2026-02-01T09:00:00.000Z';
    const money = paid(world, 'p', 5_000, '2026-02-01');
    onFebruary2(world);
    tell(world, missedWith(world, 2, '2026-02-01', -5_000));
    expect(tasks(world)).toHaveLength(1);

    tell(world, money);

    expect(tasks(world)).toEqual([]);
  });
});

describe('all that is owed, as servicing tells it with a missed instalment', () => {
  const story = (change: (told: Extract<LoanFact, { type: 'instalment-missed' }>) => object): CaseWorld => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    world.now = '2026-01-15T00:00:00.000Z';
    tell(world, paid(world, 'p', 30_000, '2026-01-15'));
    onFebruary2(world);
    const told = missed(world, 2, '2026-02-01');
    if (told.type !== 'instalment-missed') throw new Error('no missed instalment');
    tell(world, { ...told, ...change(told) });
    return world;
  };

  test.each<[string, number]>([
    ['with the interest that fell due since', 0],
    ['without it, as it was in the first sum already', -1_000],
  ])('follows from what it told before and the money since, %s', (_, more) => {
    const world = story(({ outstandingTotal }) => ({ outstandingTotal: outstandingTotal + more }));

    expect(named(world, 'discrepancy-found')).toEqual([]);
  });

  test.each<[string, number, number]>([
    ['less', -1_001, 19_971_000],
    ['more', 1, 19_972_000],
  ])('that is %s than follows is somebody’s work', (_, more, ours) => {
    const world = story(({ outstandingTotal }) => ({ outstandingTotal: outstandingTotal + more }));

    expect(named(world, 'discrepancy-found')).toMatchObject([
      { discrepancy: { id: 'outstanding/2026-02-02', about: 'outstanding', ours } },
    ]);
    expect(tasks(world)).toHaveLength(1);
  });

  test('nobody can tell whether it follows while an instalment between the two was not told', () => {
    const world = story(({ instalment, outstandingTotal }) => ({
      instalment: { ...instalment, number: 3 },
      outstandingTotal: outstandingTotal + 50_000,
    }));

    expect(named(world, 'discrepancy-found')).toEqual([]);
  });
});
