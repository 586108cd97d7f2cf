import type { Evidence } from '../evidence.js';
import { expect, test } from 'vitest';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { must, outside, sms } from '../testing/plant.js';

const arrival = (evidence: Evidence, id: string) => must(outside(evidence).received.find((each) => each.id === id));

/** News of a person, told with a loan and taken at an instant. */
const told = (evidence: Evidence, type: string, personId: string, acceptedAt: string): void => {
  const event = { id: `/servicing/${type}`, place: 'in/1/20', loanId: 'L3', type, order: 20, positionVersion: 2 };
  evidence.accepted.push({ ...event, acceptedAt, acceptedWallAt: 2_000_000 });
  evidence.incoming.push({
    place: event.place,
    about: 'loan',
    tenant: 't',
    id: type,
    source: '/servicing',
    bytes: type,
    news: [{ news: 'person', personId }],
  });
};

findsOnly('sends-after-acceptance', [
  [
    'a message that arrived long after a payment',
    (evidence) => {
      const payment = must(evidence.accepted.find(({ id }) => id === '/servicing/e5'));
      payment.order = 3;
      payment.acceptedAt = '2026-01-06T02:00:03.000Z';
      arrival(evidence, sms).at = '2026-01-06T02:30:00.000Z';
    },
    `${sms} reached the world at 2026-01-06T02:30:00.000Z, after /servicing/e5 was accepted at 2026-01-06T02:00:03.000Z; it was begun at 2026-01-06T02:00:00.000Z`,
  ],
  [
    'a message begun after a payment that its order puts before',
    (evidence) => {
      const payment = must(evidence.accepted.find(({ id }) => id === '/servicing/e5'));
      payment.order = 3;
      payment.acceptedAt = '2026-01-06T01:00:00.000Z';
    },
    `${sms} was begun at 2026-01-06T02:00:00.000Z, after /servicing/e5 was accepted at 2026-01-06T01:00:00.000Z, and its order says before`,
  ],
  [
    'a message to somebody known to be dead',
    (evidence) => told(evidence, 'person-died', 'P1', '2026-01-06T01:00:00.000Z'),
    `${sms} was begun at 2026-01-06T02:00:00.000Z, after person-died /servicing/person-died was accepted at 2026-01-06T01:00:00.000Z`,
  ],
  [
    'a message that found somebody dead on its way, too late',
    (evidence) => {
      told(evidence, 'person-died', 'P1', '2026-01-06T02:00:03.000Z');
      arrival(evidence, sms).at = '2026-01-06T02:30:00.000Z';
    },
    `${sms} reached the world at 2026-01-06T02:30:00.000Z, after /servicing/person-died was accepted at 2026-01-06T02:00:03.000Z; it was begun at 2026-01-06T02:00:00.000Z`,
  ],
]);

test.each<[what: string, change: (evidence: Evidence) => void]>([
  [
    'arrived within what its provider was given, after a payment',
    (evidence) => {
      Object.assign(must(evidence.accepted.find(({ id }) => id === '/servicing/e5')), {
        order: 3,
        acceptedAt: '2026-01-06T02:00:03.000Z',
      });
      arrival(evidence, sms).at = '2026-01-06T02:00:09.000Z';
    },
  ],
  [
    'went to somebody else than the dead',
    (evidence) => told(evidence, 'person-died', 'P9', '2026-01-06T01:00:00.000Z'),
  ],
  [
    'began in the very instant of a death',
    (evidence) => told(evidence, 'person-died', 'P1', '2026-01-06T02:00:00.000Z'),
  ],
  [
    'began when somebody had found that the person is alive',
    (evidence) => {
      told(evidence, 'person-died', 'P1', '2026-01-05T01:00:00.000Z');
      must(evidence.persons[0]).holds.push({
        id: '/servicing/person-died',
        reason: 'death',
        scope: { person: 'P1' },
        stops: ['contact'],
        from: '2026-01-05T01:00:00.000Z',
        endedAt: '2026-01-06T01:00:00.000Z',
      });
    },
  ],
])('a message that %s is no violation', (_what, change) => {
  const evidence = cleanEvidence();

  change(evidence);

  expect(violationsOf(evidence)).toEqual({});
});
