import { expect, test } from 'vitest';
import type { Evidence } from '../evidence.js';
import type { News } from '../news.js';
import { cleanEvidence, retold } from '../testing/clean-evidence.js';
import { act, must, ofCase, outside, place, recall, sms } from '../testing/plant.js';
import { amountsOffPosition } from './amounts-off-position.js';
import { lateChargesOff } from './late-charges-off.js';

/** 36.5 % a year on 50.00 of principal: 5 fen a day. */
const terms: News = {
  news: 'late-terms',
  version: 1,
  zone: 'Asia/Shanghai',
  startOn: '2025-12-01',
  allocation: undefined,
  lateCharge: {
    dayCount: 'act/365f',
    rounding: { mode: 'half-up', point: 'end' },
    penalty: { base: 'principal', rate: { yearlyPpm: 365_000 } },
  },
  costs: { principal: [] },
};
const newsOf = (evidence: Evidence, id: string): News[] => must(evidence.incoming.find((each) => each.id === id)?.news);
const coverOf = (evidence: Evidence, id: string) => must(act(evidence, id).covers[0]);

/** The clean world, in which loan L1 charges for lateness from 1 January, and everybody was told rightly. */
const late = (): Evidence => {
  const evidence = cleanEvidence();
  newsOf(evidence, 'e1').push(structuredClone(terms));
  coverOf(evidence, sms).late = { asOf: '2026-01-06', late: 25, owed: 5_025 };
  // 15:30 in London is 23:30 in Shanghai, the same day.
  coverOf(evidence, place).late = { asOf: '2026-03-15', late: 365, owed: 5_365 };
  coverOf(evidence, recall).late = { asOf: '2026-03-21', late: 390, owed: 390 };
  must(ofCase(evidence.cases, 't/L1/1').noted).late = { asOf: '2026-03-21', late: 390, owed: 390 };
  const told = outside(evidence).received;
  must(told.find(({ id }) => id === sms)).amounts = [14_025, 5_025, 9_000];
  must(told.find(({ id }) => id === place)).amounts = [5_365];
  return evidence;
};
const found = (evidence: Evidence): string[] => [
  ...lateChargesOff(evidence).violations,
  ...amountsOffPosition(evidence).violations,
];

test('finds nothing where everybody was told what lateness had cost by then', () => {
  expect(found(late())).toEqual([]);
  expect(found(cleanEvidence())).toEqual([]);
});

test.each<[what: string, forge: (evidence: Evidence) => Evidence | void, words: string[]]>([
  [
    'a charge one fen too high',
    (evidence) => void (coverOf(evidence, sms).late = { asOf: '2026-01-06', late: 26, owed: 5_026 }),
    [
      `${sms} of loan L1: 26 for lateness until 2026-01-06, 5026 in all, by terms and events 25 for lateness until 2026-01-06, 5025 in all (minor units)`,
    ],
  ],
  [
    'a day too many',
    (evidence) => void (coverOf(evidence, sms).late = { asOf: '2026-01-07', late: 30, owed: 5_030 }),
    [expect.stringContaining('30 for lateness until 2026-01-07')],
  ],
  [
    'charges left out where the terms charge',
    (evidence) => void delete coverOf(evidence, sms).late,
    [expect.stringContaining(`${sms} of loan L1: nothing for lateness, by terms and events 25`)],
  ],
  [
    'charges where the terms charge for nothing',
    (evidence) => void (must(act(evidence, sms).covers[1]).late = { asOf: '2026-01-06', late: 45, owed: 9_045 }),
    [expect.stringContaining(`${sms} of loan L2: 45 for lateness`)],
  ],
  [
    'days charged that a hold had stopped',
    (evidence) => {
      const hold = { id: 'h', stops: ['interest'], from: '2026-01-02T16:00:00.000Z' };
      const [opened] = evidence.journal.filter(({ caseId }) => caseId === 't/L1/1');
      return retold(evidence, 't/L1/1', ([first, ...rest]) => [
        must(first),
        { type: 'hold-placed', at: must(opened).fact.at, hold },
        { type: 'hold-ended', at: '2026-01-04T16:00:00.000Z', holdId: 'h' },
        ...rest,
      ]);
    },
    [
      expect.stringContaining('by terms and events 15 for lateness until 2026-01-06, 5015 in all'),
      expect.stringContaining('by terms and events 355'),
      expect.stringContaining('by terms and events 380'),
      expect.stringContaining('by terms and events 380'),
      expect.stringContaining('names 14025, 5025'),
      expect.stringContaining('names 5365'),
    ],
  ],
  [
    'what servicing had billed, charged again',
    (evidence) =>
      void newsOf(evidence, 'e1').push({
        news: 'charge',
        chargeId: 'c',
        component: 'penalty',
        amount: 10,
        dueOn: '2026-01-05',
      }),
    // Billed or not, the same is owed.
    [
      expect.stringContaining('by terms and events 15 for lateness until 2026-01-06, 5025 in all'),
      expect.stringContaining('by terms and events 355'),
      expect.stringContaining('by terms and events 380'),
      expect.stringContaining('by terms and events 380'),
    ],
  ],
  [
    'a case that notes another sum',
    (evidence) => void (must(ofCase(evidence.cases, 't/L1/1').noted).late = { asOf: '2026-03-21', late: 1, owed: 1 }),
    [expect.stringContaining('t/L1/1 notes: 1 for lateness until 2026-03-21')],
  ],
  [
    'a message that named the arrears alone',
    (evidence) => void (must(outside(evidence).received.find(({ id }) => id === sms)).amounts = [14_000, 5_000, 9_000]),
    [`sms ${sms} names 14000, 5000, its loans owed 5025, 9000, 14025 (minor units)`],
  ],
])('finds %s', (_what, forge, words) => {
  const evidence = late();

  expect(found(forge(evidence) ?? evidence)).toEqual(words);
});

test.each<[string, Partial<Extract<News, { news: 'late-terms' }>['lateCharge']>]>([
  ['days of 30/360', { dayCount: '30/360' }],
  ['compound interest', { penalty: { base: 'principal', rate: { yearlyPpm: 365_000 }, compound: { everyMonths: 1 } } }],
  ['lines rounded one by one', { rounding: { mode: 'half-up', point: 'line' } }],
  ['damages', { damages: { graceDays: 0 } }],
])('says nothing of %s, which it does not cover', (_what, lateCharge) => {
  const evidence = late();
  for (const each of newsOf(evidence, 'e1'))
    if (each.news === 'late-terms') each.lateCharge = { ...each.lateCharge, ...lateCharge };

  expect(found(evidence)).toEqual([]);
});
