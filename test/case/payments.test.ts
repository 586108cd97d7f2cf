import { describe, expect, it } from 'vitest';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { foldLoanFact } from '@recourse/domain/money/fold-position';
import { aWorld, missed, paid, shippedStrategy, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil, type Answer } from '../builders/play-case.js';

const quietWorld = (act: string): Answer =>
  act === 'place-call' || act === 'arrange-visit' ? 'no-answer' : 'delivered';
const entered = (facts: CaseFact[]): string[] =>
  facts.flatMap((fact) => (fact.type === 'stage-entered' ? `${fact.stage} ${fact.because} round ${fact.round}` : []));
const at = (world: CaseWorld, instant: string): CaseWorld => Object.assign(world, { now: instant });
const contactsOf = (done: { act: string }[]): string[] =>
  done.flatMap(({ act }) => (act.startsWith('recall') || act.startsWith('withdraw') ? [] : act));

describe('a payment', () => {
  it('within grace ends the case without a stage or a contact', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    tell(at(world, '2026-01-03T02:00:00.000Z'), paid(world, 'a', 101_000, '2026-01-03'));
    expect(world.kase?.plan).toEqual({ ending: 'paid-in-grace' });
    expect(entered(world.facts)).toEqual([]);
  });

  it('after grace, told before anything was done, is a cure and not a payment in grace', () => {
    const world = aWorld('2026-02-01T00:00:00.000Z');
    const events = [missed(world, 1, '2026-01-01'), paid(world, 'a', 101_000, '2026-01-09')];
    for (const event of events) {
      const folded = foldLoanFact(world.position, event);
      if ('position' in folded) world.position = folded.position;
    }
    world.version = 2;
    turn(
      world,
      events.map((event) => ({ itemId: event.eventId, at: world.now, kind: 'loan-event' as const, event })),
    );
    expect(world.kase?.plan).toEqual({ ending: 'cured' });
  });

  it.each([
    ['reminder', '2026-01-07T00:00:00.000Z'],
    ['call', '2026-01-20T00:00:00.000Z'],
    ['visit', '2026-02-15T00:00:00.000Z'],
    ['outsourcing', '2026-03-20T00:00:00.000Z'],
    ['legal', '2026-05-25T00:00:00.000Z'],
  ])(
    'in stage %s stops all contact, takes back what was handed over, and the next instalments are watched',
    (stage, when) => {
      const world = aWorld();
      tell(world, missed(world, 1, '2026-01-01'));
      playUntil(world, when, quietWorld);
      expect(world.kase?.stage).toBe(stage);
      const handed = world.kase?.handedTo;
      tell(at(world, when), paid(world, 'a', 101_000, when.slice(0, 10)));
      const after = playUntil(world, minutesLater(when, 60 * 1440), quietWorld);
      expect(contactsOf(after)).toEqual([]);
      expect(after.length).toBe(handed ? 1 : 0);
      expect(world.kase?.stage).toBe('monitoring');
      expect(world.kase?.handedTo).toBeUndefined();
    },
  );

  it('in part skips no step: the next one is done with the new position', () => {
    const [whole, part] = [aWorld(), aWorld()];
    for (const world of [whole, part]) {
      tell(world, missed(world, 1, '2026-01-01', 300_000));
      playUntil(world, '2026-01-12T00:00:00.000Z', quietWorld);
    }
    tell(at(part, '2026-01-12T00:00:00.000Z'), paid(part, 'a', 50_000, '2026-01-12'));
    const acts = [whole, part].map((world) => playUntil(world, '2026-06-30', quietWorld).map(({ planId }) => planId));
    expect(acts[1]).toEqual(acts[0]);
    expect(part.kase?.noted.arrears).toBe(251_000);
  });

  it('that clears the oldest instalment brings the case down to the stage of the younger one, in a new round', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-02-02T00:00:00.000Z', quietWorld);
    tell(at(world, '2026-02-02T00:00:00.000Z'), missed(world, 2, '2026-02-01'));
    playUntil(world, '2026-02-20T00:00:00.000Z', quietWorld);
    expect(world.kase?.stage).toBe('visit');
    tell(at(world, '2026-02-20T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-02-20'));
    expect(entered(world.facts).at(-1)).toBe('call arrears-reduced round 2');
    expect(world.kase?.anchorOn).toBe('2026-02-01');
  });

  it('leaves the case where it is when the strategy keeps it, and says so once', () => {
    const world = aWorld();
    const shipped = shippedStrategy();
    const stages = shipped.stages.map((stage) => ({ ...stage, ifReduced: 'keep' as const }));
    world.strategy = { ...shipped, stages };
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-02-02T00:00:00.000Z', quietWorld);
    tell(at(world, '2026-02-02T00:00:00.000Z'), missed(world, 2, '2026-02-01'));
    playUntil(world, '2026-02-20T00:00:00.000Z', quietWorld);
    tell(at(world, '2026-02-20T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-02-20'));
    playUntil(world, '2026-02-25T00:00:00.000Z', quietWorld);
    expect(world.kase).toMatchObject({ stage: 'visit', anchorOn: '2026-02-01' });
    const kept = world.facts.filter(({ type }) => type === 'stage-kept');
    expect(kept).toMatchObject([{ stage: 'visit', round: 1, because: 'arrears-reduced' }]);
  });

  it('taken back after cure returns the case to the stage it had reached, and repeats no notice', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-03-10T00:00:00.000Z', quietWorld);
    tell(at(world, '2026-03-10T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-03-10'));
    expect(world.kase?.stage).toBe('monitoring');
    at(world, '2026-03-20T00:00:00.000Z');
    tell(world, {
      eventId: 'rev',
      occurredAt: world.now,
      type: 'payment-reversed',
      paymentId: 'a',
      reversedOn: '2026-03-20',
      reason: 'returned',
    });
    expect(entered(world.facts).at(-1)).toBe('outsourcing payment-reversed round 2');
    const after = playUntil(world, '2026-04-10T00:00:00.000Z', quietWorld);
    expect(after.map(({ act }) => act)).toEqual(['place-with-agency']);
    const notices = world.facts.flatMap((fact) => (fact.type === 'notice-given' ? fact.notice.kind : []));
    expect(notices).toEqual(['bad-information', 'outsourcing']);
  });

  it('taken back after servicing closed the loan, while the agency has still to give it back: the case goes on with the debt', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-03-20T00:00:00.000Z', quietWorld);
    tell(at(world, '2026-03-20T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-03-20'));
    tell(world, { eventId: 'closed', occurredAt: world.now, type: 'loan-closed', reason: 'paid-off' });
    expect(world.kase).toMatchObject({ status: 'open', endsAs: 'paid-off', handedTo: { kind: 'agency' } });

    const facts = tell(at(world, '2026-03-20T01:00:00.000Z'), {
      eventId: 'rev',
      occurredAt: world.now,
      type: 'payment-reversed',
      paymentId: 'a',
      reversedOn: '2026-03-20',
      reason: 'returned',
    });
    expect(facts).toContainEqual(expect.objectContaining({ type: 'loan-reopened', cause: 'rev', ending: 'paid-off' }));
    expect(world.kase?.endsAs).toBeUndefined();
    const after = playUntil(world, '2026-06-30', quietWorld);
    expect(world.kase).toMatchObject({ status: 'open', stage: 'legal', noted: { arrears: 101_000 } });
    expect(after.map(({ act }) => act)).toContain('refer-to-legal');
  });

  it('taken back after the loan was sold takes nothing back', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-03-20T00:00:00.000Z', quietWorld);
    tell(at(world, '2026-03-20T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-03-20'));
    tell(world, { eventId: 'closed', occurredAt: world.now, type: 'loan-closed', reason: 'sold' });
    tell(world, {
      eventId: 'rev',
      occurredAt: world.now,
      type: 'payment-reversed',
      paymentId: 'a',
      reversedOn: '2026-03-20',
      reason: 'returned',
    });
    playUntil(world, '2026-06-30', quietWorld);
    expect(world.kase?.plan).toEqual({ ending: 'sold' });
  });

  it('back-dated counts by its value date and ends what it should have ended', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-01-12T00:00:00.000Z', quietWorld);
    tell(at(world, '2026-01-12T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-01-02'));
    expect(world.kase?.stage).toBe('monitoring');
  });

  it('missed again after cure is a relapse: after its grace, in a new round', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-01-12T00:00:00.000Z', quietWorld);
    tell(at(world, '2026-01-12T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-01-12'));
    tell(at(world, '2026-02-02T00:00:00.000Z'), missed(world, 2, '2026-02-01'));
    expect(world.kase?.stage).toBe('monitoring');
    playUntil(world, '2026-02-06T00:00:00.000Z', quietWorld);
    expect(entered(world.facts).at(-1)).toBe('reminder relapsed round 2');
  });
});

