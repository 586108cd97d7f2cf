import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { readPlanId } from '@recourse/domain/case/case-id';
import { decide } from '@recourse/domain/case/decide';
import { evolve, unopened } from '@recourse/domain/case/evolve';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { Seen } from '@recourse/domain/case/seen';
import type { HoldStop } from '@recourse/domain/holds/hold';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aWorld, missed, seenBy, tell, type CaseWorld } from '../builders/case-world.js';
import { playUntil, type Answer } from '../builders/play-case.js';
import { histories, playHistory } from '../builders/random-history.js';
import { takenIn, takeOn, toldOf } from '../builders/take-on-world.js';

const answers = fc.array(fc.constantFrom<Answer>('delivered', 'failed', 'no-answer', 'silence', 'refuses'), {
  minLength: 1,
  maxLength: 8,
});
const dpd = fc.integer({ min: 1, max: 200 });

const walked = (days: number, given: readonly Answer[]): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  const now = `${addDays('2026-01-01', days)}T01:00:00.000Z`;
  playUntil(world, now, (_act, nth) => given[nth % given.length] ?? 'delivered');
  if (world.now < now) world.now = now;
  return world;
};

describe('a loan taken on at any number of days past due', () => {
  it('has the position of one that walked there event by event', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const world = playHistory(history, () => {});

        const { loan } = takenIn(toldOf(world), world.now);

        // Money on its way is told as a hold (payment-pending); what failed, and what was never waived, leaves nothing in the books.
        const { pending: _onItsWay, failed: _never, earlyWithdrawals: _nothing, ...all } = world.position;
        // Sums that servicing told on earlier days are told once, by the events of those days.
        const { told: _sums, outstandingBefore: _before, ...position } = all;
        expect(loan.position).toEqual(position);
      }),
      { numRuns: 60 },
    );
  });

  it('does no step a second time of which a contact was told', () => {
    fc.assert(
      fc.property(dpd, answers, (days, before) => {
        const world = walked(days, before);
        const contacted = world.facts.flatMap((fact) =>
          fact.type === 'contact-concluded' && fact.act && fact.act.kind !== 'send-notice'
            ? [readPlanId(fact.planId).step]
            : [],
        );

        const taken = takeOn(toldOf(world), world.now);
        const done = playUntil(taken, minutesLater(world.now, 250 * 1440), () => 'delivered');

        const handovers = new Set(['place-with-agency', 'refer-to-legal', 'recall-from-agency']);
        const again = done.filter(({ act }) => !handovers.has(act)).map(({ planId }) => readPlanId(planId).step);
        expect(again.filter((step) => contacted.includes(step))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is never given a notice again that was told of its instalments', () => {
    fc.assert(
      fc.property(dpd, answers, answers, (days, before, after) => {
        const world = walked(days, before);
        const told = toldOf(world);

        const taken = takeOn(told, world.now);
        playUntil(taken, minutesLater(world.now, 250 * 1440), (_act, nth) => after[nth % after.length] ?? 'delivered');

        const given = taken.facts.flatMap((fact) =>
          fact.type === 'step-planned' && !('ending' in fact.plan) && fact.plan.act?.kind === 'send-notice'
            ? [fact.plan.act.notice]
            : [],
        );
        for (const { kind } of told.notices) expect(given).not.toContain(kind);
      }),
      { numRuns: 150 },
    );
  });

  it('stands in the stage the ladder gives, whatever held it on the way', () => {
    const held = fc.record({
      day: fc.integer({ min: 1, max: 150 }),
      days: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      stops: fc.constant<HoldStop[]>(['contact', 'escalation', 'timers']),
    });
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 200 }), fc.array(held, { maxLength: 3 }), (days, holds) => {
        const placed = holds
          .filter(({ day }) => day < days)
          .map(({ day, days: length, stops }, nth) => {
            const from = `${addDays('2026-01-01', day)}T01:00:00.000Z`;
            return {
              holdId: `h${nth}`,
              reason: 'dispute' as const,
              stops,
              from,
              ...(length !== undefined && { until: minutesLater(from, length * 1440) }),
            };
          });
        const world = aWorld();
        tell(world, missed(world, 1, '2026-01-01'));
        const now = `${addDays('2026-01-01', days)}T02:00:00.000Z`;

        const taken = takeOn(toldOf(world, { holds: placed, contacts: [] }), now, withoutSteps);

        expect(taken.kase?.stage).toBe(stageWalkedTo(world, now, placed));
      }),
      { numRuns: 60 },
    );
  });
});

const withoutSteps = (seen: Seen): Seen => ({
  ...seen,
  rules: {
    ...seen.rules,
    strategy: {
      ...seen.rules.strategy,
      stages: seen.rules.strategy.stages.map((stage) => ({ ...stage, steps: [] })),
    },
  },
});

type Placed = { holdId: string; reason: 'dispute'; stops: HoldStop[]; from: string; until?: string };

/** A case on the bare ladder, looked at every four hours from the day it opened. */
const stageWalkedTo = (world: CaseWorld, until: string, placed: readonly Placed[]): string | undefined => {
  const seen = withoutSteps(seenBy(world));
  const event = missed(world, 1, '2026-01-01');
  let kase: CollectionCase | undefined;
  const left = placed.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (let at = '2026-01-01T17:00:00.000Z'; at <= until; at = minutesLater(at, 240)) {
    const due = left.filter(({ from }) => from <= at);
    left.splice(0, due.length);
    const holds = due.map(({ holdId, reason, stops, from, until: end }) => ({
      n: 2,
      itemId: holdId,
      at,
      kind: 'hold-reported' as const,
      hold: { id: holdId, reason, stops, from, scope: { loan: 'loan-1' }, ...(end && { until: end }) },
    }));
    const opening = kase ? [] : [{ n: 1, itemId: 'm', at, kind: 'loan-event' as const, event }];
    const { facts } = decide(kase, world.caseId, [...opening, ...holds], seen, at);
    kase = facts.reduce(evolve, kase ?? unopened);
  }
  return kase?.stage;
};
