import { describe, expect, it } from 'vitest';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { LoanVerification } from '@recourse/domain/case/loan-verification';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { perform, playUntil } from '../builders/play-case.js';

const mismatched = {
  result: 'mismatched' as const,
  field: 'sums' as const,
  ours: '101000',
  theirs: '100999',
  positionVersion: 1,
};
const down: LoanVerification = { result: 'trouble', from: 'servicing', trouble: 'down' };
const graceEnds = '2026-01-04T16:00:00.000Z';

/** A case that has just opened in grace; servicing says these one after the other, then agrees. */
const opened = (...says: LoanVerification[]): CaseWorld => {
  const world = aWorld();
  const said = says.values();
  world.verify = () => {
    const { value = { result: 'verified', positionVersion: 1 } } = said.next();
    return 'positionVersion' in value ? { ...value, positionVersion: world.version } : value;
  };
  tell(world, missed(world, 1, '2026-01-01'));
  return world;
};
const planOf = ({ kase }: CaseWorld) => (kase && !('ending' in kase.plan) ? kase.plan : undefined);
const holdsOf = ({ kase }: CaseWorld) => kase?.holds.filter(({ endedAt }) => endedAt === undefined) ?? [];
const answer = (world: CaseWorld): void => {
  const [taskId = ''] = world.kase?.openTasks ?? [];
  const outcome = { planId: taskId, actId: taskId, at: world.now, result: 'done' as const };
  turn(world, [{ itemId: `done/${taskId}`, at: world.now, kind: 'task-answer', taskId, outcome }]);
};

describe('a case at intake', () => {
  it('asks servicing before anything else, at once, whatever the hour', () => {
    const world = opened();
    expect(planOf(world)).toMatchObject({ dueAt: world.now, act: { kind: 'verify-loan' }, because: 'asks servicing' });

    perform(world, 'delivered');
    expect(world.facts.filter(({ type }) => type === 'loan-verified')).toMatchObject([{ by: 'servicing' }]);
    expect(planOf(world)).toMatchObject({ dueAt: graceEnds, because: 'in grace' });
    expect(playUntil(world, '2026-01-06', () => 'delivered')).toMatchObject([{ act: 'send-reminder' }]);
  });

  it('asks nobody when no servicing system is named', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    expect(planOf(world)).toMatchObject({ because: 'in grace' });
  });

  it('does not call its borrower unknown before the directory was asked', () => {
    const world = aWorld();
    world.verify = () => ({ result: 'verified', positionVersion: world.version });
    world.person = { ...world.person, known: false, points: [] };
    tell(world, missed(world, 1, '2026-01-01'));
    expect(holdsOf(world)).toEqual([]);

    perform(world, 'delivered');
    expect(holdsOf(world)).toMatchObject([{ reason: 'verification' }]);
  });

  it('asks the directory every day for a borrower nobody knows, and goes on once it tells', () => {
    const world = aWorld();
    const known = world.person;
    world.verify = () => ({ result: 'verified', positionVersion: world.version });
    world.person = { ...known, known: false, points: [] };
    tell(world, missed(world, 1, '2026-01-01'));
    const opensAt = world.now;
    for (let nth = 0; nth < 3; nth++) perform(world, 'delivered');
    expect(world.now).toBe(minutesLater(opensAt, 2 * 1440));
    expect(planOf(world)).toMatchObject({ because: 'the directory may know the borrower by then' });
    expect(world.kase?.openTasks).toHaveLength(1);

    world.person = known;
    turn(world, [{ itemId: 'known', at: world.now, kind: 'person-known', personId: 'p1' }]);
    expect(holdsOf(world)).toEqual([]);
    expect(world.kase?.openTasks).toEqual([]);
    expect(planOf(world)).toMatchObject({ because: 'in grace' });
  });
});

describe('servicing that is down', () => {
  it('is waited for with growing pauses, and no stage is entered though grace ends meanwhile', () => {
    const world = opened(...Array.from({ length: 40 }, () => down));
    const asked: string[] = [];
    while ((planOf(world)?.dueAt ?? '') < '2026-01-06') {
      perform(world, 'delivered');
      asked.push(world.now);
    }
    const minutes = asked.slice(1).map((at, nth) => (Date.parse(at) - Date.parse(asked[nth] ?? '')) / 60_000);
    expect(minutes.slice(0, 6)).toEqual([5, 15, 60, 240, 240, 240]);
    expect(planOf(world)?.because).toBe('waits for servicing');
    expect(world.kase?.stage).toBeUndefined();

    playUntil(world, '2026-01-20', () => 'delivered');
    expect(world.kase?.stage).toBeDefined();
  });

  it('does not keep a case open that is paid in grace', () => {
    const world = opened(down, down);
    perform(world, 'delivered');
    tell(world, paid(world, '1', 101_000, '2026-01-02'));
    expect(world.kase?.plan).toEqual({ ending: 'paid-in-grace' });
  });

  it('takes a turn that heard nothing of its act as an answer that never came', () => {
    const world = opened();
    const planId = planOf(world)?.id ?? '';
    turn(world, [{ itemId: 'u', at: world.now, kind: 'act-unanswered', planId, begun: false }]);
    expect(world.facts.at(-2)).toMatchObject({ type: 'verification-awaited', because: 'unanswered' });
  });

  it('cannot answer for a plan that is over', () => {
    const world = opened(down);
    const planId = planOf(world)?.id ?? '';
    perform(world, 'delivered');
    const verification: LoanVerification = { result: 'verified', positionVersion: 1 };
    turn(world, [{ itemId: 'late', at: world.now, kind: 'loan-verification', planId, verification }]);
    expect(world.facts.at(-1)).toMatchObject({ type: 'input-noted', ignored: 'not-current' });
  });
});

