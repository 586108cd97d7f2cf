import { describe, expect, it } from 'vitest';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { aWorld, missed, seenBy, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { perform, playUntil } from '../builders/play-case.js';

const calling = (): CaseWorld => {
  const world = aWorld();
  // A second number: when one falls silent, the other is left.
  world.person = { ...world.person, points: [...world.person.points, { pointId: 'm2', kind: 'mobile', valid: true }] };
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, '2026-01-11T00:00:00.000Z', (act) => (act === 'place-call' ? 'no-answer' : 'delivered'));
  return world;
};

/** What the case does next after one desk call with each outcome: `again` on the ladder, `later` with the next step, `rests` until a hold ends, `waits` for what was said. */
const rows: [
  OutcomeCode,
  next: 'again' | 'later' | 'rests' | 'waits',
  hold: string | undefined,
  task: string | undefined,
][] = [
  ['no-answer', 'again', undefined, undefined],
  ['busy', 'again', undefined, undefined],
  ['powered-off', 'again', undefined, undefined],
  ['invalid-number', 'again', undefined, 'repair-contact'],
  ['voicemail', 'again', undefined, undefined],
  ['hung-up-before-verification', 'again', undefined, undefined],
  ['hung-up-after', 'again', undefined, undefined],
  ['not-verified', 'again', undefined, undefined],
  ['third-party-relays', 'again', undefined, undefined],
  ['third-party-refuses', 'again', 'cease-request', 'repair-contact'],
  ['wrong-number', 'again', 'wrong-number', 'repair-contact'],
  ['promise', 'waits', 'promise', undefined],
  ['pays-now', 'waits', 'payment-pending', undefined],
  ['already-paid', 'waits', 'payment-pending', 'verify-payment'],
  ['payment-pending', 'waits', 'payment-pending', undefined],
  ['call-back-at', 'again', undefined, undefined],
  ['hardship', 'rests', 'hardship-claim', 'assess-hardship'],
  ['refuses', 'later', undefined, undefined],
  ['disputes', 'rests', 'dispute', 'answer-dispute'],
  ['complains', 'rests', 'complaint', 'answer-complaint'],
  ['asks-proof', 'rests', 'proof-requested', 'send-proof'],
  ['asks-written', 'later', 'written-requested', 'send-written'],
  ['represented', 'rests', 'represented', 'contact-representative'],
  ['deceased-reported', 'rests', 'death', 'verify-death'],
  ['incapacity', 'rests', 'incapacity', 'find-guardian'],
  ['self-harm-risk', 'rests', 'self-harm-risk', 'welfare-check'],
  ['language', 'waits', 'language', 'find-speaker'],
];

describe('a desk call that ends with', () => {
  it.each(rows)('%s: the case goes on %s, hold %s, task %s', (code, next, hold, task) => {
    const world = calling();
    const plan = world.kase?.plan;
    expect(plan && 'act' in plan && plan.act).toMatchObject({ kind: 'place-call', by: 'desk' });
    const before = world.facts.length;
    perform(world, code);
    const facts = world.facts.slice(before);
    expect(facts.flatMap((fact) => (fact.type === 'hold-placed' ? fact.hold.reason : []))).toEqual(hold ? [hold] : []);
    expect(facts.flatMap((fact) => (fact.type === 'task-opened' && fact.to !== 'call' ? fact.to : []))).toEqual(
      task ? [task] : [],
    );
    expect(world.facts.some(({ type }) => type === 'refusal-recorded')).toBe(code === 'refuses');

    const after = world.kase?.plan;
    if (!after || 'ending' in after) throw new Error('the case ended');
    const step = after.id.split('/')[4];
    const contact = after.act !== undefined;
    expect(
      { again: contact && step === 'call-1', later: contact && step !== 'call-1', rests: !contact, waits: !contact }[
        next
      ],
    ).toBe(true);
    expect(after.dueAt > world.now).toBe(true);
    if (next === 'waits') expect(after.dueAt < minutesLater(world.now, 10 * 1440)).toBe(true);
  });

  it('names every code of the table once', () => {
    expect(rows).toHaveLength(27);
    expect(new Set(rows.map(([code]) => code)).size).toBe(27);
  });
});

describe('a borrower nobody knows', () => {
  it('is a hold and a task, not a contact, until the person is known', () => {
    const world = aWorld();
    const known = world.person;
    world.person = { ...known, known: false, points: [] };
    tell(world, missed(world, 1, '2026-01-01'));
    expect(world.kase?.holds.map(({ reason }) => reason)).toEqual(['verification']);
    expect(world.kase?.openTasks).toHaveLength(1);
    expect(playUntil(world, '2026-02-01', () => 'delivered')).toEqual([]);
    expect(world.kase?.stage).toBeUndefined();

    world.person = known;
    turn(world, [{ itemId: 'known', at: world.now, kind: 'person-known', personId: 'p1' }]);
    expect(world.kase?.openTasks).toEqual([]);
    expect(world.kase?.stage).toBe('reminder');
    expect(seenBy(world).people[0]?.known).toBe(true);
  });
});

describe('a parked event that names the loan', () => {
  it('stops contact until it is resolved', () => {
    const world = calling();
    turn(world, [{ itemId: 'parked-1', at: world.now, kind: 'event-parked', parkedId: 'topic/0/7' }]);
    expect(playUntil(world, '2026-01-20T00:00:00.000Z', () => 'no-answer')).toEqual([]);
    world.now = '2026-01-20T00:00:00.000Z';
    turn(world, [{ itemId: 'cleared-1', at: world.now, kind: 'unresolved-cleared', parkedId: 'topic/0/7' }]);
    expect(playUntil(world, '2026-01-22T00:00:00.000Z', () => 'no-answer').length).toBeGreaterThan(0);
  });
});
