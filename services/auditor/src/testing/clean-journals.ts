import { contentHash } from '../content-hash.js';
import type { Entry, Fact } from '../evidence.js';

/** For tests: a journal as the product would seal it. */
export const sealed = (caseId: string, facts: Fact[]): Entry[] => {
  let prevHash = '0'.repeat(64);
  return facts.map((fact, index) => {
    const said = { caseId, seq: index + 1, fact, consumedThrough: 0, actor: 'case', prevHash };
    const hash = contentHash(said);
    prevHash = hash;
    return { caseId, seq: index + 1, prevHash: said.prevHash, hash, contentHash: hash, fact };
  });
};

const opened = (at: string): Fact[] => [
  { type: 'case-opened', at, terms: { tolerance: 100 }, anchorOn: '2026-01-01' },
  { type: 'strategy-pinned', at, strategy: { name: 'clean', version: 1 } },
];
const noted = (at: string, arrears: number): Fact => ({ type: 'position-noted', at, arrears });
const entered = (at: string, stage: string, from: string | undefined, because: string): Fact => ({
  type: 'stage-entered',
  at,
  stage,
  because,
  criteria: because === 'condition-met' ? [{ fact: 'ladder-age', held: true }] : [],
  ...(from && { from }),
});
const planned = (at: string, id: string, dueAt: string, readPosition: number): Fact => ({
  type: 'step-planned',
  at,
  plan: { id, dueAt, readPosition },
});
const concluded = (at: string, planId: string): Fact => ({ type: 'contact-concluded', at, planId, consumesTry: true });
const done = (at: string, step: string, round = 1): Fact => ({ type: 'step-done', at, round, step });

/** For tests: three cases, each told to the end. */
export const cleanJournals = (): Entry[] => [
  // Paid while it was with an agency: taken back at night, now watched.
  ...sealed('t/L1/1', [
    ...opened('2026-01-02T00:00:00.000Z'),
    noted('2026-01-02T00:00:00.000Z', 5_000),
    entered('2026-01-05T16:00:00.000Z', 'reminder', undefined, 'grace-passed'),
    planned('2026-01-05T16:00:00.000Z', 't/L1/1/1/sms-1/1', '2026-01-06T02:00:00.000Z', 1),
    concluded('2026-01-06T02:30:00.000Z', 't/L1/1/1/sms-1/1'),
    done('2026-01-06T02:30:00.000Z', 'sms-1'),
    entered('2026-01-13T16:00:00.000Z', 'call', 'reminder', 'condition-met'),
    {
      type: 'stage-passed-over',
      at: '2026-02-05T16:00:00.000Z',
      stage: 'visit',
      criteria: [
        { fact: 'ladder-age', held: true },
        { fact: 'arrears', held: false },
      ],
    },
    entered('2026-03-05T16:00:00.000Z', 'outsourcing', 'call', 'condition-met'),
    planned('2026-03-05T16:00:00.000Z', 't/L1/1/1/place-1/1', '2026-03-15T15:30:00.000Z', 1),
    concluded('2026-03-15T15:30:00.000Z', 't/L1/1/1/place-1/1'),
    done('2026-03-15T15:30:00.000Z', 'place-1'),
    noted('2026-03-20T16:00:00.000Z', 0),
    planned('2026-03-20T16:00:00.000Z', 't/L1/1/1/recall/1', '2026-03-20T16:00:00.000Z', 2),
    concluded('2026-03-20T16:00:00.000Z', 't/L1/1/1/recall/1'),
    entered('2026-03-20T16:00:00.000Z', 'monitoring', 'outsourcing', 'cured'),
    planned('2026-03-20T16:00:00.000Z', 't/L1/1/1/review/1', '2026-06-20T16:00:00.000Z', 2),
  ]),
  // Of the same person: reminded in the same message; a notice is under way, one try of it never went out.
  ...sealed('t/L2/1', [
    ...opened('2026-01-02T00:00:00.000Z'),
    noted('2026-01-02T00:00:00.000Z', 9_000),
    entered('2026-01-05T16:00:00.000Z', 'reminder', undefined, 'grace-passed'),
    planned('2026-01-05T16:00:00.000Z', 't/L2/1/1/sms-1/1', '2026-01-06T02:10:00.000Z', 1),
    concluded('2026-01-06T02:30:00.000Z', 't/L2/1/1/sms-1/1'),
    done('2026-01-06T02:30:00.000Z', 'sms-1'),
    planned('2026-03-20T16:00:00.000Z', 't/L2/1/1/notice/1', '2026-03-21T14:30:00.000Z', 2),
  ]),
  // Visited, paid, relapsed, paid again, closed.
  ...sealed('t/L3/1', [
    ...opened('2026-01-02T00:00:00.000Z'),
    noted('2026-01-02T00:00:00.000Z', 7_000),
    entered('2026-01-03T05:00:00.000Z', 'reminder', undefined, 'grace-passed'),
    entered('2026-01-10T05:00:00.000Z', 'call', 'reminder', 'condition-met'),
    planned('2026-01-10T05:00:00.000Z', 't/L3/1/1/call-1/1', '2026-01-11T15:00:00.000Z', 1),
    { type: 'try-missed', at: '2026-01-11T21:00:00.000Z', planId: 't/L3/1/1/call-1/1', because: 'missed' },
    planned('2026-01-11T21:00:00.000Z', 't/L3/1/1/call-1/2', '2026-01-13T15:00:00.000Z', 1),
    concluded('2026-01-13T16:00:00.000Z', 't/L3/1/1/call-1/2'),
    done('2026-01-13T16:00:00.000Z', 'call-1'),
    entered('2026-02-01T05:00:00.000Z', 'visit', 'call', 'condition-met'),
    planned('2026-02-01T05:00:00.000Z', 't/L3/1/1/visit-1/1', '2026-02-02T14:00:00.000Z', 1),
    concluded('2026-02-02T15:00:00.000Z', 't/L3/1/1/visit-1/1'),
    done('2026-02-02T15:00:00.000Z', 'visit-1'),
    noted('2026-02-04T05:00:00.000Z', 100),
    entered('2026-02-04T05:00:00.000Z', 'monitoring', 'visit', 'cured'),
    noted('2026-02-20T05:00:00.000Z', 7_000),
    entered('2026-02-21T05:00:00.000Z', 'reminder', 'monitoring', 'relapsed'),
    noted('2026-02-25T05:00:00.000Z', 0),
    entered('2026-02-25T05:00:00.000Z', 'monitoring', 'reminder', 'cured'),
    { type: 'step-planned', at: '2026-03-25T05:00:00.000Z', plan: { ending: 'cured' } },
    { type: 'case-closed', at: '2026-03-25T05:00:00.000Z', ending: 'cured' },
  ]),
];