describe('a mismatch', () => {
  it('is a fact, a hold that stops contact, and a task; its answer ends the hold', () => {
    const world = opened(mismatched);
    perform(world, 'delivered');
    expect(world.facts.find(({ type }) => type === 'loan-mismatched')).toMatchObject({
      field: 'sums',
      ours: '101000',
      theirs: '100999',
    });
    expect(holdsOf(world)).toMatchObject([{ reason: 'loan-mismatch', stops: ['contact', 'escalation'] }]);
    expect(world.facts.find(({ type }) => type === 'task-opened')).toMatchObject({ to: 'verification' });
    expect(playUntil(world, '2026-01-20', () => 'delivered')).toEqual([]);
    expect(world.kase?.stage).toBeUndefined();

    answer(world);
    expect(holdsOf(world)).toEqual([]);
    expect(world.kase?.openTasks).toEqual([]);
    expect(world.kase?.stage).toBe('reminder');
    expect(world.facts.some((fact) => fact.type === 'loan-verified' && fact.by === 'person')).toBe(true);
  });

  it('that a person has answered does not come back while the directory is asked for the borrower, nor after it was down', () => {
    const noDirectory: LoanVerification = { result: 'trouble', from: 'directory', trouble: 'down' };
    const world = opened(mismatched, mismatched, noDirectory, mismatched, { result: 'not-overdue' }, mismatched);
    const known = world.person;
    world.person = { ...known, known: false, points: [] };
    perform(world, 'delivered');
    answer(world);
    for (let nth = 0; nth < 5; nth++) perform(world, 'delivered');
    expect(world.facts.filter(({ type }) => type === 'loan-mismatched')).toHaveLength(1);
    expect(holdsOf(world)).toMatchObject([{ reason: 'verification' }]);
    expect(world.kase?.openTasks).toHaveLength(1);
    expect(planOf(world)).toMatchObject({
      dueAt: minutesLater(world.now, 1440),
      because: 'the directory may know the borrower by then',
    });

    world.person = known;
    turn(world, [{ itemId: 'known', at: world.now, kind: 'person-known', personId: 'p1' }]);
    expect(holdsOf(world)).toEqual([]);
    expect(world.kase?.openTasks).toEqual([]);
  });

  it('is settled by the next event of the loan when servicing then agrees', () => {
    const world = opened(mismatched);
    perform(world, 'delivered');
    tell(world, paid(world, '1', 1, '2026-01-02'));
    expect(planOf(world)).toMatchObject({ act: { kind: 'verify-loan' }, because: 'asks servicing again' });

    perform(world, 'delivered');
    expect(holdsOf(world)).toEqual([]);
    expect(world.facts.filter(({ type }) => type === 'task-closed')).toMatchObject([{ because: 'withdrawn' }]);
  });

  it('with an event that has come since is asked about again, at once', () => {
    const world = opened();
    const planId = planOf(world)?.id ?? '';
    tell(world, paid(world, '1', 1, '2026-01-02'));
    turn(world, [
      { itemId: `verified/${planId}`, at: world.now, kind: 'loan-verification', planId, verification: mismatched },
    ]);
    expect(world.facts.some(({ type }) => type === 'loan-mismatched')).toBe(false);
    expect(planOf(world)).toMatchObject({ dueAt: world.now, because: 'asks servicing again' });

    perform(world, 'delivered');
    expect(planOf(world)).toMatchObject({ because: 'in grace' });
  });

  it('found again leaves one hold and one task', () => {
    const world = opened(mismatched, mismatched);
    perform(world, 'delivered');
    tell(world, paid(world, '1', 1, '2026-01-02'));
    perform(world, 'delivered');
    expect(holdsOf(world)).toHaveLength(1);
    expect(world.kase?.openTasks).toHaveLength(1);
  });
});

describe('a loan that is not overdue any more by servicing', () => {
  const notOverdue: LoanVerification = { result: 'not-overdue' };

  it('is held until its payment event arrives, and then goes on by itself', () => {
    const world = opened(notOverdue);
    perform(world, 'delivered');
    expect(holdsOf(world)).toMatchObject([{ reason: 'payment-pending' }]);
    expect(world.kase?.openTasks).toEqual([]);
    expect(planOf(world)?.because).toBe('waits for a payment that servicing knows of');

    tell(world, paid(world, '1', 101_000, '2026-01-02'));
    expect(holdsOf(world)).toEqual([]);
    expect(world.kase?.plan).toEqual({ ending: 'paid-in-grace' });
  });

  it('becomes a mismatch after three days, also when servicing was down in between and another event came', () => {
    const world = opened(...Array.from({ length: 40 }, (_, nth) => (nth % 2 === 0 ? notOverdue : down)));
    perform(world, 'delivered');
    const first = world.now;
    perform(world, 'delivered');
    tell(world, paid(world, '1', 1, '2026-01-02'));
    while (!world.facts.some(({ type }) => type === 'loan-mismatched') && world.now < '2026-01-20')
      perform(world, 'delivered');
    expect(world.facts.find(({ type }) => type === 'loan-mismatched')).toMatchObject({ field: 'overdue' });
    expect(world.now >= minutesLater(first, 3 * 1440) && world.now <= minutesLater(first, 5 * 1440)).toBe(true);
    expect(world.kase?.openTasks).toHaveLength(1);
  });

  it('becomes a mismatch when no payment event has come for three days', () => {
    const world = opened(notOverdue, notOverdue, notOverdue, notOverdue);
    for (let nth = 0; nth < 4; nth++) perform(world, 'delivered');
    expect(world.facts.find(({ type }) => type === 'loan-mismatched')).toMatchObject({ field: 'overdue' });
    expect(world.kase?.openTasks).toHaveLength(1);
  });
});
