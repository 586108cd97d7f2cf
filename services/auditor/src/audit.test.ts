import type { Fact } from './evidence.js';
import { expect, test } from 'vitest';
import { audit } from './audit.js';
import { cleanEvidence, retold } from './testing/clean-evidence.js';
import { violationsOf, type Plant } from './testing/finds-only.js';
import { act, call, changed, drop, must, outside, recall, sms } from './testing/plant.js';

test('a world in which everything is as it must be has no violation', () => {
  expect(violationsOf(cleanEvidence())).toEqual({});
});

test('a missing entry in the middle of a journal is a gap, and the chain is broken where it was', () => {
  const evidence = cleanEvidence();
  drop(evidence.journal, ({ caseId, seq }) => caseId === 't/L1/1' && seq === 7);

  expect(Object.keys(violationsOf(evidence))).toEqual(['sequence-gaps', 'broken-chain', 'journal-against-kafka']);
});

test.each([
  [1, 't/L1/1: 2 stands where 1 should'],
  [7, 't/L1/1: 8 stands where 7 should'],
])('a gap is told by its place: %s', (missing, words) => {
  const evidence = cleanEvidence();
  drop(evidence.journal, ({ caseId, seq }) => caseId === 't/L1/1' && seq === missing);

  expect(violationsOf(evidence)['sequence-gaps']).toEqual([words]);
});

test('a journal that was rewritten as a whole, hashes and all, no longer agrees with Kafka', () => {
  const before = cleanEvidence();
  const rewritten = changed(before, 't/L2/1', 'position-noted', (fact) => ({ ...fact, arrears: 8_000 }));

  const violations = violationsOf({ ...rewritten, onKafka: before.onKafka });

  expect(Object.keys(violations)).toEqual(['journal-against-kafka']);
  expect(violations['journal-against-kafka']).toHaveLength(6);
});

const notMinded: [what: string, plant: Plant][] = [
  [
    'that Kafka no longer holds its beginning',
    (evidence) => ({
      ...evidence,
      kafkaIsCut: true,
      onKafka: evidence.onKafka.slice(-4),
      incoming: evidence.incoming.slice(2),
    }),
  ],
  [
    'a contact at 08:00 and one at 20:59',
    (evidence) => {
      for (const [id, at] of [
        [sms, '2026-01-06T00:00:00.000Z'],
        [call, '2026-01-14T01:59:59.999Z'],
      ] as const) {
        act(evidence, id).begunAt = at;
        must(outside(evidence).received.find((each) => each.id === id)).at = at;
      }
      return retold(evidence, 't/L3/1', (facts) =>
        facts.map((fact) =>
          fact.type === 'step-done' && fact['step'] === 'call-1' ? { ...fact, at: '2026-01-14T02:00:00.000Z' } : fact,
        ),
      );
    },
  ],
  [
    'a message that arrives some seconds after it began, in the last moment before closing',
    (evidence) => {
      const sent = act(evidence, sms);
      sent.begunAt = '2026-01-05T16:00:00.000Z';
      sent.begunAt = '2026-01-06T12:59:54.500Z';
      must(outside(evidence).received.find((each) => each.id === sms)).at = '2026-01-06T12:59:59.999Z';
      return retold(
        retold(evidence, 't/L1/1', (facts) =>
          facts.map((fact) =>
            fact.type === 'step-done' && fact['step'] === 'sms-1' ? { ...fact, at: '2026-01-06T13:30:00.000Z' } : fact,
          ),
        ),
        't/L2/1',
        (facts) =>
          facts.map((fact) => (fact.type === 'step-done' ? { ...fact, at: '2026-01-06T13:30:00.000Z' } : fact)),
      );
    },
  ],
  [
    'a payment in the very moment after a contact began',
    (evidence) => void (must(evidence.accepted.find(({ id }) => id === '/servicing/e5')).order = 3),
  ],
  [
    'a recall on an old position, of a loan with an event set aside',
    (evidence) => {
      evidence.parked.push({ id: 'in/1/7', loanId: 'L1', status: 'parked', parkedAt: '2026-03-20T00:00:00.000Z' });
      must(act(evidence, recall).covers[0]).readPosition = 1;
    },
  ],
  [
    'a contact in the same instant in which an event was set aside or resolved',
    ({ parked }) => {
      parked.push({ id: 'a', loanId: 'L1', status: 'parked', parkedAt: '2026-03-15T15:30:00.000Z' });
      parked.push({
        id: 'b',
        loanId: 'L1',
        status: 'discarded',
        parkedAt: '2026-03-15T00:00:00.000Z',
        resolvedAt: '2026-03-15T15:30:00.000Z',
      });
    },
  ],
  [
    'a message that the provider refused',
    (evidence) => {
      const refused = act(evidence, sms);
      refused.result = 'failed';
      delete refused.acceptedAt;
      drop(outside(evidence).received, ({ id }) => id === sms);
    },
  ],
  [
    'attempts older than a log that was begun anew',
    (evidence) => {
      evidence.outside = { published: [], received: outside(evidence).received.filter(({ id }) => id === recall) };
    },
  ],
  ['a log that remembers nothing', (evidence) => void (evidence.outside = { published: [], received: [] })],
  [
    'a stage that the strategy does not have',
    (evidence) => {
      const noVisit = {
        name: 'clean',
        version: 1,
        stages: must(evidence.strategies[0]).stages.filter(({ stage }) => stage !== 'visit'),
      };
      const [l1] = [retold(evidence, 't/L1/1', (facts) => facts.filter(({ type }) => type !== 'stage-passed-over'))];
      return {
        ...retold(l1, 't/L3/1', (facts) =>
          facts.map((fact) =>
            fact.type === 'strategy-pinned' ? { ...fact, strategy: { name: 'other', version: 1 } } : fact,
          ),
        ),
        strategies: [noVisit],
      };
    },
  ],
  ['the notice of a plan just past', (evidence) => void (evidence.now = '2026-03-21T15:30:00.000Z')],
];

