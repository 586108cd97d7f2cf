import fc from 'fast-check';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { localDay, minutesLater } from '@recourse/domain/calendar/local-time';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { HoldStop } from '@recourse/domain/holds/hold';
import type { LoanVerification } from '@recourse/domain/case/loan-verification';
import { agree, withdrawOpen } from './arranging.js';
import { moneyBeside } from './money-beside.js';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from './case-world.js';
import { perform, type Answer } from './play-case.js';

/** Something the world does on a day of the history, besides answering. */
export type Happening = { day: number } & (
  | { happens: 'payment'; share: number; backDated: number }
  | { happens: 'miss' }
  | { happens: 'reversal'; nth: number }
  | { happens: 'hold'; stops: HoldStop[]; days: number | undefined }
  | { happens: 'end-holds' }
  | { happens: 'closing' }
  | { happens: 'terms'; graceDays: number; tolerance: number; zone: string; borrower: string }
  | { happens: 'outage'; days: number }
  | { happens: 'arrange'; over: 'arrears' | 'all'; instalments: number; inDays: number; signed: boolean }
  | { happens: 'withdraw' }
  | { happens: 'charge' | 'waiver' | 'withdrawal' | 'chargeback' | 'pending' | 'failing'; nth: number }
);

export type History = {
  happenings: Happening[];
  answers: Answer[];
  /** What servicing says, one asking after the other, before it agrees; null: nobody asks it. */
  verifications: LoanVerification[] | null;
};

const day = fc.integer({ min: 0, max: 170 });

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    day,
    happens: fc.constant('payment' as const),
    share: fc.constantFrom(0.2, 0.5, 1, 1.2),
    backDated: fc.integer({ min: 0, max: 20 }),
  }),
  fc.record({ day, happens: fc.constant('miss' as const) }),
  fc.record({ day, happens: fc.constant('reversal' as const), nth: fc.nat(5) }),
  fc.record({
    day,
    happens: fc.constant('hold' as const),
    stops: fc.constantFrom<HoldStop[]>(
      ['contact'],
      ['contact', 'escalation'],
      ['contact', 'escalation', 'timers'],
      ['timers'],
      ['escalation'],
    ),
    days: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  }),
  fc.record({ day, happens: fc.constant('end-holds' as const) }),
  fc.record({ day, happens: fc.constant('closing' as const) }),
  fc.record({
    day,
    happens: fc.constant('terms' as const),
    graceDays: fc.integer({ min: 0, max: 15 }),
    tolerance: fc.constantFrom(0, 5_000),
    zone: fc.constantFrom('Asia/Shanghai', 'America/New_York'),
    borrower: fc.constantFrom('p1', 'p1', 'p2'),
  }),
  fc.record({
    day,
    happens: fc.constantFrom('charge', 'waiver', 'withdrawal', 'chargeback', 'pending', 'failing'),
    nth: fc.nat(2),
  }),
  fc.record({
    day,
    happens: fc.constant('arrange' as const),
    over: fc.constantFrom('arrears' as const, 'all' as const),
    instalments: fc.integer({ min: 1, max: 6 }),
    inDays: fc.integer({ min: 0, max: 31 }),
    signed: fc.constantFrom(true, true, true, false),
  }),
  fc.record({ day, happens: fc.constant('withdraw' as const) }),
  fc.record({ day, happens: fc.constant('outage' as const), days: fc.integer({ min: 1, max: 30 }) }),
);

const actAnswer = fc.constantFrom<Answer>(
  'delivered',
  'delivered',
  'failed',
  'unknown',
  'silence',
  'missed',
  'deferred',
  'superseded',
  'provider-unavailable',
  'no-answer',
  'busy',
  'promise',
  'refuses',
  'hardship',
  'wrong-number',
  'call-back-at',
  'pays-now',
);

const verification = fc.constantFrom<LoanVerification>(
  { result: 'verified', positionVersion: 1 },
  { result: 'mismatched', field: 'sums', ours: '2', theirs: '1', positionVersion: 1_000 },
  { result: 'mismatched', field: 'sums', ours: '2', theirs: '1', positionVersion: 1 },
  { result: 'not-overdue' },
  { result: 'trouble', from: 'servicing', trouble: 'down' },
  { result: 'trouble', from: 'directory', trouble: 'nonsense', field: 'zone', reason: 'must be text' },
);

export const histories: fc.Arbitrary<History> = fc.record({
  happenings: fc.array(happening, { maxLength: 12 }).map((all) => all.toSorted((a, b) => a.day - b.day)),
  // The world is never in trouble for ever.
  answers: fc.array(actAnswer, { maxLength: 20 }).map((all) => [...all, 'delivered' as const]),
  verifications: fc.option(fc.array(verification, { maxLength: 6 })),
});

