import { expect, test } from 'vitest';
import type { Evidence, Fact } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { act, inserted, sms } from '../testing/plant.js';

const begun = (evidence: Evidence): string => act(evidence, sms).begunAt;
const noted = (state: string, at: string): Fact => ({ type: 'limitation-noted', at, state });
const before = '2026-01-01T00:00:00.000Z';
/** Told of the case whose message the clean world has. */
const told = (evidence: Evidence, ...facts: Fact[]): Evidence => {
  const caseId = act(evidence, sms).covers[0]?.caseId ?? '';
  return facts.reduceRight((so, fact) => inserted(so, caseId, 'strategy-pinned', fact), evidence);
};
const threatening = (evidence: Evidence): Evidence => {
  act(evidence, sms).notice = 'legal';
  return evidence;
};
const proposed = (proposedBy: string): Fact => ({
  type: 'write-off-proposed',
  at: before,
  writeOff: { id: 'w1', proposedBy },
});
const approved = (approvedBy: string): Fact => ({ type: 'written-off', at: before, writeOffId: 'w1', approvedBy });

findsOnly('ends-not-lawful', [
  [
    'a lawyer’s letter after the limitation was over',
    (evidence) => told(threatening(evidence), noted('expired', before)),
    /began at .*, after the limitation of .* was over$/,
  ],
  [
    'a write-off approved by whoever proposed it',
    (evidence) => told(evidence, proposed('a'), approved('a')),
    /w1 is written off by a alone$/,
  ],
  [
    'a write-off approved at the terminal of whoever proposed it, under another name',
    (evidence) => told(evidence, proposed('operator/u'), approved('operator/u/as/boss')),
    /w1 is written off by operator\/u\/as\/boss alone$/,
  ],
  ['a write-off nobody proposed', (evidence) => told(evidence, approved('b')), /w1 is written off by b alone$/],
]);

test('a letter before the end, one after the end was taken back, and two persons are in order', () => {
  const evidence = threatening(cleanEvidence());
  const later = new Date(Date.parse(begun(evidence)) + 60_000).toISOString();
  expect(violationsOf(told(evidence, noted('expired', later)))).toEqual({});
  expect(violationsOf(told(evidence, noted('expired', before), noted('running', before)))).toEqual({});
  expect(violationsOf(told(evidence, proposed('a'), approved('b')))).toEqual({});
  expect(violationsOf(told(evidence, proposed('operator/u/as/li'), approved('operator/w/as/li')))).toEqual({});
});

test('a message that threatens nothing may be sent after the limitation is over', () => {
  expect(violationsOf(told(cleanEvidence(), noted('expired', before)))).toEqual({});
});
