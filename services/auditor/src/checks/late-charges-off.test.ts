import { expect, test } from 'vitest';
import type { Evidence } from '../evidence.js';
import { coverOf, late, newsOf, under, yearly } from '../testing/charged-evidence.js';
import { cleanEvidence, retold } from '../testing/clean-evidence.js';
import { act, must, ofCase, outside, sms } from '../testing/plant.js';
import { amountsOffPosition } from './amounts-off-position.js';
import { lateChargesOff } from './late-charges-off.js';

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

/** 36 % a year of 360 days is 5 fen a day; each figure below is reckoned by hand: what was told on 6 January, 15 and 21 March (paid on the 20th). */
const byOtherTerms: [string, Record<string, unknown>, told: [number, number, number]][] = [
  ['days of 30/360', { dayCount: '30/360', penalty: yearly(360_000) }, [25, 370, 395]],
  // 31 days make 155, which bears 4.34 in February; 299 then bears 4.186 up to the 15th and 5.681 up to the 20th.
  [
    'compound interest',
    {
      rounding: { mode: 'half-up', point: 'instalment' },
      penalty: { ...yearly(365_000), compound: { everyMonths: 1 } },
    },
    [25, 374, 400],
  ],
  ['damages', { damages: { per: 'instalment', graceDays: 3, charge: { amount: 1_000 } } }, [1_025, 1_365, 1_390]],
  // 0.0175 % of 50.00 is 0.875 fen a day: of 3, 71 and 76 days.
  ['double interest after judgment', { judgment: { performBy: '2026-01-03', dailyPpm: 175 } }, [28, 427, 457]],
  [
    'an agreed sum at most for each instalment',
    { caps: [{ rule: '8', covers: ['penalty'], max: 'amount', per: 'instalment', amount: 300 }] },
    [25, 300, 300],
  ],
];

test.each(byOtherTerms)('reckons %s to the last fen, and finds one fen planted', (_what, lateCharge, told) => {
  expect(lateChargesOff(under(lateCharge, told)).violations).toEqual([]);

  const [sent, placed, recalled] = told;
  const planted = lateChargesOff(under(lateCharge, [sent + 1, placed - 1, recalled + 1])).violations;

  expect(planted).toEqual([
    expect.stringContaining(`by terms and events ${sent} for lateness until 2026-01-06`),
    expect.stringContaining(`by terms and events ${placed} for lateness until 2026-03-15`),
    expect.stringContaining(`by terms and events ${recalled} for lateness until 2026-03-21`),
    expect.stringContaining(`t/L1/1 notes: ${recalled + 1} for lateness`),
  ]);
});

/** An insolvency accepted on 3 January and told at noon on the 5th, as its event has it (`told`) and as the hold was made of it (`held`). */
const insolventSince = (told: string | undefined, held: string | undefined): Evidence => {
  const [id, heardAt] = ['/servicing/insolvent', '2026-01-05T04:00:00.000Z'];
  const evidence = late();
  const event = { id, place: 'in/1/20', loanId: 'L3', type: 'person-insolvent', order: 20, positionVersion: 2 };
  evidence.accepted.push({ ...event, acceptedAt: heardAt, acceptedWallAt: 2_000_000 });
  const record = { place: event.place, about: 'loan' as const, tenant: 't', id: 'insolvent', source: '/servicing' };
  const news = [{ news: 'person' as const, personId: 'P1', ...(told !== undefined && { insolventOn: told }) }];
  evidence.incoming.push({ ...record, bytes: 'insolvent', news });
  const stops = { stops: ['interest'], ...(held !== undefined && { interestFrom: held }) };
  const placed = { type: 'hold-placed', at: heardAt, hold: { id, from: heardAt, ...stops } };
  return retold(evidence, 't/L1/1', ([first, ...rest]) => [must(first), placed, ...rest]);
};

test.each([
  ['told late frees the days since', '2026-01-03', '2026-01-03', 10],
  ['whose day intake dropped frees them all the same', '2026-01-03', undefined, 10],
  ['whose day nobody told frees from the day it was heard of, whatever the hold says', undefined, '2026-01-03', 20],
])('an insolvency %s', (_what, told, held, expected) => {
  const [sent] = lateChargesOff(insolventSince(told, held)).violations;

  expect(sent).toContain(`by terms and events ${expected} for lateness until 2026-01-06`);
});

test('says nothing where the terms are such that nobody can reckon by them', () => {
  const compound = { penalty: { ...yearly(365_000), compound: { everyMonths: 1 } } };
  expect(lateChargesOff(under(compound, [1, 2, 3])).violations).toEqual([]);
});
