import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '@recourse/domain/calendar/day-arithmetic';
import { localDay, minutesLater } from '@recourse/domain/calendar/local-time';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { heldDaysBetween } from '@recourse/domain/holds/held-days';
import type { Hold } from '@recourse/domain/holds/hold';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';
import { at, quiet } from '../builders/promising.js';

/**
 * What users of other systems complain of (docs and threads cited in each title), told of a case of ours and its real turns. Each would fail where
 * the complaint was raised.
 */

const shanghai = { zone: 'Asia/Shanghai', offsets: [[0, 480] as [number, number]] };
const overdue = (principal?: number): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01', principal));
  return world;
};
const reversal = (world: CaseWorld, paymentId: string): LoanFact => ({
  eventId: `rev-${paymentId}`,
  occurredAt: world.now,
  type: 'payment-reversed',
  paymentId,
  reversedOn: localDay(world.now, shanghai),
  reason: 'returned',
});
const moves = (facts: readonly CaseFact[]): string[] =>
  facts.flatMap((fact) => {
    if (fact.type === 'stage-entered') return `${fact.stage}: ${fact.because}`;
    return fact.type === 'stage-passed-over' ? `${fact.stage}: passed over` : [];
  });
const contacts = (done: { act: string }[]): string[] =>
  done.flatMap(({ act }) => (/^(send|place-call|arrange)/.test(act) ? act : []));

test('complaint 1 (killbill #2297): after a part payment the ladder is counted anew from the oldest unpaid day, and no stage is skipped', () => {
  const world = overdue();
  playUntil(world, '2026-02-02T00:00:00.000Z', quiet);
  tell(at(world, '2026-02-02T00:00:00.000Z'), missed(world, 2, '2026-02-01'));
  playUntil(world, '2026-03-10T00:00:00.000Z', quiet);
  expect(world.kase?.stage).toBe('outsourcing');

  // Sixty-eight days late; the first instalment is paid, the second is thirty-seven days old.
  const told = tell(at(world, '2026-03-10T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-03-10'));
  expect(world.kase?.anchorOn).toBe('2026-02-01');
  expect(moves(told)).toEqual(['visit: arrears-reduced']);
  const from = world.facts.length;
  playUntil(world, '2026-09-01T00:00:00.000Z', quiet);
  expect(moves(world.facts.slice(from))).toEqual(['outsourcing: condition-met', 'legal: condition-met']);
  const order = ['reminder', 'call', 'visit', 'outsourcing', 'legal'];
  const climbed = world.facts.flatMap((fact) =>
    fact.type === 'stage-entered' || fact.type === 'stage-passed-over' ? order.indexOf(fact.stage) : [],
  );
  for (const [nth, stage] of climbed.entries())
    if (nth > 0) expect(stage - (climbed[nth - 1] ?? 0)).toBeLessThanOrEqual(1);
});

describe('complaint 2 (killbill #472, #695)', () => {
  test('money that comes in the instant in which the next stage is due wins: the stage is not entered', () => {
    const world = overdue();
    playUntil(world, '2026-01-08T15:59:00.000Z', quiet);
    const facts = tell(at(world, '2026-01-08T16:00:00.000Z'), paid(world, 'a', 101_000, '2026-01-09'));
    expect(moves(facts)).toEqual(['monitoring: cured']);
  });

  test('what is overdue may go without a payment: a waiver clears it as well', () => {
    const world = overdue();
    playUntil(world, '2026-01-20T00:00:00.000Z', quiet);
    const waiver = (component: 'principal' | 'interest', amount: number): LoanFact => ({
      eventId: `waived-${component}`,
      occurredAt: world.now,
      type: 'amount-waived',
      waiverId: component,
      of: { instalment: 1, component },
      currency: 'CNY',
      amount,
      waivedOn: '2026-01-20',
    });
    tell(at(world, '2026-01-20T00:00:00.000Z'), waiver('interest', 1_000));
    const facts = tell(world, waiver('principal', 100_000));
    expect(moves(facts)).toEqual(['monitoring: cured']);
    expect(contacts(playUntil(world, '2026-03-01T00:00:00.000Z', quiet))).toEqual([]);
  });
});

