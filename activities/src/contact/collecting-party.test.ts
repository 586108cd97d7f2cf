import type { Act } from '@recourse/domain/case/act';
import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import { describe, expect, test } from 'vitest';
import { nextCollectingParty, placementEndedBy } from './collecting-party.js';

const place: Act = { kind: 'place-with-agency', agencyId: 'agency-1' };
const refer: Act = { kind: 'refer-to-legal', firmId: 'firm-1' };
const recall = (placementId: string): Act => ({ kind: 'recall-from-agency', agencyId: 'agency-1', placementId });
const withdraw = (placementId: string): Act => ({ kind: 'withdraw-from-legal', firmId: 'firm-1', placementId });
const act = (_id: string, what: Act, result?: 'done' | 'failed' | 'provider-unavailable') => ({
  _id,
  act: what,
  ...(result && { outcome: { planId: _id, actId: _id, at: '2026-03-02T02:00:00.000Z', result } as ActOutcome }),
});
const partyOf = (acts: ReturnType<typeof act>[], returned: string[] = []) =>
  nextCollectingParty({ acts, returned })?.placementId;

describe('the party that collects from a person', () => {
  test('is whoever took a loan and has not been rid of it', () => {
    expect(nextCollectingParty({ acts: [act('a', place, 'done')], returned: [] })).toEqual({
      kind: 'agency',
      partnerId: 'agency-1',
      placementId: 'a',
    });
    expect(nextCollectingParty({ acts: [act('l', refer, 'done')], returned: [] })).toEqual({
      kind: 'law-firm',
      partnerId: 'firm-1',
      placementId: 'l',
    });
  });

  test('may be one of whom nobody knows yet whether it took the loan', () => {
    expect(partyOf([act('a', place)])).toBe('a');
  });

  test('is the next of two when the first is over, in whichever way', () => {
    const second = act('b', place, 'done');
    expect(partyOf([act('a', place, 'done'), second])).toBe('a');
    expect(partyOf([act('a', place, 'failed'), second])).toBe('b');
    expect(partyOf([act('a', place, 'provider-unavailable'), second])).toBe('b');
    expect(partyOf([act('a', place, 'done'), second, act('c', recall('a'), 'done')])).toBe('b');
    expect(partyOf([act('a', place, 'done'), second], ['a'])).toBe('b');
  });

  test('is nobody when every placement is over', () => {
    expect(partyOf([])).toBeUndefined();
    expect(partyOf([act('a', place, 'done'), act('b', place, 'done'), act('c', recall('b'), 'done')], ['a'])).toBe(
      undefined,
    );
    expect(partyOf([act('l', refer, 'done'), act('w', withdraw('l'), 'done')])).toBeUndefined();
  });

  test('keeps the loan while its recall is not known to have succeeded', () => {
    expect(partyOf([act('a', place, 'done'), act('c', recall('a'))])).toBe('a');
    expect(partyOf([act('a', place, 'done'), act('c', recall('a'), 'failed')])).toBe('a');
  });
});

test('a contact of a person ends no placement', () => {
  const call: Act = { kind: 'place-call', purpose: 'collect', by: 'desk', personId: 'p1', pointId: 'm1' };
  expect(placementEndedBy(act('x', call, 'failed'))).toBeUndefined();
});
