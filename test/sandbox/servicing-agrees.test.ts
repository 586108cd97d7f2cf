import { receiveEvent } from '@recourse/activities/intake/receive-event';
import { compareWithServicing } from '@recourse/domain/case/compare-with-servicing';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { expect, test } from 'vitest';
import { headersOf } from '../../services/sandbox/src/kafka-out.js';
import { loanAnswer } from '../../services/sandbox/src/loan-answer.js';
import { instantOf } from '../../services/sandbox/src/local-time.js';
import { makePortfolio } from '../../services/sandbox/src/portfolio.js';
import type { OutgoingEvent } from '../../services/sandbox/src/servicing-event.js';
import { makeWorld } from '../../services/sandbox/src/world.js';
import { MemoryIntake } from '../fakes/memory-intake.js';
import { noLaw } from '../builders/no-law.js';

const from = '2025-12-01';
const until = '2026-05-30T00:00:00.000Z';

test('what servicing answers when a case opens is what its events have told, in the whole portfolio', async () => {
  const sent: OutgoingEvent[] = [];
  const out = {
    put: (event: OutgoingEvent) => void sent.push(event),
    flush: async () => 0,
    close: async () => undefined,
  };
  const startsAt = instantOf(from, '00:00', 'Asia/Shanghai');
  const world = makeWorld({ tenant: 't', seed: 'sandbox', clock: 'test', startsAt, out });
  const portfolio = makePortfolio({ seed: 'sandbox', loans: 240, persons: 200, from });
  for (const loan of portfolio.loans) world.addLoan(loan);
  const store = new MemoryIntake();
  store.tenants.set('t', {});
  const receive = receiveEvent({ read: loanEventReader(() => true), store, law: noLaw });

  let offset = 0;
  const opened = new Set<string>();
  const differing: unknown[] = [];
  for (let at = world.agenda.next(); at !== undefined && at < until; at = world.agenda.next()) {
    world.play(at);
    store.tenants.set('t', { now: at });
    for (const event of sent.splice(0)) {
      const { topic, key, body } = event;
      await receive({
        topic,
        partition: 0,
        offset: BigInt(offset++),
        key,
        value: Buffer.from(body),
        headers: headersOf(event),
        timestampMs: 0,
      });
    }
    for (const { loanId, openCase, terms, position, positionVersion: version } of store.loans.values()) {
      if (openCase === undefined || opened.has(openCase) || !terms) continue;
      opened.add(openCase);
      const theirs = world.book.loan(loanId);
      const found = compareWithServicing(theirs && loanAnswer(theirs), {
        loanId,
        terms,
        position: { ...position, version },
      });
      if (found.result !== 'verified') differing.push([openCase, at, theirs?.script.path, found]);
    }
  }
  expect(opened.size).toBeGreaterThan(200);
  expect(differing).toEqual([]);
});