/** The world after one turn, for whoever checks what must always hold. */
export type AfterTurn = { world: CaseWorld; before: CollectionCase | undefined; facts: CaseFact[] };

const firstDue = '2026-01-01';

const answer = (world: CaseWorld, taskId: string): void => {
  const outcome = { planId: taskId, actId: taskId, at: world.now, result: 'done' as const };
  turn(world, [{ itemId: `done/${taskId}`, at: world.now, kind: 'task-answer', taskId, outcome }]);
};

const happen = (world: CaseWorld, event: Happening, seq: number): void => {
  const today = localDay(world.now, { zone: 'Asia/Shanghai', offsets: [[0, 480]] });
  switch (event.happens) {
    case 'payment': {
      const owed = Math.max(1_000, world.kase?.noted.arrears ?? 0);
      tell(world, paid(world, `${seq}`, Math.round(owed * event.share), addDays(today, -event.backDated)));
      return;
    }
    case 'miss':
      tell(world, missed(world, seq + 2, addDays(today, -1)));
      return;
    case 'reversal': {
      const payment = world.position.payments[event.nth];
      if (!payment) return;
      const reversed = {
        eventId: `rev-${seq}`,
        occurredAt: world.now,
        type: 'payment-reversed' as const,
        reason: 'returned' as const,
      };
      tell(world, { ...reversed, paymentId: payment.paymentId, reversedOn: today });
      return;
    }
    case 'hold': {
      const until = event.days === undefined ? {} : { until: minutesLater(world.now, event.days * 1440) };
      const hold = {
        id: `hold-${seq}`,
        reason: 'command' as const,
        scope: { loan: 'loan-1' },
        stops: event.stops,
        from: world.now,
        ...until,
      };
      turn(world, [{ itemId: hold.id, at: world.now, kind: 'hold-reported', hold }]);
      return;
    }
    case 'end-holds':
      for (const taskId of world.kase?.openTasks ?? []) if (taskId.includes('/verification/')) answer(world, taskId);
      for (const { id, endedAt } of world.kase?.holds ?? [])
        if (endedAt === undefined)
          turn(world, [
            {
              itemId: `end-${id}-${seq}`,
              at: world.now,
              kind: 'command',
              actor: 'tester',
              command: { command: 'end-hold', holdId: id },
            },
          ]);
      return;
    case 'closing':
      // Anything else would only end the history early.
      if (world.kase?.handedTo)
        tell(world, { eventId: `close-${seq}`, occurredAt: world.now, type: 'loan-closed', reason: 'paid-off' });
      return;
    case 'terms': {
      const { graceDays, tolerance, zone, borrower: personId } = event;
      const version = world.terms.version + 1;
      const debtors = [{ personId, role: 'borrower' as const }];
      world.terms = { ...world.terms, version, graceDays, tolerance, zone, debtors };
      world.person = { ...world.person, personId };
      tell(world, missed(world, seq + 2, addDays(today, -1)));
      return;
    }
    case 'charge':
    case 'waiver':
    case 'withdrawal':
    case 'chargeback':
    case 'pending':
    case 'failing':
      tell(world, moneyBeside(world, event.happens, event.nth, today));
      return;
    case 'arrange':
      agree(world, event);
      return;
    case 'withdraw':
      withdrawOpen(world);
      return;
    case 'outage':
      world.now = minutesLater(world.now, event.days * 1440);
      return;
    default:
      return event satisfies never;
  }
};

/** Plays a history of about 180 days; `check` sees every step. Throws when the case does not move on. */
export const playHistory = (history: History, check: (after: AfterTurn) => void): CaseWorld => {
  const world = aWorld('2026-01-02T00:00:00.000Z');
  const { verifications } = history;
  if (verifications) {
    const said = verifications.values();
    world.verify = () => said.next().value ?? { result: 'verified', positionVersion: world.version };
  }
  const start = world.now;
  const observe = (act: () => void): void => {
    const before = world.kase;
    const from = world.facts.length;
    act();
    check({ world, before, facts: world.facts.slice(from) });
  };
  observe(() => tell(world, missed(world, 1, firstDue)));
  const end = minutesLater(start, 180 * 1440);
  const left = [...history.happenings];
  for (let nth = 0; nth < 1_500; nth++) {
    const plan = world.kase?.plan;
    if (!plan || 'ending' in plan) return world;
    const next = left[0];
    const nextAt = next && minutesLater(start, next.day * 1440 + 330);
    if (next && nextAt && nextAt <= plan.dueAt) {
      left.shift();
      if (world.now < nextAt) world.now = nextAt;
      observe(() => happen(world, next, nth));
      continue;
    }
    if (plan.dueAt > end) return world;
    observe(() => perform(world, history.answers[nth % history.answers.length] ?? 'delivered'));
  }
  throw new Error(`the case does not move on: ${JSON.stringify(world.kase?.plan)} at ${world.now}`);
};
