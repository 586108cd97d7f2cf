import { describe, expect, test } from 'vitest';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { oldClaim, say, told } from '../builders/old-claim.js';
import { perform, playUntil } from '../builders/play-case.js';

const silent = 'unknown' as const;
/** Three years after 2023-03-10: the last day is 2026-03-10. */
const lastDue = '2023-03-10';
const playTo = (world: CaseWorld, until: string, answer: 'delivered' | 'unknown' = silent): void => {
  playUntil(world, until, () => answer);
};
const barred = (world: CaseWorld) =>
  world.kase?.holds.filter(({ reason, endedAt }) => reason === 'time-barred' && endedAt === undefined) ?? [];
const stagesEntered = (world: CaseWorld): string[] => told(world.facts, 'stage-entered').map(({ stage }) => stage);

/** What the bank takes back, without its envelope. */
type Told =
  | Omit<Extract<LoanFact, { type: 'payment-reversed' }>, 'eventId' | 'occurredAt'>
  | Omit<Extract<LoanFact, { type: 'money-out' }>, 'eventId' | 'occurredAt'>;

describe('the limitation of a case', () => {
  test('is warned of ninety days before its end: somebody is asked to have a demand arrive', () => {
    const world = oldClaim(lastDue, '2025-11-01T02:00:00.000Z');
    expect(told(world.facts, 'limitation-noted')).toEqual([]);
    playTo(world, '2026-01-01T00:00:00.000Z');
    expect(told(world.facts, 'limitation-noted')).toMatchObject([
      { state: 'ending', rule: 'CN-LIM-1', beganOn: lastDue, endsOn: '2026-03-10', at: '2025-12-09T16:00:00.000Z' },
    ]);
    expect(told(world.facts, 'task-opened').filter(({ to }) => to === 'prove-demand')).toHaveLength(1);
  });

  test('is over the day after its last day: suing is held, a lawyer’s letter too, and the case leaves for no law firm', () => {
    const world = oldClaim(lastDue, '2026-02-20T02:00:00.000Z');
    playTo(world, '2026-03-10T15:59:00.000Z');
    expect(barred(world)).toEqual([]);
    playTo(world, '2026-08-01T00:00:00.000Z');
    expect(barred(world)).toMatchObject([{ from: '2026-03-10T16:00:00.000Z', stops: ['legal'] }]);
    const acts = world.facts.flatMap((fact) =>
      fact.type === 'contact-concluded' && fact.at >= '2026-03-10T16:00:00.000Z' && fact.act ? [fact.act.kind] : [],
    );
    expect(acts).not.toContain('refer-to-legal');
    expect(acts).not.toContain('send-notice');
  });

  test('that is over when the loan comes to us keeps the case from the legal stage', () => {
    const world = oldClaim('2022-11-10', '2025-12-01T02:00:00.000Z');
    playTo(world, '2026-06-01T00:00:00.000Z', 'delivered');
    expect(barred(world)).toHaveLength(1);
    expect(stagesEntered(world)).not.toContain('legal');
    expect(told(world.facts, 'limitation-interrupted')).toEqual([]);
  });

  test('begins anew with a demand that arrives, and the proof is the act itself', () => {
    const world = oldClaim(lastDue, '2026-02-20T02:00:00.000Z');
    playTo(world, '2026-04-01T00:00:00.000Z', 'delivered');
    const [first] = told(world.facts, 'limitation-interrupted');
    expect(first).toMatchObject({ ground: 'demand', proof: ['arrival-proved'], by: { what: 'act' } });
    expect(world.facts.some((fact) => fact.type === 'contact-concluded' && fact.outcome.actId === first?.by.id)).toBe(
      true,
    );
    expect(barred(world)).toEqual([]);
    expect(told(world.facts, 'limitation-noted').at(-1)).toMatchObject({ state: 'running', beganOn: first?.on });
  });

  test.each<['direct-debit' | 'transfer', 'debtor' | 'third-party', string | undefined]>([
    ['direct-debit', 'debtor', 'auto-debit'],
    ['transfer', 'debtor', 'part-payment'],
    ['transfer', 'third-party', undefined],
  ])('by money: %s of the %s is %s', (method, payer, ground) => {
    const world = oldClaim(lastDue, '2026-02-20T02:00:00.000Z');
    const event = paid(world, 'part', 10_000, '2026-02-20');
    if (event.type !== 'payment-received') throw new Error('no payment');
    tell(world, { ...event, method, payer });
    expect(told(world.facts, 'limitation-interrupted').map((fact) => fact.ground)).toEqual(ground ? [ground] : []);
  });

  const on = '2026-03-20';
  const out = { type: 'money-out', outId: 'o', kind: 'chargeback', currency: 'CNY', on, paymentId: 'part' } as const;
  test.each<[string, Told, number]>([
    ['by reversal', { type: 'payment-reversed', paymentId: 'part', reversedOn: on, reason: 'returned' }, 1],
    ['by a chargeback of all of it', { ...out, amount: 10_000 }, 1],
    ['but for a part that stays', { ...out, amount: 9_999 }, 0],
  ])('that a payment had begin anew did not begin anew once the payment is taken back: %s', (_, back, times) => {
    const world = oldClaim(lastDue, '2026-02-20T02:00:00.000Z');
    tell(world, paid(world, 'part', 10_000, '2026-02-20'));
    world.now = '2026-03-20T02:00:00.000Z';
    turn(world);
    expect(barred(world)).toEqual([]);
    tell(world, { eventId: 'back', occurredAt: world.now, ...back });
    expect(barred(world)).toHaveLength(times);
    const said = { state: 'expired', endsOn: '2026-03-10' };
    if (times > 0) expect(told(world.facts, 'limitation-noted').at(-1)).toMatchObject(said);
  });

  test('stays where a later payment had it begin anew, though the one before is taken back', () => {
    const world = oldClaim(lastDue, '2024-06-01T02:00:00.000Z');
    tell(world, paid(world, 'p1', 10_000, '2024-06-01'));
    world.now = '2024-10-01T02:00:00.000Z';
    tell(world, paid(world, 'p2', 10_000, '2024-10-01'));
    world.now = '2024-10-20T02:00:00.000Z';
    tell(world, {
      eventId: 'back',
      occurredAt: world.now,
      type: 'payment-reversed',
      paymentId: 'p1',
      reversedOn: '2024-10-20',
      reason: 'returned',
    });
    world.now = '2026-03-12T02:00:00.000Z';
    turn(world);
    expect(told(world.facts, 'limitation-interrupted').map(({ on }) => on)).toEqual(['2024-06-01', '2024-10-01']);
    expect(barred(world)).toEqual([]);
  });

  test('runs from the day on which all fell due at once, while that stands', () => {
    const world = oldClaim(lastDue, '2026-02-20T02:00:00.000Z');
    const head = { occurredAt: world.now, currency: 'CNY' } as const;
    tell(world, {
      ...head,
      eventId: 'all',
      type: 'loan-accelerated',
      accelerationId: 'a-1',
      on: '2023-04-05',
      from: 13,
      due: { principal: 100_000 },
      arrearsTotal: 201_000,
      outstandingTotal: 201_000,
    });
    playTo(world, '2026-04-05T15:59:00.000Z');
    expect(barred(world)).toEqual([]);
    expect(told(world.facts, 'limitation-noted').at(-1)).toMatchObject({ beganOn: '2023-04-05', endsOn: '2026-04-05' });
    world.now = '2026-04-05T15:59:00.000Z';
    tell(world, {
      ...head,
      eventId: 'undone',
      type: 'acceleration-undone',
      accelerationId: 'a-1',
      undoneOn: '2026-04-05',
      because: 'agreed',
    });
    expect(barred(world)).toHaveLength(1);
  });

  test('that was over lets go of a claim that is young again: the old instalment is paid, a new one is missed', () => {
    const world = oldClaim('2022-11-10', '2025-12-01T02:00:00.000Z');
    expect(barred(world)).toHaveLength(1);
    tell(world, paid(world, 'all', 101_000, '2025-12-01'));
    world.now = '2026-01-11T02:00:00.000Z';
    tell(world, missed(world, 13, '2026-01-10'));
    expect(world.kase).toMatchObject({ status: 'open', anchorOn: '2026-01-10' });
    expect(barred(world)).toEqual([]);
    expect(told(world.facts, 'limitation-noted').at(-1)).toMatchObject({ state: 'running', beganOn: '2026-01-10' });
  });

  test('a proof that somebody records late lets go of what was barred', () => {
    const world = oldClaim(lastDue, '2026-03-20T02:00:00.000Z');
    turn(world);
    expect(barred(world)).toHaveLength(1);
    say(world, {
      command: 'record-interruption',
      ground: 'demand',
      on: '2026-01-15',
      proof: ['signed-notice'],
      document: 'ems-77',
    });
    expect(barred(world)).toEqual([]);
    expect(told(world.facts, 'limitation-noted').at(-1)).toMatchObject({ state: 'running', endsOn: '2029-01-15' });
  });

  const demand = { command: 'record-interruption', ground: 'demand', document: 'd' } as const;
  test.each([
    ['day-not-possible', { ...demand, on: '2026-05-01', proof: ['signed-notice'] }],
    ['proof-missing', { ...demand, on: '2026-01-15', proof: [] }],
    ['over-already', { ...demand, on: '2026-03-15', proof: ['signed-notice'] }],
    ['already-known', { ...demand, on: '2023-01-01', proof: ['signed-notice'] }],
  ] as const)('refuses a record: %s', (because, command) => {
    const world = oldClaim(lastDue, '2026-03-20T02:00:00.000Z');
    const facts = say(world, { ...command, proof: [...command.proof] });
    expect(told(facts, 'limitation-refused').map((fact) => fact.because)).toEqual([because]);
    expect(told(world.facts, 'limitation-interrupted')).toEqual([]);
  });

  test.each(['holiday-nonsense', 'breathing-space'])(
    'refuses an obstacle that no clock of the place names: %s in China',
    (event) => {
      const world = oldClaim(lastDue, '2026-03-01T02:00:00.000Z');
      const facts = say(world, { command: 'record-suspension', event, from: '2026-02-10', document: 'order-1' });
      expect(told(facts, 'limitation-refused').map(({ because }) => because)).toEqual(['no-obstacle-by-law']);
      expect(told(world.facts, 'limitation-suspended')).toEqual([]);
    },
  );

  test('takes an obstacle that somebody proves, and the claim runs on after it', () => {
    const world = oldClaim(lastDue, '2026-03-01T02:00:00.000Z');
    say(world, { command: 'record-suspension', event: 'force-majeure', from: '2026-02-10', document: 'order-1' });
    playTo(world, '2026-04-01T00:00:00.000Z');
    expect(barred(world)).toEqual([]);
    world.now = '2026-04-01T02:00:00.000Z';
    say(world, {
      command: 'record-suspension',
      event: 'force-majeure',
      from: '2026-02-10',
      until: '2026-04-01',
      document: 'order-1',
    });
    expect(told(world.facts, 'limitation-noted').at(-1)).toMatchObject({ endsOn: '2026-10-01' });
  });

  test('takes a loan back from a law firm when it is over', () => {
    const world = oldClaim(lastDue, '2026-02-20T02:00:00.000Z');
    playTo(world, '2026-02-21T00:00:00.000Z');
    expect(world.kase?.stage).toBe('legal');
    const kase = world.kase;
    if (!kase) throw new Error('no case');
    const since = '2026-02-21T00:00:00.000Z';
    world.kase = {
      ...kase,
      handedTo: { kind: 'law-firm', id: `${kase.caseId}/1/refer-1/1`, partnerId: 'firm-1', round: 1, since },
    };
    world.now = '2026-03-10T16:00:00.000Z';
    turn(world);
    expect(world.kase?.plan).toMatchObject({ act: { kind: 'withdraw-from-legal' } });
    perform(world, 'delivered');
    expect(world.kase?.handedTo).toBeUndefined();
  });

  test('is carried to the next episode of the loan', () => {
    const world = oldClaim(lastDue, '2026-02-20T02:00:00.000Z');
    tell(world, paid(world, 'part', 10_000, '2026-02-20'));
    tell(world, paid(world, 'rest', 91_000, '2026-02-21'));
    playTo(world, '2026-09-01T00:00:00.000Z');
    const [closed] = told(world.facts, 'case-closed');
    expect(closed?.carry.interruptions).toMatchObject([{ ground: 'part-payment', on: '2026-02-20' }]);
  });
});
