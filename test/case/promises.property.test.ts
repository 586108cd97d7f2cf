import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptUntil } from '@recourse/domain/arrangements/money-for-promises';
import type { PaymentMethod } from '@recourse/domain/arrangements/payment-method';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { localDay, minutesLater } from '@recourse/domain/calendar/local-time';
import { evolve, unopened } from '@recourse/domain/case/evolve';
import { amountsOn } from '@recourse/domain/money/arrears';
import { missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { perform, playUntil } from '../builders/play-case.js';
import { at, calledWorld, promise, quiet } from '../builders/promising.js';

type Told = { share: number; inDays: number; method: PaymentMethod | undefined };
type Happening = { afterHours: number } & (
  | { happens: 'promise'; told: Told[] }
  | { happens: 'payment'; share: number; backDated: number }
  | { happens: 'reversal'; nth: number }
  | { happens: 'chargeback'; nth: number; share: number }
  | { happens: 'miss' }
);

const told: fc.Arbitrary<Told> = fc.record({
  share: fc.constantFrom(0.1, 0.25, 0.5, 1, 1.5),
  inDays: fc.integer({ min: -1, max: 35 }),
  method: fc.constantFrom<(PaymentMethod | undefined)[]>('transfer', 'direct-debit', 'wallet', undefined),
});
const afterHours = fc.integer({ min: 1, max: 120 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      afterHours,
      happens: fc.constant('promise' as const),
      told: fc.array(told, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      afterHours,
      happens: fc.constant('payment' as const),
      share: fc.constantFrom(0.05, 0.2, 0.5, 1),
      backDated: fc.integer({ min: 0, max: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ afterHours, happens: fc.constant('reversal' as const), nth: fc.nat(4) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      afterHours,
      happens: fc.constant('chargeback' as const),
      nth: fc.nat(4),
      share: fc.constantFrom(0.3, 1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ afterHours, happens: fc.constant('miss' as const) }) },
);

const happen = (world: CaseWorld, event: Happening, nth: number): void => {
  const today = localDay(world.now, { zone: 'Asia/Shanghai', offsets: [[0, 480]] });
  const owed = Math.max(1_000, world.kase?.noted.arrears ?? 0);
  switch (event.happens) {
    case 'promise':
      promise(
        world,
        event.told.map(({ share, inDays, method }) => ({
          amount: Math.round(owed * share),
          by: addDays(today, inDays),
          ...(method && { method }),
        })),
      );
      return;
    case 'payment':
      tell(world, paid(world, `${nth}`, Math.round(owed * event.share), addDays(today, -event.backDated)));
      return;
    case 'reversal': {
      const payment = world.position.payments[event.nth];
      if (!payment) {
        turn(world);
        return;
      }
      const { paymentId } = payment;
      const reversed = { eventId: `rev-${nth}`, occurredAt: world.now, reversedOn: today, reason: 'returned' as const };
      tell(world, { ...reversed, type: 'payment-reversed', paymentId });
      return;
    }
    case 'chargeback': {
      const payment = world.position.payments[event.nth];
      if (!payment) {
        turn(world);
        return;
      }
      const { paymentId, amount } = payment;
      const out = { outId: `out-${nth}`, kind: 'chargeback', paymentId, on: today, currency: 'CNY' } as const;
      const some = { ...out, amount: Math.ceil(amount * event.share) };
      tell(world, { eventId: out.outId, occurredAt: world.now, type: 'money-out', ...some });
      return;
    }
    case 'miss':
      tell(world, missed(world, nth + 2, addDays(today, -1)));
      return;
    default:
      return event satisfies never;
  }
};

/** Plays it from the first call on; `check` sees the case after every happening and every act. */
const play = (history: Happening[], check: (world: CaseWorld) => void): CaseWorld => {
  const world = calledWorld(300_000);
  for (const [nth, event] of history.entries()) {
    const when = minutesLater(world.now, event.afterHours * 60);
    for (let acts = 0; acts < 100; acts++) {
      const plan = world.kase?.plan;
      if (!plan || 'ending' in plan) return world;
      if (plan.dueAt >= when) break;
      perform(world, quiet(plan.act?.kind ?? ''));
      check(world);
    }
    if (world.now < when) at(world, when);
    happen(world, event, nth);
    check(world);
  }
  playUntil(world, minutesLater(world.now, 60 * 1440), quiet);
  check(world);
  return world;
};

const histories = fc.array(happening, { maxLength: 10 });
const runs = { numRuns: 200 };

test('an open promise is inside its time and silences collection, and one that is over was judged', () => {
  fc.assert(
    fc.property(histories, (history) => {
      play(history, ({ kase, now }) => {
        if (!kase || kase.status === 'closed') return;
        const open = kase.promises.filter(({ state }) => state === 'open');
        for (const { judgedAt = '' } of open) expect(judgedAt > now).toBe(true);
        const plan = 'ending' in kase.plan ? undefined : kase.plan;
        const contacts = plan?.act && 'personId' in plan.act && !plan.awaiting;
        if (open.length > 0) expect(contacts ? plan : undefined).toBeUndefined();
        const silent = kase.holds.filter(({ reason, endedAt }) => reason === 'promise' && endedAt === undefined);
        expect(silent.map(({ id }) => id).toSorted()).toEqual(open.map(({ id }) => id).toSorted());
      });
    }),
    runs,
  );
});

test('no money keeps two promises: what was found for all of them is no more than came in their time', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const world = play(history, () => {});
      const { promises = [] } = world.kase ?? {};
      const received = new Map(
        world.facts.flatMap((fact) => (fact.type === 'promise-judged' ? [[fact.promiseId, fact.received]] : [])),
      );
      const first = promises.map(({ madeAt }) => madeAt.slice(0, 10)).toSorted()[0] ?? '9999-12-31';
      const came = world.position.payments
        .filter(({ valueDate }) => valueDate >= first)
        .reduce((sum, { amount }) => sum + amount, 0);
      expect([...received.values()].reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(came);
    }),
    runs,
  );
});

