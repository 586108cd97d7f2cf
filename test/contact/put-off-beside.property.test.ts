import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { contactGate } from '@recourse/domain/contact/contact-gate';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { oneCall } from '@recourse/domain/contact/one-call';
import { attempts, gateAsk, ten } from '../builders/ask-gate.js';
import { lawOf, ruleOf } from '../builders/law-of.js';
import { drawCase } from '../law/drawn/law-case.js';
import { askedAt } from '../law/gate-laws.js';

const reserved = (at: string, minutes: number): LedgerEntry => ({
  actId: 'reserved',
  at,
  channel: 'call',
  purpose: 'collect',
  pointId: 'm1',
  open: true,
  connected: true,
  conversation: true,
  rightParty: true,
  reservedUntil: minutesLater(at, minutes),
});

test('what another call puts off is put off to the first instant from its end on at which every rule allows', () => {
  const seen = { atTheEnd: 0, later: 0 };
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 1_440 }), fc.boolean(), (seed, minutes, isReserved) => {
      const { ask } = drawCase(seed);
      const { at } = ask.attempt;
      const dials = isReserved ? [reserved(at, Math.ceil(minutes / 2))] : [];
      const asked = { ...ask, ledger: { ...ask.ledger, person: [...ask.ledger.person, ...dials] } };
      if (contactGate(asked).verdict !== 'allow') return;
      const end = minutesLater(at, minutes);

      const verdict = contactGate(asked, [oneCall([{ actId: 'other', begunAt: at }], at, minutes)]);

      const atTheEnd = contactGate(askedAt(asked, end));
      if (verdict.verdict !== 'defer') {
        expect(verdict.verdict).toBe('refuse');
        expect(atTheEnd.verdict).toBe('refuse');
        return;
      }
      expect(verdict.rules).toEqual(['dial-open']);
      expect(verdict.until >= end).toBe(true);
      expect(contactGate(askedAt(asked, verdict.until)).verdict).toBe('allow');
      if (atTheEnd.verdict === 'allow') expect(verdict.until).toBe(end);
      if (atTheEnd.verdict === 'defer') expect(verdict.until).toBe(atTheEnd.until);
      seen[verdict.until === end ? 'atTheEnd' : 'later'] += 1;
    }),
    { numRuns: 1_500 },
  );
  expect(seen.atTheEnd).toBeGreaterThan(2);
  expect(seen.later).toBeGreaterThan(2);
});

test('a reservation that ends while the other call goes on does not let it begin before', () => {
  const cap = { unit: 'attempt', scope: ['person'], limit: 3, days: 1, purposes: ['collect'] };
  const ask = gateAsk({
    law: lawOf(ruleOf('frequency-cap', cap)),
    ledger: { person: [...attempts(2), reserved(ten, 30)] },
  });

  const verdict = contactGate(ask, [oneCall([{ actId: 'other', begunAt: ten }], ten, 120)]);

  expect(verdict).toMatchObject({ verdict: 'defer', until: minutesLater(ten, 120), rules: ['R-1', 'dial-open'] });
});
