import { expect, test } from 'vitest';
import { arrearsOf, oldestUnpaid } from './loan-account.js';
import { addDays, dayOf, daysBetween, instantOf } from './local-time.js';
import { makePortfolio } from './portfolio.js';
import type { OutgoingEvent } from './servicing-event.js';
import { makeWorld } from './world.js';

const zone = 'Asia/Shanghai';
const from = '2025-12-01';
const days = 181;

/** A lender without memory or mercy: what a ladder does by days past due, one person's loans at a time. */
function collectFor(seed: string, loans = 60, persons = 50) {
  const sent: OutgoingEvent[] = [];
  const out = {
    put: (event: OutgoingEvent) => void sent.push(event),
    flush: async () => 0,
    close: async () => undefined,
  };
  const world = makeWorld({ tenant: 't', seed, clock: 'test', startsAt: instantOf(from, '00:00', zone), out });
  const portfolio = makePortfolio({ seed, loans, persons, from });
  for (const loan of portfolio.loans) world.addLoan(loan);
  world.directory.add(portfolio.persons);
  const notAfter = '2999-01-01T00:00:00.000Z';
  const wall = new Date('2026-01-01');
  const placed = new Map<string, string>();

  for (let day = 0; day < days; day += 1) {
    const today = addDays(from, day);
    for (const [time, step] of [
      ['10:00', 'write'],
      ['14:00', 'speak'],
      ['23:30', 'rest'],
    ] as const) {
      const at = instantOf(today, time, zone);
      world.play(at);
      for (const loan of portfolio.loans) {
        if (arrearsOf(loan.account) === 0) continue;
        const person = portfolio.persons.find(({ personId }) => personId === loan.personId);
        const value = (kind: string) => person?.points.find((point) => point.kind === kind)?.value ?? '';
        const dpd = daysBetween(oldestUnpaid(loan.account)?.dueOn ?? today, dayOf(at, loan.terms.zone));
        const id = `t/${loan.loanId}/${today}/${dpd}`;
        const about = {
          id,
          loan: loan.loanId,
          person: loan.personId,
          amount: arrearsOf(loan.account),
          currency: loan.terms.currency,
          notAfter,
        };
        if (step === 'write' && [4, 5].includes(dpd))
          world.messages.take(
            { id, channel: 'sms', to: value('mobile'), language: 'zh', text: 'CNY 1.00', notAfter },
            at,
            wall,
          );
        if (step === 'write' && dpd >= 70 && !placed.has(loan.loanId)) {
          world.agency.hand('agency-1', about, at, wall);
          placed.set(loan.loanId, 'agency');
        }
        if (step === 'write' && dpd >= 138 && placed.get(loan.loanId) === 'agency') {
          world.lawFirm.hand('firm-1', about, at, wall);
          placed.set(loan.loanId, 'law');
        }
        if (step === 'speak' && dpd === 8)
          world.messages.take(
            { id, channel: 'dialler', to: value('mobile'), language: 'zh', text: '', notAfter },
            at,
            wall,
          );
        if (step === 'speak' && [10, 12, 14, 18, 20, 22, 26, 28].includes(dpd))
          world.telephone.speak('call', id, value('mobile'), at);
        if (step === 'speak' && [33, 40].includes(dpd)) world.telephone.speak('visit', id, value('address'), at);
      }
    }
  }
  return { world, sent, portfolio };
}

test('the default portfolio shows everything it plans to, under a plain ladder of 180 days', () => {
  const { world } = collectFor('sandbox');

  const short = world.deeds().filter(({ times, minimum }) => times < minimum);

  expect(short).toEqual([]);
  expect(world.deeds().length).toBeGreaterThan(18);
});

test('the same seed and the same calls give the same events, byte for byte; another seed gives others', () => {
  const first = collectFor('sandbox');
  const again = collectFor('sandbox');
  const other = collectFor('other');

  expect(again.sent).toEqual(first.sent);
  expect(again.world.received.all()).toEqual(first.world.received.all());
  expect(other.sent).not.toEqual(first.sent);
});

test('every event is published no earlier than it happened, and few instants of a day are used', () => {
  const { world } = collectFor('sandbox');
  const events = world.events.all();

  expect(events.filter(({ publishedAt, time }) => publishedAt < time)).toEqual([]);
  const instants = new Set(events.map(({ publishedAt }) => publishedAt));
  expect(instants.size / days).toBeLessThan(2);
});

test('what servicing tells adds up, except where it is poison', () => {
  const { sent, world } = collectFor('sandbox');
  const poison = new Set(
    world.events
      .all()
      .filter((event) => event.poison)
      .map(({ id }) => id),
  );

  const missed = sent
    .filter(({ type, id }) => type.includes('instalment-missed') && !poison.has(id))
    .map(({ body }) => JSON.parse(body));
  expect(missed.length).toBeGreaterThan(80);
  for (const { instalment, arrearsTotal, outstandingTotal } of missed) {
    expect(arrearsTotal).toBeGreaterThanOrEqual(instalment.due.principal + (instalment.due.interest ?? 0));
    expect(outstandingTotal).toBeGreaterThanOrEqual(arrearsTotal);
  }
  expect(poison.size).toBe(3);
});

test('a big portfolio has as many loans and persons as were ordered', () => {
  const { loans, persons } = makePortfolio({ seed: 's', loans: 240, persons: 200, from });

  expect([loans.length, persons.length]).toEqual([240, 200]);
  expect(new Set(persons.flatMap(({ points }) => points.map(({ value }) => value))).size).toBe(800);
});