test('in the end each stands as its money by value date says, whatever was found before', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { kase, position } = play(history, () => {});
      for (const promise of kase?.promises ?? []) {
        if (promise.state === 'open' || promise.state === 'replaced') continue;
        const inTime = position.payments
          .filter(({ valueDate, reversedOn }) => valueDate <= keptUntil(promise) && reversedOn === undefined)
          .filter(({ valueDate }) => valueDate >= localDay(promise.madeAt, { zone: '', offsets: [[0, 480]] }))
          .reduce((sum, { amount }) => sum + amount, 0);
        const enough = inTime + (promise.tolerance ?? 0) >= promise.amount;
        // Not even all money of its time was enough, and something stayed overdue: it cannot be kept.
        const overdue = amountsOn(position, keptUntil(promise)).arrears > 0;
        // It may have been cleared once: before a reversal, or before another instalment was told to be missed.
        const isPlain =
          position.payments.every(({ reversedOn }) => !reversedOn) &&
          position.moneyOut === undefined &&
          position.instalments.length === 1;
        if (!enough && overdue && isPlain) expect(promise.state).toBe('broken');
      }
    }),
    runs,
  );
});

test('money that kept a promise is still there in the end, or left nothing overdue that is still paid', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(histories, (history) => {
      const { kase, position } = play(history, () => {});
      // Of another instalment, told late, nothing was promised: what it owes breaks nothing that was kept.
      if (!kase || position.instalments.length > 1) return;
      const stays = position.payments.flatMap(({ paymentId, amount, valueDate, reversedOn }) => {
        const out = (position.moneyOut ?? []).filter((each) => each.paymentId === paymentId);
        const left = out.reduce((sum, each) => sum - each.amount, amount);
        return reversedOn === undefined && left > 0 ? [{ valueDate, left }] : [];
      });
      for (const promise of kase.promises.filter(({ state }) => state === 'kept')) {
        const came = (from: string): number =>
          stays
            .filter(({ valueDate }) => valueDate >= from && valueDate <= keptUntil(promise))
            .reduce((sum, { left }) => sum + left, 0);
        const madeOn = localDay(promise.madeAt, { zone: '', offsets: [[0, 480]] });
        const isThere = came(madeOn) + (promise.tolerance ?? 0) >= promise.amount;
        expect(isThere || came('') >= 301_000).toBe(true);
        seen.add(isThere ? 'there' : 'clear');
        if (position.moneyOut) seen.add('though some was taken back');
      }
    }),
    { numRuns: 400 },
  );
  expect([...seen].toSorted()).toEqual(['clear', 'there', 'though some was taken back']);
});

test('the fold of its facts is the case', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const world = play(history, () => {});
      expect(world.facts.reduce(evolve, unopened)).toEqual(world.kase);
    }),
    runs,
  );
});

test('what breaking called in is there only while a promise stands broken', () => {
  fc.assert(
    fc.property(histories, (history) => {
      play(history, ({ kase }) => {
        if (!kase || kase.promises.some(({ state }) => state === 'broken')) return;
        expect(kase.openTasks.filter((task) => task.includes('/call-broken/'))).toEqual([]);
        expect(kase.climbed).toBeUndefined();
      });
    }),
    runs,
  );
});