const entering = (stage: string, from: string, because: string, day: number): Fact => ({
  type: 'stage-entered',
  at: `2026-03-2${day}T00:00:00.000Z`,
  stage,
  from,
  because,
});

notMinded.push(
  ...['email', 'letter'].map((channel): [string, Plant] => [
    `a demanded notice at night by ${channel}`,
    (evidence) => void (act(evidence, 't/L2/1/1/notice/1').channel = channel),
  ]),
  [
    'an answer to what a person asked, at night, whatever was paid or set aside',
    (evidence) => {
      const answer = act(evidence, 't/L2/1/1/notice/1');
      answer.purpose = 'service';
      answer.template = 'receipt@1';
      must(answer.covers[0]).readPosition = 1;
      evidence.parked.push({ id: 'x', loanId: 'L2', status: 'parked', parkedAt: '2026-03-21T14:45:00.000Z' });
    },
  ],
  [
    'a withdrawal on an old position',
    (evidence) => {
      act(evidence, recall).kind = 'withdraw-from-legal';
      must(act(evidence, recall).covers[0]).readPosition = 1;
    },
  ],
  [
    'the late outcome of a try that was concluded before',
    (evidence) =>
      retold(evidence, 't/L1/1', (facts) => [
        ...facts,
        { type: 'contact-concluded', at: '2026-03-21T00:00:00.000Z', planId: sms, consumesTry: false },
      ]),
  ],
  [
    'clocks that differ by five seconds',
    (evidence) => void (must(outside(evidence).received.find(({ id }) => id === call)).at = '2026-01-13T15:29:55.000Z'),
  ],
  [
    "a partner's report about a case that is closed",
    (evidence) => {
      const report = must(evidence.incoming.find(({ id }) => id === 'o2'));
      report.attempt = 't/L3/1/1/place-1/1';
      drop(evidence.inbox, ({ itemId }) => itemId === '/sandbox/agency/o2');
    },
  ],
  [
    'a payment taken back while it was watched, then younger arrears, then a cure',
    (evidence) =>
      retold(evidence, 't/L1/1', (facts) => [
        ...facts,
        { type: 'position-noted', at: '2026-03-21T00:00:00.000Z', arrears: 5_000 },
        entering('outsourcing', 'monitoring', 'payment-reversed', 1),
        entering('reminder', 'outsourcing', 'arrears-reduced', 2),
        { type: 'position-noted', at: '2026-03-26T00:00:00.000Z', arrears: 0 },
        entering('monitoring', 'reminder', 'cured', 6),
      ]),
  ],
  [
    'an episode that goes on where a reversed payment left it',
    (evidence) => changed(evidence, 't/L2/1', 'stage-entered', (fact) => ({ ...fact, because: 'payment-reversed' })),
  ],
);

test.each(notMinded)('%s is no violation', (_what, plant) => {
  const evidence = cleanEvidence();

  expect(violationsOf(plant(evidence) ?? evidence)).toEqual({});
});

test('without the outside logs what arrived there is told as unchecked, and the rest is audited', () => {
  const { outside: _none, ...evidence } = cleanEvidence();

  const findings = audit(evidence);

  expect(findings.filter(({ unchecked }) => unchecked).map(({ check }) => check)).toEqual([
    'unrecorded-attempts',
    'unsent-attempts',
    'sends-after-acceptance',
    'caps-exceeded',
    'rests-broken',
    'amounts-off-position',
  ]);
  expect(violationsOf(evidence)).toEqual({});
});
