import { describe, expect, test } from 'vitest';
import { asTheyWere } from './as-they-were.js';
import type { AuditedHold } from './audited-hold.js';
import type { Evidence } from './evidence.js';
import { cleanEvidence } from './testing/clean-evidence.js';
import { violationsOf } from './testing/finds-only.js';
import { everyHalfHour, more, moreOf } from './testing/more-of.js';
import { byRule, must, sms } from './testing/plant.js';

const dispute: AuditedHold = {
  id: 'h',
  reason: 'dispute',
  scope: { person: 'P1' },
  stops: ['contact'],
  from: '2026-01-05T00:00:00.000Z',
  until: '2026-01-06T05:00:00.000Z',
};

/** P1 was known as P4 too, and both records were made one at that moment; `brought`: what held P4. */
const twiceKnown = (at: string, brought: AuditedHold[] = []): Evidence => {
  const evidence = cleanEvidence();
  const one = must(evidence.persons[0]);
  const record = { told: { zone: 'Asia/Shanghai' }, points: {}, wallAt: Date.parse(at) };
  one.records = [
    { ...record, personId: 'P1', holds: [] },
    { ...record, personId: 'P4', holds: brought.map(({ id }) => id) },
  ];
  one.holds.push(...brought);
  evidence.persons.push({ personId: 'P4', isMerged: true, holds: [] });
  return evidence;
};
const found = (evidence: Evidence) => violationsOf(asTheyWere(evidence));

/** Five more messages of one morning, three of them under the name that is no more; with that of two o'clock six in all. */
const sixOfBoth = (at: string): Evidence => {
  const evidence = twiceKnown(at);
  moreOf(evidence, sms, everyHalfHour(5), { to: 'another number' });
  for (const each of evidence.acts.slice(-5, -2)) each.personId = 'P4';
  return evidence;
};

