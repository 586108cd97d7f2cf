import { expect, test } from 'vitest';
import type { AuditedHold } from '../audited-hold.js';
import type { Evidence, Fact } from '../evidence.js';
import { heldBy } from '../held-by.js';
import { cleanEvidence, retold } from '../testing/clean-evidence.js';
import { sealed } from '../testing/clean-journals.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { more, moreOf } from '../testing/more-of.js';
import { act, call, inserted, must, sms, visit } from '../testing/plant.js';

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

/** The borrower is not known: placed by the case, and ended. */
const heldFor = (loan: string, from: string, endedAt?: string): Fact[] => [
  {
    type: 'hold-placed',
    at: from,
    hold: { id: 'verification/P3', reason: 'verification', scope: { loan }, stops: ['contact', 'escalation'], from },
  },
  ...(endedAt ? [{ type: 'hold-ended', at: endedAt, holdId: 'verification/P3' }] : []),
];

const toAttorney = more(1);

/** A lawyer of P1 who is called about the loan while P1 is held for this reason. */
const callAttorney = (evidence: Evidence, reason: string): void => {
  evidence.persons.push({
    personId: 'P5',
    zone: 'Asia/Shanghai',
    relations: [{ to: 'P1', role: 'attorney' }],
    holds: [],
  });
  moreOf(evidence, sms, [0.25], {
    kind: 'place-call',
    channel: 'call',
    loan: 'L1',
    personId: 'P5',
    result: 'answered',
    concludedAt: '2026-01-06T03:00:00.000Z',
  });
  const during = { from: '2026-01-06T02:05:00.000Z', until: '2026-01-06T04:00:00.000Z' };
  must(evidence.persons[0]).holds.push(
    hold({ person: 'P1' }, { id: 'r', ...during, reason: 'represented' }),
    hold({ person: 'P1' }, { reason, ...during }),
  );
};

findsOnly('contacts-while-held', [
  [
    'a call to the lawyer of somebody who asked to be left alone',
    (evidence) => callAttorney(evidence, 'cease-request'),
    `${toAttorney} began at 2026-01-06T02:15:00.000Z under the hold h (cease-request)`,
  ],
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
    'a visit under a hold that stops only escalation',
    (evidence) =>
      inserted(evidence, 't/L3/1', 'strategy-pinned', {
        type: 'hold-placed',
        at: '2026-02-01T00:00:00.000Z',
        hold: hold(
          { loan: 'L3' },
          { stops: ['escalation'], from: '2026-02-01T00:00:00.000Z', until: '2026-02-03T00:00:00.000Z' },
        ),
      }),
    `${visit} began at 2026-02-02T14:00:00.000Z under the hold h (dispute)`,
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
    'a visit under a hold whose like on another loan of the person has ended',
    (evidence) => {
      const others = retold(evidence, 't/L2/1', (facts) => [
        ...facts.slice(0, 2),
        ...heldFor('L2', '2026-01-02T00:00:00.000Z', '2026-01-05T00:00:00.000Z'),
        ...facts.slice(2),
      ]);
      return inserted(others, 't/L3/1', 'strategy-pinned', must(heldFor('L3', '2026-02-01T06:00:00.000Z')[0]));
    },
    `${visit} began at 2026-02-02T14:00:00.000Z under the hold verification/P3 (verification)`,
  ],
  [
    'a visit under a hold that had ended in the same case and was placed again',
    (evidence) =>
      retold(evidence, 't/L3/1', (facts) => [
        ...facts.slice(0, 2),
        ...heldFor('L3', '2026-01-02T00:00:00.000Z', '2026-01-05T00:00:00.000Z'),
        ...heldFor('L3', '2026-02-01T06:00:00.000Z', '2026-02-02T14:00:00.001Z'),
        ...facts.slice(2),
      ]),
    `${visit} began at 2026-02-02T14:00:00.000Z under the hold verification/P3 (verification)`,
  ],
  [
    'a message under a hold of the outcome that ended on another of its loans',
    (evidence) => {
      for (const loan of evidence.loans.slice(0, 2))
        loan.holds.push(
          hold({ loan: loan.loanId }, { ...(loan.loanId === 'L2' && { endedAt: '2026-01-05T12:00:00.000Z' }) }),
        );
    },
    `${sms} began at 2026-01-06T02:00:00.000Z under the hold h (dispute)`,
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
  ['that is the reason to call a lawyer', (evidence) => callAttorney(evidence, 'represented')],
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
    'that ended before in its own case',
    (evidence) =>
      retold(evidence, 't/L3/1', (facts) => [
        ...facts.slice(0, 2),
        ...heldFor('L3', '2026-01-02T00:00:00.000Z', '2026-01-05T00:00:00.000Z'),
        ...facts.slice(2),
      ]),
  ],
  [
    'that ended with a case of the loan before this one',
    (evidence) => {
      const at = '2026-01-01T00:00:00.000Z';
      const before = sealed('t/L3/0', [
        { type: 'case-opened', at, terms: { tolerance: 100 } },
        ...heldFor('L3', at),
        { type: 'case-closed', at: '2026-01-01T12:00:00.000Z', ending: 'withdrawn' },
      ]);
      const held = { ...evidence, journal: [...evidence.journal, ...before] };
      expect(heldBy(held)(act(held, visit)).map(({ id, endedAt }) => [id, endedAt])).toContainEqual([
        'verification/P3',
        '2026-01-01T12:00:00.000Z',
      ]);
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

test.each([
  ['an event before it in the order of the loan, whatever the clocks say', 1, true],
  ['an event after it in the order of the loan', 3, false],
])('a hold by %s', (_what, order, isFound) => {
  const evidence = cleanEvidence();
  const event = must(evidence.accepted.find(({ id }) => id === '/servicing/e1'));
  const at = '2026-01-06T02:00:00.000Z';
  Object.assign(event, { order, acceptedAt: at });
  must(evidence.persons[0]).holds.push(hold({ person: 'P1' }, { id: event.id, reason: 'death', from: at }));

  expect((violationsOf(evidence)['contacts-while-held'] ?? []).some((each) => each.startsWith(sms))).toBe(isFound);
});
