import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { BeginRules } from '@recourse/activities/contact/begin-rules';
import type { BeginResult } from '@recourse/activities/contact/contact-store';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import type { Act } from '@recourse/domain/case/act';
import { Busy } from '@recourse/infra/mongo/busy';
import { smsOf } from './builders/begin-sms.js';
import { beginRules } from './builders/contact-records.js';
import { lawOf, ruleOf } from './builders/law-of.js';
import { mergingWorld, type MergingWorld } from './builders/merging-world.js';
import { isBusy } from './builders/permit-records.js';

let world: MergingWorld;
beforeEach(async () => {
  world = await mergingWorld(inject('mongoUri'));
});
afterEach(() => world.close());

/** Four attempts a day on one person, and nothing else: nobody waits for the end of another's call. */
const four: BeginRules = {
  ...beginRules,
  contacts: { ...beginRules.contacts, longestCallMinutes: 0 },
  law: lawOf(ruleOf('frequency-cap', { unit: 'attempt', scope: ['person'], limit: 4, days: 1, purposes: ['collect'] })),
};
const call: Act = { kind: 'place-call', purpose: 'collect', by: 'voice-bot', personId: 'p1', pointId: 'm1' };

/** On a slow machine somebody may be put off for 5 s of conflicts more than once: then nothing is begun, which breaks no cap. */
const begin = async (loanId: string, tries = 6): Promise<BeginResult> => {
  const result = await world.contacts.begin(smsOf(loanId), judgeBegin(smsOf(loanId), four));
  return isBusy(result) && tries > 1 ? begin(loanId, tries - 1) : result;
};
/** Ingest takes a record again until it is taken. */
const merged = (): Promise<string | undefined> =>
  world.told('person-merged', { from: 'p2', into: 'p1' }, 'A0').catch((trouble: unknown) => {
    if (trouble instanceof Busy) return merged();
    throw trouble;
  });
const loansOf = (name: string): string[] => Array.from({ length: 8 }, (_, nth) => `${name}${nth}`);
/** Four on each at most, where nobody knew; and from the merge on none beyond four on both together. */
const heldTogether = (took: { before: number; after: number }): boolean => took.after <= Math.max(0, 4 - took.before);

describe('a merge while contacts begin under both names', () => {
  it.each([0, 3, 8, 15, 40])('lets no slot be taken twice and loses none, %i ms into it', async (ms) => {
    await world.owing({ p1: loansOf('A'), p2: loansOf('B') }, call, false);
    const soon = async (): Promise<void> => {
      await new Promise((wake) => setTimeout(wake, ms));
      expect(await merged()).toBeUndefined();
    };
    const pairs = loansOf('A').flatMap((loan, nth) => [loan, `B${nth}`]);
    const [results] = await Promise.all([Promise.all(pairs.map((loan) => begin(loan))), soon()]);

    const acts = await world.collections.acts.find({}).toArray();
    const begun = results.filter((each) => each.begun === 'now').length;
    expect(acts).toHaveLength(begun);
    const one = await world.person('p1');
    const left = await world.person('p2');
    expect(one.ledger.map(({ actId }) => actId).toSorted()).toEqual(acts.map(({ _id }) => _id).toSorted());
    expect(left.ledger).toEqual([]);

    const mergedAt = left.merged?.wallAt.getTime() ?? 0;
    const after = acts.filter(({ begunWallAt }) => begunWallAt.getTime() > mergedAt);
    // A contact of the other name's loans that begins later is with the one person.
    expect(after.map(({ personId }) => personId)).toEqual(after.map(() => 'p1'));
    for (const name of ['p1', 'p2'])
      expect(acts.filter(({ personId }) => personId === name).length).toBeLessThanOrEqual(4);
    expect(heldTogether({ before: acts.length - after.length, after: after.length })).toBe(true);
  });

  it('begun and merged before stands in the way of all that come after', async () => {
    await world.owing({ p1: loansOf('A'), p2: loansOf('B') }, call, false);
    for (const loan of ['A0', 'A1', 'B0']) expect((await begin(loan)).begun).toBe('now');
    await merged();
    const rest = await Promise.all(['A2', 'A3', 'B1', 'B2', 'B3'].map((loan) => begin(loan)));

    expect(rest.filter(({ begun }) => begun === 'now')).toHaveLength(1);
    expect((await world.person('p1')).ledger).toHaveLength(4);
  });
});
