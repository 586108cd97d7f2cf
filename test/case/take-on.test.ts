import type { CaseFact } from '@recourse/domain/case/case-facts';
import { describe, expect, it } from 'vitest';
import { aWorld, missed, tell, type CaseWorld } from '../builders/case-world.js';
import { playUntil, type Answer } from '../builders/play-case.js';
import { takeOn, toldOf } from '../builders/take-on-world.js';

/** A loan unpaid since 2026-01-01, walked up the ladder event by event until the morning of a day. */
const walkedUntil = (day: string, answer: Answer = 'no-answer'): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  const now = `${day}T00:00:00.000Z`;
  playUntil(world, now, () => answer);
  world.now = now;
  return world;
};
const of = <T extends CaseFact['type']>(world: CaseWorld, type: T) =>
  world.facts.filter((fact): fact is Extract<CaseFact, { type: T }> => fact.type === type);

describe('a loan taken on', () => {
  it.each([
    ['2026-01-07', 'reminder'],
    ['2026-01-20', 'call'],
    ['2026-02-12', 'visit'],
    ['2026-03-20', 'outsourcing'],
    ['2026-05-20', 'legal'],
  ])('on %s stands where the ladder had led it: %s', (day, stage) => {
    const walked = walkedUntil(day);

    const taken = takeOn(toldOf(walked), walked.now);

    expect([walked.kase?.stage, taken.kase?.stage]).toEqual([stage, stage]);
    expect(of(taken, 'stage-entered').map(({ because }) => because)).toEqual(['taken-on']);
  });

  it('is visited only when the calls told of screen it in, and says why not', () => {
    const walked = walkedUntil('2026-02-12');

    const taken = takeOn(toldOf(walked, { contacts: [] }), walked.now);

    expect(taken.kase).toMatchObject({ stage: 'call', passedOver: ['visit'] });
    const unmet = of(taken, 'stage-passed-over').flatMap(({ criteria }) => criteria.filter(({ held }) => !held));
    expect(unmet).toMatchObject([{ fact: 'failed-calls-or-refusal', value: 0 }]);
    const refused = takeOn(toldOf(walked, { contacts: [], refusedOn: '2026-01-30' }), walked.now);
    expect(refused.kase?.stage).toBe('visit');
  });

  it('in grace waits for the end of its grace as any other', () => {
    const walked = walkedUntil('2026-01-03');

    const taken = takeOn(toldOf(walked), walked.now);

    expect(taken.kase?.status).toBe('intake');
    playUntil(taken, '2026-01-06T00:00:00.000Z', () => 'delivered');
    expect(of(taken, 'stage-entered').map(({ because }) => because)).toEqual(['grace-passed']);
  });

  it('does not do again what was done since the day of a step, nor what earlier stages would have done', () => {
    const walked = walkedUntil('2026-01-11');
    expect(of(walked, 'contact-concluded').some(({ planId }) => planId.includes('dial-1'))).toBe(true);

    const taken = takeOn(toldOf(walked), walked.now);
    const done = playUntil(taken, '2026-01-16T00:00:00.000Z', () => 'no-answer').map(({ planId }) => planId);

    expect(of(taken, 'step-done').find(({ step }) => step === 'dial-1')).toMatchObject({ by: 'taken-on' });
    expect(done.filter((planId) => planId.includes('sms-') || planId.includes('dial-'))).toEqual([]);
    expect(done.some((planId) => planId.includes('call-1'))).toBe(true);
  });

  it('gives a notice that nobody told of, and waits its days before it is placed', () => {
    const walked = walkedUntil('2026-03-20');
    const told = toldOf(walked);
    expect(told.notices.map(({ kind }) => kind)).toEqual(['bad-information', 'outsourcing']);

    const notices = told.notices.filter(({ kind }) => kind !== 'outsourcing');
    const taken = takeOn({ ...told, notices }, walked.now);
    const done = playUntil(taken, '2026-04-10T00:00:00.000Z', () => 'delivered');

    expect(done.map(({ act }) => act)).toEqual(['send-notice', 'place-with-agency']);
  });

  it('goes on with a notice that was told: it is placed without another', () => {
    const walked = walkedUntil('2026-03-20');

    const taken = takeOn(toldOf(walked), walked.now);
    const done = playUntil(taken, '2026-04-10T00:00:00.000Z', () => 'delivered');

    expect(done.map(({ act }) => act)).toEqual(['place-with-agency']);
  });

  it('is kept by the holds told of, where it was when they began', () => {
    const walked = walkedUntil('2026-02-20');
    const hold = { holdId: 'd', reason: 'dispute', stops: ['contact', 'escalation'], from: '2026-01-20T02:00:00.000Z' };

    const taken = takeOn(toldOf(walked, { holds: [hold] } as never), walked.now);

    expect(taken.kase?.stage).toBe('call');
    expect(taken.kase?.holds).toMatchObject([{ id: '/take-on/taken-on-loan-1/hold/d', reason: 'dispute' }]);
    expect(taken.kase?.plan).not.toHaveProperty('act');
  });

  it('of which nothing is overdue opens no case', () => {
    const walked = walkedUntil('2026-01-12');
    const payments = [
      { paymentId: 'p', amount: 101_000, valueDate: '2026-01-11', receivedAt: '2026-01-11T01:00:00.000Z' },
    ];

    expect(takeOn(toldOf(walked, { payments, arrearsTotal: 0 }), walked.now).kase).toBeUndefined();
  });
});
