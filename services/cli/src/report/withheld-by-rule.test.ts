import type { GateTrace, TracedAnswer } from '@recourse/domain/contact/gate-trace';
import { expect, test } from 'vitest';
import { langs } from '../words/lang.js';
import { withheldByRule } from './withheld-by-rule.js';
import { withheldLines } from './withheld-lines.js';

const answer = (rule: string, verdict: TracedAnswer['verdict'], citation?: string): TracedAnswer => ({
  rule,
  version: 'cn@1#0123456789ab',
  verdict,
  inputs: {},
  ...(citation !== undefined && { citation }),
});
const asked = (...answers: TracedAnswer[]): GateTrace => ({ at: '2026-01-06T14:30:00.000Z', answers });
const night = answer('CN-TIME-1', 'defer', 'GB/T 45251-2025, s.5.3 业务管理: no collection 22:00-08:00');
const held = answer('no-hold', 'refuse', 'requirements C4');
const waits = answer('no-hold', 'defer', 'requirements C4');
const own = answer(
  'OWN-TIME-1',
  'defer',
  'own rule: the strictest of CN-TIME-1 (none 22:00-08:00) and US-TIME-1 (none after 21:00) wherever the person is',
);

test('each rule that did not allow is counted for each contact, most often first, then by name', () => {
  const traces = [asked(answer('zone-known', 'allow'), night, own), asked(held), asked(waits), asked(held, night)];

  expect(withheldByRule(traces)).toEqual([
    { rule: 'no-hold', citation: 'requirements C4', deferred: 1, refused: 2 },
    { rule: 'CN-TIME-1', citation: night.citation, deferred: 2, refused: 0 },
    { rule: 'OWN-TIME-1', citation: own.citation, deferred: 1, refused: 0 },
  ]);
});

test('the table has the rule, law and article in short, and how often it let wait and refused', () => {
  const lines = withheldLines(withheldByRule([asked(night, own), asked(held, night)]), 'en');

  expect(lines.map((line) => line.replaceAll(/ {2,}/g, ' | '))).toEqual([
    '',
    'Contacts that did not begin, by rule',
    '',
    ' | rule | citation | deferred | refused',
    expect.stringMatching(/^[ |-]+$/),
    ' | CN-TIME-1 | GB/T 45251-2025, s.5.3 业务管理 | 2 | 0',
    ' | OWN-TIME-1 | own: the strictest of CN-TIME-1 (none 22:00-08:00) and US-T… | 1 | 0',
    ' | no-hold | requirements C4 | 0 | 1',
  ]);
});

test('in Chinese the same figures stand under Chinese heads', () => {
  expect(withheldLines(withheldByRule([asked(night)]), 'zh').slice(1, 4)).toEqual([
    '按规则未开始的联系',
    '',
    expect.stringMatching(/^ {2}规则 +依据 +推迟 +拒绝$/),
  ]);
});

test('where nothing was stopped there is no table', () => {
  for (const lang of langs)
    expect(withheldLines(withheldByRule([asked(answer('zone-known', 'allow'))]), lang)).toEqual([]);
});
