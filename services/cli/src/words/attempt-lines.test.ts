import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import { expect, test } from 'vitest';
import { attemptsOf } from '../commands/attempts-of.js';
import { attemptLines } from './attempt-lines.js';

const at = '2026-01-06T02:00:00.000Z';
const base = { v: 1, at, cause: 'x' } as const;
const gate = { at, answers: [] };
const [sms1, sms2, call] = ['t/L1/1/1/sms-1/1', 't/L1/1/1/sms-2/1', 't/L1/1/1/call-1/1'];
const of = (planId: string, actId = planId) => ({ planId, actId, at });
const act = {
  kind: 'send-reminder',
  purpose: 'collect',
  channel: 'sms',
  personId: 'P1',
  pointId: 'm',
  template: 'x',
} as const;
const facts: CaseFact[] = [
  { ...base, type: 'step-planned', plan: { id: sms1, readPosition: 1, dueAt: at, act, because: 'x' } },
  {
    ...base,
    type: 'contact-withheld',
    planId: sms1,
    outcome: { ...of(sms1), gate, result: 'refused', reason: 'held', rules: [] },
  },
  {
    ...base,
    type: 'contact-concluded',
    planId: sms1,
    consumesTry: true,
    outcome: { ...of(sms1), gate, result: 'delivered' },
  },
  {
    ...base,
    type: 'contact-withheld',
    planId: call,
    outcome: { ...of(call, 't/L0/1/1/call-1/1'), result: 'superseded', positionVersion: 2 },
  },
  { ...base, type: 'step-planned', plan: { id: sms2, readPosition: 1, dueAt: at, act, because: 'x' } },
];
const attempts = attemptsOf(facts.map((fact, nth) => ({ caseId: 't/L1/1', seq: nth + 1, fact }) as JournalEntry));
const told = { zone: 'Asia/Shanghai', currency: 'CNY' };

test('attempts are listed by the name gate explain takes, with what came of them last; not what is only planned', () => {
  const [head, , , ...rows] = attemptLines(attempts, told, 'en');

  expect(head).toContain('recourse gate explain ATTEMPT');
  expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
    [sms1, 'asked 2 times', expect.stringMatching(/^2026-01-06 10:00 Contact: delivered/)],
    [call, 'not asked', expect.stringMatching(/^2026-01-06 10:00 No contact made/)],
  ]);
});

test('in Chinese too', () => {
  expect(attemptLines(attempts, told, 'zh').join('\n')).toMatch(/询问 2 次[\s\S]*未询问/);
});

test('a case of which nothing was attempted lists none', () => {
  expect(attemptLines([], told, 'en')).toEqual([]);
});

test('an attempt knows the act of another case that it was one of', () => {
  expect([...(attempts.find(({ name }) => name === call)?.alsoAs ?? [])]).toEqual(['t/L0/1/1/call-1/1']);
});
