import { expect, test } from 'vitest';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import type { BeginRead, Withheld } from '@recourse/activities/contact/contact-store';
import type { Act } from '@recourse/domain/case/act';
import { aBeginRead } from '../builders/begin-read.js';
import { aCase, aPerson, beginRules } from '../builders/contact-records.js';

const voiceBot: Act = { kind: 'place-call', purpose: 'collect', by: 'voice-bot', personId: 'p1', pointId: 'm1' };
const kase = aCase('L1', voiceBot);
/** Another call since so many minutes before `now`; the longest is 120 minutes. */
const begun = (now: string, minutesAgo: number, changes: Partial<BeginRead> = {}): Withheld | 'begun' => {
  const begunAt = new Date(Date.parse(now) - minutesAgo * 60_000).toISOString();
  const openCalls = [{ actId: 'other', begunAt, notAfter: new Date(begunAt) }];
  const read = aBeginRead({ kase, now, wall: new Date(now), openCalls, ...changes });
  const verdict = judgeBegin(
    { caseId: kase.caseId, planId: 'id' in kase.plan ? kase.plan.id : '', actor: 'w' },
    beginRules,
  )(read);
  return verdict.go ? 'begun' : verdict.withheld;
};

test('a call put off by another is put off until the law allows one, not to when the other may last till at night', () => {
  // 20:40 in Shanghai, hours until 21:00; a call since 20:30 lasts until 22:30 at most.
  expect(begun('2026-03-02T12:40:00.000Z', 10)).toMatchObject({
    result: 'deferred',
    rules: ['dial-open'],
    until: '2026-03-03T00:00:00.000Z',
    gate: {
      at: '2026-03-02T12:40:00.000Z',
      answers: expect.arrayContaining([
        expect.objectContaining({ rule: 'dial-open', verdict: 'defer', until: '2026-03-02T14:30:00.000Z' }),
        expect.objectContaining({ rule: 'OWN-TIME-1', verdict: 'allow' }),
      ]),
    },
  });
  expect(begun('2026-03-02T02:00:00.000Z', 10)).toMatchObject({ until: '2026-03-02T03:50:00.000Z' });
});

test('a call that the law puts off is put off by the law alone: by then the other may be over', () => {
  // 07:00 in Shanghai, hours from 08:00; the other lasts until 08:50 at most.
  expect(begun('2026-03-02T23:00:00.000Z', 10)).toMatchObject({
    result: 'deferred',
    rules: ['CN-TIME-1', 'CN-TIME-2', 'OWN-TIME-1'],
    until: '2026-03-03T00:00:00.000Z',
  });
});

test('what refuses for good is told before what puts off, and a hold that begins before the other is over keeps the call from then on', () => {
  const held = (from: string, until?: string): Partial<BeginRead> => {
    const hold = { id: 'h', reason: 'dispute' as const, scope: { person: 'p1' }, stops: ['contact' as const], from };
    return { person: aPerson(['L1'], { holds: [{ ...hold, ...(until && { until }) }] }) };
  };
  const now = '2026-03-02T02:00:00.000Z';
  expect(begun(now, 10, held('2026-03-01T00:00:00.000Z'))).toMatchObject({ result: 'refused', reason: 'held' });
  expect(begun(now, 10, held('2026-03-02T03:00:00.000Z'))).toMatchObject({
    result: 'refused',
    reason: 'held',
    rules: ['dial-open', 'no-hold', 'CN-HOLD-DISPUTE'],
  });
  expect(begun(now, 10, held('2026-03-02T03:00:00.000Z', '2026-03-04T03:00:00.000Z'))).toMatchObject({
    result: 'deferred',
    until: '2026-03-04T03:00:00.000Z',
  });
});
