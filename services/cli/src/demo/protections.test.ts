import type { TracedAnswer } from '@recourse/domain/contact/gate-trace';
import type { Hold } from '@recourse/domain/holds/hold';
import type { ProtectingFact } from '@recourse/infra/mongo/protecting-facts';
import { expect, test } from 'vitest';
import { protectionsOf } from './protections.js';

const at = '2026-01-05T02:00:00.000Z';
const head = { v: 1, at, cause: 'clock' } as const;
const version = 'base';

const withheld = (personId: string, ...answers: Omit<TracedAnswer, 'version'>[]): ProtectingFact => {
  const known = { rule: 'person-known', version, verdict: 'allow', inputs: { personId, known: true } } as const;
  const gate = { at, answers: [known, ...answers.map((answer) => ({ ...answer, version }))] };
  return {
    ...head,
    type: 'contact-withheld',
    planId: 'p',
    outcome: { planId: 'p', actId: 'p', at, result: 'refused', reason: 'opted-out', rules: [], gate },
  };
};
const held = (id: string, reason: Hold['reason'], scope: Hold['scope']): ProtectingFact => ({
  ...head,
  type: 'hold-placed',
  hold: { id, reason, scope, stops: ['contact'], from: at },
});

test('a person is counted once for what contacts were withheld for, by what the gate said', () => {
  const noSms = { rule: 'no-opt-out', verdict: 'refuse', inputs: { channel: 'sms' }, reason: 'opted-out' } as const;
  const { persons } = protectionsOf([
    withheld('P1', noSms),
    withheld('P1', noSms),
    withheld('P2', { ...noSms, inputs: { channel: 'call' } }),
    withheld('P3', { rule: 'UK-TIME-1', verdict: 'refuse', inputs: {}, reason: 'inconvenient-place' }),
    withheld('P4', { rule: 'CN-TIME-1', verdict: 'defer', inputs: { zones: 'Asia/Shanghai Asia/Dubai' }, until: at }),
    withheld('P5', { rule: 'CN-TIME-1', verdict: 'defer', inputs: { zones: 'Asia/Shanghai' }, until: at }),
    withheld('P6', { rule: 'zone-known', verdict: 'refuse', inputs: {}, reason: 'unknown-zone' }),
    withheld('P7', { rule: 'US-MA-1-PERSONAL', verdict: 'defer', inputs: {}, until: at }),
    withheld('P8', { rule: 'US-MA-1-PERSONAL', verdict: 'allow', inputs: {} }),
  ]);

  expect(persons).toEqual({
    'not-by-sms': 1,
    'not-at-work': 1,
    'both-zones-awaited': 1,
    'without-zone': 1,
    'massachusetts-week': 1,
  });
});

test('a hold told to several cases of a person counts once, one on loans once for each loan', () => {
  const { holds } = protectionsOf([
    held('e1', 'death', { person: 'P1' }),
    held('e1', 'death', { person: 'P1' }),
    held('e2', 'dispute', { loan: 'L1' }),
    held('e2', 'dispute', { loan: 'L2' }),
  ]);

  expect(holds).toEqual({ death: 1, dispute: 2 });
});

test('what was withheld without asking the gate tells nothing of persons', () => {
  const fact = { ...head, type: 'contact-withheld', planId: 'p' } as const;
  const { persons } = protectionsOf([
    { ...fact, outcome: { planId: 'p', actId: 'p', at, result: 'superseded', positionVersion: 2 } },
  ]);

  expect(new Set(Object.values(persons))).toEqual(new Set([0]));
});
