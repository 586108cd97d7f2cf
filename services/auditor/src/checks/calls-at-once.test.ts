import { expect, test } from 'vitest';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { violationsOf } from '../testing/finds-only.js';
import { act, call } from '../testing/plant.js';
import type { Evidence } from '../evidence.js';
import { callsAtOnce } from './calls-at-once.js';

const other = 't/L3/1/1/call-2/1';
/** Another call so many minutes after the clean world's, which is made to last twenty. */
const ringAgain = (evidence: Evidence, minutes: number, how: object = {}): Evidence => {
  const first = act(evidence, call);
  const after = (more: number): string => new Date(Date.parse(first.begunAt) + more * 60_000).toISOString();
  first.concludedAt = after(20);
  evidence.acts.push({ ...first, id: other, begunAt: after(minutes), concludedAt: after(minutes + 1), ...how });
  return evidence;
};
const found = (minutes: number, how: object = {}): string[] =>
  callsAtOnce(ringAgain(cleanEvidence(), minutes, how)).violations;

test('a call into one that goes on is found, to the person or to the number alone; one after it, or in its instant, is not', () => {
  expect(found(19)).toEqual([expect.stringContaining(`${other} began`)]);
  expect(found(19, { personId: 'P9' })).toHaveLength(1);
  expect(found(19, { blindIndex: 'another' })).toHaveLength(1);
  expect(found(19, { personId: 'P9', blindIndex: 'another' })).toEqual([]);
  expect(found(20)).toEqual([]);
  expect(found(0)).toEqual([]);
  expect(found(5, { channel: 'sms' })).toEqual([]);
  expect(found(5, { reported: true })).toEqual([]);
});

test('a call of which nobody told the end goes on for as long as a call may; of one told late nobody knows when it was over', () => {
  const open = (minutes: number): Evidence => {
    const evidence = ringAgain(cleanEvidence(), minutes);
    delete act(evidence, call).concludedAt;
    return evidence;
  };
  expect(callsAtOnce(open(119)).violations).toHaveLength(1);
  expect(callsAtOnce(open(120)).violations).toEqual([]);

  const late = open(30);
  late.inbox.push({ caseId: 't/L3/1', itemId: `outcome/${call}/7/told-late`, consumed: true });
  expect(callsAtOnce(late).violations).toEqual([]);
});

test('a call given up as unknown may ring still, for as long as a call may', () => {
  const given = (minutes: number): string[] => {
    const evidence = ringAgain(cleanEvidence(), minutes);
    Object.assign(act(evidence, call), { result: 'unknown', concludedAt: act(evidence, call).begunAt });
    return callsAtOnce(evidence).violations;
  };
  expect(given(119)).toEqual([expect.stringContaining(`${other} began`)]);
  expect(given(120)).toEqual([]);
});

test('the clean world has none', () => {
  expect(violationsOf(cleanEvidence())).toEqual({});
});