test('complaint 4 (fineract #3856): who has paid is written to by nobody, also when the reminder was planned for that very minute', () => {
  const world = overdue();
  playUntil(world, '2026-01-05T02:00:00.000Z', quiet);
  const { plan } = world.kase ?? {};
  if (!plan || 'ending' in plan || !plan.act) throw new Error('a reminder is planned');
  tell(at(world, plan.dueAt), paid(world, 'a', 101_000, '2026-01-05'));
  // The send that was on its way finds that the position has moved on.
  const outcome = { planId: plan.id, actId: plan.id, at: world.now, result: 'superseded' as const, positionVersion: 2 };
  turn(world, [{ itemId: 'late', at: world.now, kind: 'act-outcome', outcome }]);
  expect(contacts(playUntil(world, '2026-03-30T00:00:00.000Z', quiet))).toEqual([]);
});

test('complaint 5 (FOSSBilling #3963, #4024; Invoice Ninja #1693): however often the case is woken, each reminder goes once', () => {
  const [once, often] = [overdue(), overdue()];
  const acts = playUntil(once, '2026-01-20T00:00:00.000Z', quiet).map(({ planId }) => planId);
  const done: string[] = [];
  for (let now = often.now; now < '2026-01-20T00:00:00.000Z'; now = minutesLater(now, 15)) {
    done.push(...playUntil(often, now, quiet).map(({ planId }) => planId));
    if (often.now < now) at(often, now);
    turn(often);
    turn(often);
  }
  done.push(...playUntil(often, '2026-01-20T00:00:00.000Z', quiet).map(({ planId }) => planId));
  expect(done).toEqual(acts);
  expect(new Set(done).size).toBe(done.length);
});

test('complaint 8 (fineract #3604, #3659, #5100): three holds that overlap stop the clock once, and it goes on with the time that was left', () => {
  const [plain, held] = [overdue(), overdue()];
  for (const world of [plain, held]) playUntil(world, '2026-01-12T00:00:00.000Z', quiet);
  const hold = (id: string, reason: Hold['reason'], from: string, until?: string): Hold => ({
    id,
    reason,
    scope: { loan: 'loan-1' },
    stops: ['contact', 'escalation', 'timers'],
    from,
    ...(until && { until }),
  });
  // 12 to 20, 15 to 18, 17 to an end nobody knew: the 27th.
  const report = (placed: Hold): void => {
    if (held.now < placed.from) playUntil(held, placed.from, quiet);
    turn(at(held, placed.from), [{ itemId: placed.id, at: held.now, kind: 'hold-reported', hold: placed }]);
  };
  report(hold('dispute', 'dispute', '2026-01-12T00:00:00.000Z', '2026-01-20T00:00:00.000Z'));
  report(hold('hardship', 'hardship-claim', '2026-01-15T00:00:00.000Z', '2026-01-18T00:00:00.000Z'));
  report(hold('flood', 'disaster', '2026-01-17T00:00:00.000Z'));
  expect(contacts(playUntil(held, '2026-01-27T00:00:00.000Z', quiet))).toEqual([]);
  const ended = { ...hold('flood', 'disaster', '2026-01-17T00:00:00.000Z'), endedAt: '2026-01-27T00:00:00.000Z' };
  turn(at(held, '2026-01-27T00:00:00.000Z'), [{ itemId: 'over', at: held.now, kind: 'hold-reported', hold: ended }]);

  const [a = [], b = []] = [plain, held].map((world) => playUntil(world, '2026-05-30T00:00:00.000Z', quiet));
  expect(b.length).toBeGreaterThan(8);
  expect(b.map(({ at: when }) => when)).toEqual(
    a.slice(0, b.length).map(({ at: when }) => minutesLater(when, 15 * 1_440)),
  );
  expect(heldDaysBetween(held.kase?.holds ?? [], '2026-01-01', '2026-03-01', shanghai)).toBe(15);
  // Days past due run on: they are a fact, not a clock of ours.
  turn(at(held, '2026-06-01T00:00:00.000Z'));
  expect(daysBetween(held.kase?.anchorOn ?? '', '2026-06-01')).toBe(151);
});

