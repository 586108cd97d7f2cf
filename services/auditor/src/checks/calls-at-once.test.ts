import { describe, expect, test } from 'vitest';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { violationsOf } from '../testing/finds-only.js';
import { act, call } from '../testing/plant.js';
import type { AuditedAct } from '../audited-act.js';
import type { Evidence } from '../evidence.js';
import { callsAtOnce } from './calls-at-once.js';

const other = 't/L3/1/1/call-2/1';
/** So many seconds after the clean world's call begins. */
const after = (evidence: Evidence, seconds: number): string =>
  new Date(Date.parse(act(evidence, call).begunAt) + seconds * 1_000).toISOString();
/** Another call to the same person and number, let go where a call may last 120 minutes, and over a minute after it began. */
const ring = (evidence: Evidence, id: string, seconds: number, how: Partial<AuditedAct> = {}): void => {
  const begunAt = after(evidence, seconds);
  const times = { begunAt, begunWallAt: Date.parse(begunAt), concludedAt: after(evidence, seconds + 60) };
  evidence.acts.push({ ...act(evidence, call), id, ...times, longestCallMinutes: 120, ...how });
};
/** The clean world's call, made to last twenty minutes, and another so many minutes into it. */
const ringAgain = (minutes: number, how: Partial<AuditedAct> = {}): Evidence => {
  const evidence = cleanEvidence();
  ring(evidence, other, minutes * 60, how);
  act(evidence, call).concludedAt = after(evidence, 20 * 60);
  return evidence;
};
const foundIn = (evidence: Evidence): string[] => callsAtOnce(evidence).violations;
const found = (minutes: number, how: Partial<AuditedAct> = {}): string[] => foundIn(ringAgain(minutes, how));

test('a call into one that goes on is found, to the person or to the number alone; one after it is not', () => {
  expect(found(19)).toEqual([expect.stringContaining(`${other} began`)]);
  expect(found(19, { personId: 'P9' })).toHaveLength(1);
  expect(found(19, { blindIndex: 'another' })).toHaveLength(1);
  expect(found(19, { personId: 'P9', blindIndex: 'another' })).toEqual([]);
  expect(found(20)).toEqual([]);
  expect(found(5, { channel: 'sms' })).toEqual([]);
  expect(found(5, { reported: true })).toEqual([]);
});

test('a call of which nobody told the end goes on for as long as a call may; of one told late nobody knows when it was over', () => {
  const open = (minutes: number): Evidence => {
    const evidence = ringAgain(minutes);
    delete act(evidence, call).concludedAt;
    return evidence;
  };
  expect(foundIn(open(119))).toHaveLength(1);
  expect(foundIn(open(120))).toEqual([]);

  const late = open(30);
  late.inbox.push({ caseId: 't/L3/1', itemId: `outcome/${call}/7/told-late`, consumed: true });
  expect(foundIn(late)).toEqual([]);
});

test('a call given up as unknown may ring still, for as long as a call may', () => {
  const given = (minutes: number): string[] => {
    const evidence = ringAgain(minutes);
    Object.assign(act(evidence, call), { result: 'unknown', concludedAt: act(evidence, call).begunAt });
    return foundIn(evidence);
  };
  expect(given(119)).toEqual([expect.stringContaining(`${other} began`)]);
  expect(given(120)).toEqual([]);
});

test('a call is looked for in every one before it, not only in the one that ends last', () => {
  const evidence = ringAgain(10);
  const third = 't/L3/1/1/call-3/1';
  // It begins at the very second of the one that lasts longest: which of them was first nobody knows.
  ring(evidence, third, 10 * 60);
  act(evidence, other).concludedAt = after(evidence, 60 * 60);
  act(evidence, third).concludedAt = act(evidence, third).begunAt;

  expect(foundIn(evidence)).toEqual([
    expect.stringContaining(`${other} began`),
    expect.stringMatching(`${third} began .* while ${call} went on`),
  ]);
});

describe('two calls begun within five seconds of each other by clocks that may differ', () => {
  const pair = (seconds: number, first: Partial<AuditedAct>, second: Partial<AuditedAct>): string[] => {
    const evidence = cleanEvidence();
    ring(evidence, other, seconds, second);
    Object.assign(act(evidence, call), { longestCallMinutes: 120, ...first });
    return foundIn(evidence);
  };
  const atOnce = { concludedAt: after(cleanEvidence(), 1) };
  const inTenMinutes = { concludedAt: after(cleanEvidence(), 600) };

  test('have no known order: where one was over at once the other may have come after it', () => {
    expect(pair(1, inTenMinutes, atOnce)).toEqual([]);
    expect(pair(1, atOnce, inTenMinutes)).toEqual([]);
    expect(pair(6, inTenMinutes, inTenMinutes)).toHaveLength(1);
  });

  test('went on together in whatever order, where both lasted', () => {
    expect(pair(0, inTenMinutes, inTenMinutes)).toHaveLength(1);
    expect(pair(5, inTenMinutes, inTenMinutes)).toHaveLength(1);
  });
});

describe('how long a call may last', () => {
  test('is what was said when the later one began, whatever the lender says today', () => {
    const unanswered = (longestCallMinutes: number, today: number): string[] => {
      const evidence = ringAgain(90, { longestCallMinutes });
      delete act(evidence, call).concludedAt;
      return foundIn({ ...evidence, practice: { ...evidence.practice, longestCallMinutes: today } });
    };
    expect(unanswered(60, 120)).toEqual([]);
    expect(unanswered(120, 60)).toHaveLength(1);
  });

  test('was asked by nobody before there was such a rule; who does not ask from then on is judged by what is said today', () => {
    const unasked = (evidence: Evidence): Evidence => {
      delete act(evidence, other).longestCallMinutes;
      return evidence;
    };
    expect(foundIn(unasked(ringAgain(19)))).toEqual([]);

    const asked = unasked(ringAgain(19));
    ring(asked, 't/L3/1/1/call-3/1', 2 * 60 * 60);
    expect(foundIn(asked)).toEqual([]);

    Object.assign(act(asked, call), { longestCallMinutes: 120 });
    expect(foundIn(asked)).toEqual([expect.stringContaining(`${other} began`)]);
  });
});

test('the clean world has none', () => {
  expect(violationsOf(cleanEvidence())).toEqual({});
});