describe('a promise', () => {
  const promised = (): CaseWorld => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-01-11T00:00:00.000Z', quietWorld);
    playUntil(world, '2026-01-11T07:00:00.000Z', () => 'promise');
    return world;
  };

  it('stops contact while it is open, and is broken after its day and the posting time', () => {
    const world = promised();
    expect(world.kase?.promises).toMatchObject([{ amount: 101_000, by: '2026-01-14', state: 'open' }]);
    const meanwhile = playUntil(world, '2026-01-17T16:00:00.000Z', quietWorld);
    expect(meanwhile).toEqual([]);
    playUntil(world, '2026-01-20T00:00:00.000Z', quietWorld);
    expect(world.kase?.promises[0]?.state).toBe('broken');
  });

  it('is kept by value date', () => {
    const world = promised();
    tell(at(world, '2026-01-16T00:00:00.000Z'), paid(world, 'a', 101_000, '2026-01-14'));
    expect(world.kase?.promises[0]?.state).toBe('kept');
    expect(world.kase?.stage).toBe('monitoring');
  });
});

describe('after an outage or a hold', () => {
  it('nothing is skipped or done twice, and at most one step is done a day', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-01-06T03:00:00.000Z', quietWorld);
    at(world, '2026-02-20T02:00:00.000Z');
    const done = playUntil(world, '2026-06-30', quietWorld);
    const days = done.flatMap(({ at: when, act }) => (act.startsWith('recall') ? [] : when.slice(0, 10)));
    expect(new Set(days).size).toBe(days.length);
    const stages = world.facts.flatMap((fact) =>
      fact.type === 'stage-entered' || fact.type === 'stage-passed-over' ? fact.stage : [],
    );
    expect(stages).toEqual(['reminder', 'call', 'visit', 'outsourcing', 'legal']);
  });

  it('a hold that stops timers moves every later step by the days it lasted', () => {
    const plain = aWorld();
    const held = aWorld();
    for (const world of [plain, held]) tell(world, missed(world, 1, '2026-01-01'));
    playUntil(held, '2026-01-12T00:00:00.000Z', quietWorld);
    playUntil(plain, '2026-01-12T00:00:00.000Z', quietWorld);
    at(held, '2026-01-12T00:00:00.000Z');
    const hold = {
      id: 'h',
      reason: 'dispute' as const,
      scope: { loan: 'loan-1' },
      stops: ['contact' as const, 'escalation' as const, 'timers' as const],
      from: held.now,
      until: '2026-01-22T00:00:00.000Z',
    };
    turn(held, [{ itemId: 'h', at: held.now, kind: 'hold-reported', hold }]);
    const [a, b] = [plain, held].map((world) => playUntil(world, '2026-06-30', quietWorld));
    const moved = a?.map(({ at: when }) => minutesLater(when, 10 * 1440));
    expect(b?.slice(0, 15).map(({ at: when }) => when)).toEqual(moved?.slice(0, 15));
  });
});
