import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '@recourse/domain/calendar/instant';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { contactGate } from '@recourse/domain/contact/contact-gate';
import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { unreachable } from '@recourse/domain/contact/unreachable';
import { drawCase } from '../law/drawn/law-case.js';
import { askedAt, isNever } from '../law/gate-laws.js';
import { attempts, gateAsk, shanghai, ten } from '../builders/ask-gate.js';
import { lawOf, ruleOf } from '../builders/law-of.js';

/** A dial that a permit reserves from `at` on, in both ledgers. */
const reserving = (ask: GateAsk, dials: LedgerEntry[]): GateAsk => ({
  ...ask,
  ledger: { ...ask.ledger, person: [...ask.ledger.person, ...dials], point: [...ask.ledger.point, ...dials] },
});
const open = (nth: number, at: Instant): LedgerEntry => ({
  actId: `reserved-${nth}`,
  at,
  channel: 'call',
  purpose: 'collect',
  pointId: 'm1',
  open: true,
  connected: true,
  conversation: true,
  rightParty: true,
});
/** How many, and how long before they are asked about they were granted and how long they last, in minutes. */
const reservations = fc.record({
  seed: fc.nat(),
  dials: fc.integer({ min: 1, max: 10 }),
  ago: fc.integer({ min: 0, max: 90 }),
  minutes: fc.integer({ min: 1, max: 60 }),
});

describe('a dial that a permit reserves and nobody makes', () => {
  test('counts for nothing from the end of its window on, and until then as any dial of which nothing is known', () => {
    fc.assert(
      fc.property(reservations, ({ seed, dials, ago, minutes }) => {
        const { ask } = drawCase(seed);
        const from = minutesLater(ask.attempt.at, -ago);
        const plain = Array.from({ length: dials }, (_, nth) => open(nth, from));
        const reserved = plain.map((dial) => ({ ...dial, reservedUntil: minutesLater(from, minutes) }));

        const verdict = contactGate(reserving(ask, reserved));

        if (ago >= minutes) {
          expect(verdict).toEqual(contactGate(ask));
          return;
        }
        const ifMade = contactGate(reserving(ask, plain));
        expect(verdict.trace).toEqual(ifMade.trace);
        // Made, it may be the last that was allowed; reserved, it is none again when its window ends.
        const isOnlyUntilThen = verdict.verdict === 'defer' && isNever(ifMade);
        expect(isOnlyUntilThen ? 'refuse' : verdict.verdict).toBe(ifMade.verdict);
      }),
      {
        numRuns: 1_000,
        examples: [[{ seed: 1, dials: 3, ago: 60, minutes: 60 }], [{ seed: 1, dials: 3, ago: 59, minutes: 60 }]],
      },
    );
  });

  test('defers no longer than to the end of its window where it alone is in the way', () => {
    fc.assert(
      fc.property(reservations, ({ seed, dials, minutes }) => {
        const { ask } = drawCase(seed);
        const reserved = Array.from({ length: dials }, (_, nth) => ({
          ...open(nth, ask.attempt.at),
          reservedUntil: minutesLater(ask.attempt.at, minutes),
        }));
        const end = minutesLater(ask.attempt.at, minutes);
        const verdict = contactGate(reserving(ask, reserved));
        const without = contactGate(askedAt(ask, end));

        // Refused when the window ends: then it is not alone in the way.
        if (verdict.verdict !== 'defer' || without.verdict === 'refuse') return;
        const free = without.verdict === 'defer' ? without.until : end;
        expect(verdict.until <= free || verdict.until < end).toBe(true);
        expect(verdict.until > ask.attempt.at).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('leaves the last slot free to the minute its window ends', () => {
    const law = lawOf(
      ruleOf('frequency-cap', { unit: 'attempt', scope: ['person'], limit: 3, days: 1, purposes: ['collect'] }),
    );
    const reserved = { ...open(1, ten), reservedUntil: minutesLater(ten, 60) };
    const at = (minutes: number) => {
      const attempt = { at: minutesLater(ten, minutes) };
      return contactGate(reserving(gateAsk({ attempt, law, ledger: { person: attempts(2) } }), [reserved]));
    };

    expect(at(59)).toMatchObject({ verdict: 'defer', until: minutesLater(ten, 60), rules: ['R-1'] });
    expect(at(60).verdict).toBe('allow');
  });

  test('has reached nobody: three failed calls stay proof that the debtor cannot be reached', () => {
    const failed = ['2026-02-26', '2026-02-27', '2026-02-28'].map((day, nth): LedgerEntry => {
      const made = open(nth, `${day}T02:00:00.000Z`);
      return { ...made, open: false, connected: false, conversation: false, rightParty: false };
    });
    const reach = { points: [{ pointId: 'm1', kind: 'mobile' as const }], zones: [shanghai] };
    const dial = open(9, ten);

    expect(unreachable({ ...reach, ledger: [...failed, dial] })).toBeUndefined();
    expect(
      unreachable({ ...reach, ledger: [...failed, { ...dial, reservedUntil: minutesLater(ten, 60) }] }),
    ).toMatchObject({
      because: 'attempts-failed',
    });
  });
});