describe('complaint 11 (erpnext #41752, #42605, #58220)', () => {
  test('paying the latest of several instalments ends nothing: the oldest is paid by it, and the case goes on', () => {
    const world = overdue();
    playUntil(world, '2026-02-02T00:00:00.000Z', quiet);
    tell(at(world, '2026-02-02T00:00:00.000Z'), missed(world, 2, '2026-02-01'));
    tell(at(world, '2026-02-10T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-02-10'));
    expect(world.kase).toMatchObject({ status: 'open', noted: { arrears: 101_000, unpaidInstalments: [2] } });
    expect(contacts(playUntil(world, '2026-03-10T00:00:00.000Z', quiet)).length).toBeGreaterThan(0);
  });

  test('paying the principal makes no interest vanish: a yuan that is left is still asked for', () => {
    const world = overdue();
    playUntil(world, '2026-01-12T00:00:00.000Z', quiet);
    tell(at(world, '2026-01-12T00:00:00.000Z'), paid(world, 'a', 100_900, '2026-01-12'));
    expect(world.kase).toMatchObject({ status: 'open', noted: { arrears: 100 } });
    expect(contacts(playUntil(world, '2026-02-10T00:00:00.000Z', quiet)).length).toBeGreaterThan(0);
  });
});

describe('complaint 12 (frappe/lending #214 to #607)', () => {
  test('money back-dated to before a stage was entered brings the case to where it would stand, with the days as they were', () => {
    const world = overdue();
    playUntil(world, '2026-02-02T00:00:00.000Z', quiet);
    tell(at(world, '2026-02-02T00:00:00.000Z'), missed(world, 2, '2026-02-01'));
    playUntil(world, '2026-02-20T00:00:00.000Z', quiet);
    expect(world.kase?.stage).toBe('visit');
    // Worth the 15th of January, when the case stood in calls; told five weeks later.
    const facts = tell(at(world, '2026-02-20T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-01-15'));
    expect(world.kase).toMatchObject({ anchorOn: '2026-02-01', noted: { dpd: 19, bucket: 'M1' } });
    expect(moves(facts)).toEqual(['call: arrears-reduced']);
  });

  test('a payment reversed after cure takes the case back to where it was, by the days as they are, and repeats no notice', () => {
    const world = overdue();
    playUntil(world, '2026-03-10T00:00:00.000Z', quiet);
    tell(at(world, '2026-03-10T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-03-10'));
    expect(world.kase).toMatchObject({ stage: 'monitoring', noted: { dpd: 0 } });
    const facts = tell(at(world, '2026-03-20T00:00:00.000Z'), reversal(world, 'a'));
    expect(world.kase).toMatchObject({ anchorOn: '2026-01-01', noted: { dpd: 78, bucket: 'M3' } });
    expect(moves(facts)).toEqual(['outsourcing: payment-reversed']);
    playUntil(world, '2026-09-01T00:00:00.000Z', quiet);
    const notices = world.facts.flatMap((fact) => (fact.type === 'notice-given' ? fact.notice.kind : []));
    expect(notices).toEqual(['bad-information', 'outsourcing', 'legal']);
  });
});

describe('complaint 15 (killbill #1997, #708)', () => {
  test('what stops one loan of a person does not stop another', () => {
    const [mine, other] = [overdue(), overdue()];
    for (const world of [mine, other]) playUntil(world, '2026-01-12T00:00:00.000Z', quiet);
    const hold: Hold = {
      id: 'h',
      reason: 'dispute',
      scope: { loan: 'loan-1' },
      stops: ['contact', 'escalation', 'timers'],
      from: mine.now,
    };
    turn(mine, [{ itemId: 'h', at: mine.now, kind: 'hold-reported', hold }]);
    expect(contacts(playUntil(mine, '2026-02-12T00:00:00.000Z', quiet))).toEqual([]);
    expect(contacts(playUntil(other, '2026-02-12T00:00:00.000Z', quiet)).length).toBeGreaterThan(3);
  });

  test('a ladder that has run out leaves a case with a plan, in the eye of somebody, until servicing says how it ends', () => {
    const world = overdue();
    playUntil(world, '2027-06-01T00:00:00.000Z', quiet);
    expect(world.kase).toMatchObject({ status: 'open', stage: 'legal', handedTo: { kind: 'law-firm' } });
    const { plan } = world.kase ?? {};
    expect(plan && !('ending' in plan) && plan.dueAt > world.now).toBe(true);
    for (const reason of ['sold', 'settled', 'uncollectable', 'paid-off'] as const) {
      const ending = structuredClone(world);
      tell(ending, { eventId: `ends-${reason}`, occurredAt: ending.now, type: 'loan-closed', reason });
      playUntil(ending, addDays('2027-06-01', 30), quiet);
      expect(ending.kase?.plan).toEqual({ ending: reason });
    }
  });
});
