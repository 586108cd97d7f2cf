import { expect, test } from 'vitest';
import { countsOf } from './counts.js';
import { cleanEvidence } from './testing/clean-evidence.js';
import { violationsOf } from './testing/finds-only.js';
import { act, must, sms } from './testing/plant.js';

test('everything there is is counted once, and the events add up', () => {
  const counts = countsOf(cleanEvidence());

  expect(counts).toEqual({
    eventsPublished: 8,
    eventsTaken: 6,
    eventsDuplicate: 1,
    outcomesHeard: 3,
    notReadYet: 0,
    parkedRedriven: 0,
    parkedDiscarded: 1,
    parkedOpen: 1,
    casesOpen: 2,
    casesClosed: 1,
    workflowsRunning: 2,
    inboxWaiting: 1,
    journalEntries: 48,
    journalOnKafka: 48,
    journalRepeatedOnKafka: 3,
    attempts: 6,
    attemptsNeverSent: 1,
    attemptsUnderWay: 1,
    sendsOvertakenByPayment: 0,
    contactsByPermit: 0,
    contactsWithoutPermit: 0,
    breachesOpened: 0,
    breachesUnlawful: 0,
    contactsInUnreadWords: 0,
    receivedOutside: 5,
    attemptsBeforeOutsideLog: 0,
    attemptsOfNoLog: 0,
    tasks: 2,
    workflowRuns: 3,
    outcomesBeforeHistories: 0,
    loansNotReckoned: 0,
    lateNotReckoned: 0,
    lateBeforeLaw: 0,
  });
});

test('a demand in words that are no longer on file is counted: nobody can say what it said', () => {
  const evidence = cleanEvidence();
  act(evidence, sms).template = 'reminder-first@99';

  expect(countsOf(evidence).contactsInUnreadWords).toBe(1);
  expect(violationsOf(evidence)).toEqual({});
});

test.each([
  ['accepted while it was on its way', 1_000, '2026-01-06T02:00:00.000Z', 3, 1],
  ['accepted at the last moment a provider may start', 5_000, '2026-01-06T02:00:00.000Z', 3, 1],
  ['accepted later', 5_001, '2026-01-06T02:00:00.000Z', 3, 0],
  ['accepted when the provider had it', 1_000, '2026-01-06T02:30:00.000Z', 3, 0],
  ['that came before it in the order of the loan', 1_000, '2026-01-06T02:00:00.000Z', 1, 0],
])('a send is overtaken by a payment %s: %s ms, %s, order %s', (_what, afterMs, acceptedAt, order, expected) => {
  const evidence = cleanEvidence();
  const payment = must(evidence.accepted.find(({ id }) => id === '/servicing/e5'));
  Object.assign(payment, { order, acceptedAt, acceptedWallAt: act(evidence, sms).begunWallAt + afterMs });

  expect(countsOf(evidence).sendsOvertakenByPayment).toBe(expected);
});

test('attempts older than the logs of the outside world are told apart', () => {
  const evidence = cleanEvidence();

  const counts = countsOf({
    ...evidence,
    outside: { published: [], received: must(evidence.outside).received.slice(1) },
  });

  expect(counts.attemptsBeforeOutsideLog).toBe(1);
});

test('attempts of which the provider keeps no log are told apart', () => {
  expect(countsOf({ ...cleanEvidence(), unlogged: ['sms'] }).attemptsOfNoLog).toBe(1);
});

test('what ingest has not come to yet is told apart, and is neither lost nor told again', () => {
  const evidence = cleanEvidence();
  const e5 = must(evidence.incoming.find(({ id }) => id === 'e5'));
  evidence.incoming.push(
    { ...e5, place: 'in/0/8', unread: true },
    { ...e5, place: 'in/0/9', id: 'e9', unread: true },
    { place: 'out/0/9', about: 'contact', tenant: 't', attempt: 't/L1/1/1/sms-1/1', bytes: '', unread: true },
  );

  expect(countsOf(evidence)).toMatchObject({ notReadYet: 3, eventsDuplicate: 1 });
  expect(violationsOf(evidence)).toEqual({});
});