describe('two records of one human', () => {
  test('are counted as one from the merge on', () => {
    expect(found(sixOfBoth('2026-01-06T04:15:00.000Z'))).toEqual({
      'caps-exceeded': [
        `attempts of P1 on 2026-01-06 in Asia/Shanghai: more than 5, the first too many is ${more(5)}: ${byRule('OWN-FREQ-1')}`,
      ],
    });
  });

  test('are counted apart while nobody knew', () => {
    expect(found(sixOfBoth('2026-01-06T05:00:00.000Z'))).toEqual({});
  });

  test('spoke each its own language while nobody knew, and where none is kept what they speak now', () => {
    const evidence = twiceKnown('2026-01-06T03:00:00.000Z');
    const [own, other] = must(evidence.persons[0]).records ?? [];
    must(evidence.persons[0]).language = 'zh';
    must(other).told = { zone: 'Asia/Shanghai', language: 'en' };
    const languageOf = (personId: string) =>
      asTheyWere(evidence).persons.find((person) => person.personId === personId)?.language;
    expect([own?.told.language, languageOf('P1~before'), languageOf('P4')]).toEqual([undefined, 'zh', 'en']);
    expect(found(evidence)).toEqual({});
  });

  test('are held by what held either, from the merge on', () => {
    expect(found(twiceKnown('2026-01-06T01:00:00.000Z', [dispute]))).toEqual({
      'contacts-while-held': [`${sms} began at 2026-01-06T02:00:00.000Z under the hold h (dispute)`],
    });
    expect(found(twiceKnown('2026-01-06T03:00:00.000Z', [dispute]))).toEqual({});
  });

  test('of which nobody owes on a loan of the other are no third parties to each other', () => {
    const evidence = twiceKnown('2026-01-06T05:00:00.000Z');
    must(evidence.acts.find(({ id }) => id === sms)).personId = 'P4';

    expect(found(evidence)).toEqual({});
  });

  test('what the person had agreed to is not forgotten of the time before the merge, what they asked not to get is', () => {
    const evidence = twiceKnown('2026-01-06T05:00:00.000Z');
    const consent = { to: 'medium', channel: 'voice-bot', basis: 'consent', at: '2026-01-02T00:00:00.000Z' };
    const optOuts = [{ channel: 'sms', at: '2026-01-02T00:00:00.000Z' }];
    Object.assign(must(evidence.persons[0]), {
      said: { consents: [consent], optOuts },
      standing: { consents: [consent], optOuts },
    });

    const before = asTheyWere(evidence).persons.find(({ personId }) => personId === 'P1~before');

    expect(before?.standing?.consents).toEqual([consent]);
    expect(found(evidence)).toEqual({});
  });

  describe('each contacted in its own agreed time while nobody knew', () => {
    const dates = { saidAt: '2026-01-02T00:00:00.000Z', knownAt: '2026-01-02T00:00:00.000Z' };
    const days = { fromDay: '2026-01-06', untilDay: '2026-01-06', ...dates };
    const evening = { ...days, from: '20:00', to: '24:00' };
    const morning = { ...days, from: '06:00', to: '08:00' };
    /** `theirs`: what the point of P4, there called m, is called now. */
    const agreedByBoth = (theirs: string): Evidence => {
      const evidence = twiceKnown('2026-01-06T15:00:00.000Z');
      const [own, other] = must(evidence.persons[0]).records ?? [];
      Object.assign(must(own), { points: { m: 'm' } });
      Object.assign(must(other), { points: { m: theirs } });
      const agreedTimes = [
        { ...evening, points: ['m'] },
        { ...morning, points: [theirs] },
      ];
      Object.assign(must(evidence.persons[0]), { said: { agreedTimes }, standing: { agreedTimes } });
      return evidence;
    };
    /** Nothing is summed of it. */
    const opening = <Time extends { knownAt: string }>({ knownAt: _knownAt, ...time }: Time) => time;
    const agreedOf = (evidence: Evidence, name: string) =>
      asTheyWere(evidence).persons.find(({ personId }) => personId === name)?.standing?.agreedTimes;

    test('each had agreed to its own, under the name the point had', () => {
      expect(agreedOf(agreedByBoth('m.2'), 'P4')).toEqual([{ ...morning, points: ['m'] }]);
      expect(agreedOf(agreedByBoth('m.2'), 'P1~before')).toEqual([
        { ...evening, points: ['m'] },
        opening({ ...morning, points: ['m.2'] }),
      ]);
    });

    test('and where a number was of both, what was agreed for it opens for each and is too much for none', () => {
      const both = [evening, morning].map((time) => opening({ ...time, points: ['m'] }));
      expect(agreedOf(agreedByBoth('m'), 'P4')).toEqual(both);
      expect(agreedOf(agreedByBoth('m'), 'P1~before')).toEqual(both);
    });

    test('and what the other name took back since is not forgotten, nor a consent', () => {
      const evidence = agreedByBoth('m');
      const consent = { to: 'medium', channel: 'sms', basis: 'consent', at: '2026-01-02T00:00:00.000Z' };
      Object.assign(must(evidence.persons[0]), { said: {}, standing: {} });
      const [own, other] = must(evidence.persons[0]).records ?? [];
      Object.assign(must(own), { said: { agreedTimes: [evening], consents: [consent] } });
      Object.assign(must(other), { said: { agreedTimes: [morning] } });

      const before = asTheyWere(evidence).persons.find(({ personId }) => personId === 'P1~before');
      expect(before?.standing).toMatchObject({ agreedTimes: [evening], consents: [consent] });
      expect(agreedOf(evidence, 'P4')).toEqual([morning]);
    });

    test.each(['m', 'm.2'])('so no contact of either is one outside the hours (their point is now %s)', (theirs) => {
      const evidence = agreedByBoth(theirs);
      const message = must(evidence.acts.find(({ id }) => id === sms));
      // By the clock of Shanghai 22:30, agreed with P1 for their own number.
      Object.assign(message, { begunAt: '2026-01-06T14:30:00.000Z', pointId: 'm', channel: 'call' });
      message.begunWallAt = Date.parse(message.begunAt);
      must(evidence.outside?.received.find(({ id }) => id === sms)).at = message.begunAt;
      const agreement = byRule('CN-TIME-1');

      expect((found(evidence)['contacts-outside-hours'] ?? []).filter((each) => each.includes(agreement))).toEqual([]);
      must(evidence.persons[0]).said = {};
      expect((found(evidence)['contacts-outside-hours'] ?? []).filter((each) => each.includes(agreement))).toHaveLength(
        1,
      );
    });
  });
});
