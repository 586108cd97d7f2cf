import { expect, test } from 'vitest';
import type { AuditedHold, Evidence } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { call, inserted, must, sms, visit } from '../testing/plant.js';

const notice = 't/L2/1/1/notice/1';
const hold = (scope: AuditedHold['scope'], more: Partial<AuditedHold> = {}): AuditedHold => ({
  id: 'h',
  reason: 'dispute',
  scope,
  stops: ['contact'],
  from: '2026-01-05T00:00:00.000Z',
  until: '2026-01-07T00:00:00.000Z',
  ...more,
});

findsOnly('contacts-while-held', [
  [
    'a message under a hold on a loan it spoke of too',
    ({ loans }) => void must(loans[1]).holds.push(hold({ loan: 'L2' })),
    `${sms} began at 2026-01-06T02:00:00.000Z under the hold h (dispute)`,
  ],
  [
    'a message under a hold on the person',
    ({ persons }) => void must(persons[0]).holds.push(hold({ person: 'P1' })),
    `${sms} began at 2026-01-06T02:00:00.000Z under the hold h (dispute)`,
  ],
  [
    'a call of a number held for everybody who has it',
    ({ points }) =>
      void points.push({
        blindIndex: 'number of P3',
        holds: [hold({ point: 'as another calls it' }, { until: '2026-02-01T00:00:00.000Z' })],
      }),
    `${call} began at 2026-01-13T15:30:00.000Z under the hold h (dispute)`,
  ],
  [
    'a visit under a hold that only the journal tells of',
    (evidence) =>
      inserted(evidence, 't/L3/1', 'strategy-pinned', {
        type: 'hold-placed',
        at: '2026-02-01T00:00:00.000Z',
        hold: hold({ loan: 'L3' }, { from: '2026-02-01T00:00:00.000Z', until: '2026-02-03T00:00:00.000Z' }),
      }),
    `${visit} began at 2026-02-02T14:00:00.000Z under the hold h (dispute)`,
  ],
  [
    'a notice the law demands, to somebody dead',
    ({ persons }) =>
      void must(persons[0]).holds.push(
        hold(
          { person: 'P1' },
          { reason: 'death', from: '2026-03-21T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' },
        ),
      ),
    [
      `${notice} began at 2026-03-21T15:00:00.000Z under the hold h (death)`,
      `${notice}~6 began at 2026-03-21T14:30:00.000Z under the hold h (death)`,
    ],
  ],
]);

test.each<[what: string, change: (evidence: Evidence) => Evidence | void]>([
  ['on another number', ({ persons }) => void must(persons[0]).holds.push(hold({ point: 'other' }))],
  [
    'that stops only escalation',
    ({ loans }) => void must(loans[0]).holds.push(hold({ loan: 'L1' }, { stops: ['escalation'] })),
  ],
  [
    'placed in the very instant',
    ({ loans }) => void must(loans[0]).holds.push(hold({ loan: 'L1' }, { from: '2026-01-06T02:00:00.000Z' })),
  ],
  [
    'ended before, as the document says',
    ({ loans }) => void must(loans[0]).holds.push(hold({ loan: 'L1' }, { endedAt: '2026-01-06T02:00:00.000Z' })),
  ],
  [
    'ended before, as a journal says',
    (evidence) => {
      must(evidence.persons[0]).holds.push(hold({ person: 'P1' }));
      return inserted(evidence, 't/L1/1', 'strategy-pinned', {
        type: 'hold-ended',
        at: '2026-01-06T01:00:00.000Z',
        holdId: 'h',
      });
    },
  ],
  [
    'ended before, as the document says and the journal that placed it does not',
    (evidence) => {
      const placed = hold({ loan: 'L1' }, { from: '2026-01-05T16:00:00.000Z' });
      must(evidence.loans[0]).holds.push({ ...placed, endedAt: '2026-01-06T01:00:00.000Z' });
      return inserted(evidence, 't/L1/1', 'strategy-pinned', { type: 'hold-placed', at: placed.from, hold: placed });
    },
  ],
  [
    'told of afterwards, with a beginning in the past',
    (evidence) => {
      must(evidence.persons[0]).holds.push(hold({ person: 'P1' }, { id: '/servicing/e5/hold/1' }));
    },
  ],
  [
    'under which a notice the law demands may go',
    (evidence) => {
      must(evidence.loans[1]).holds.push(
        hold({ loan: 'L2' }, { from: '2026-03-20T00:00:00.000Z', until: '2026-04-01T00:00:00.000Z' }),
      );
    },
  ],
])('a contact beside a hold %s is no violation', (_what, change) => {
  const evidence = cleanEvidence();

  expect(violationsOf(change(evidence) ?? evidence)).toEqual({});
});
