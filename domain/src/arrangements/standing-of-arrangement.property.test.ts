import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/day-arithmetic.js';
import { startOfDay } from '../calendar/local-time.js';
import { plainRules } from '../money/allocation-order.js';
import { contractOrder } from '../money/components.js';
import { emptyPosition, foldLoanFact } from '../money/fold-position.js';
import type { LoanFact } from '../case/loan-fact.js';
import type { Arrangement } from './arrangement.js';
import { duesOfLayout } from './arrangement-schedule.js';
import { standingOfArrangement } from './standing-of-arrangement.js';

const zone = { zone: 'Asia/Shanghai', offsets: [[0, 480]] as [number, number][] };
const rules = plainRules(contractOrder);
const firstOn = '2026-02-01';

const arrangement = (how: { instalments: number; cureDays: number; graceDays: number }): Arrangement => ({
  id: 'a',
  state: 'active',
  terms: {
    kind: 'repayment-plan',
    over: 'arrears',
    currency: 'CNY',
    owed: { principal: how.instalments * 100 },
    discount: {},
    layout: { instalments: how.instalments, firstOn, first: 100, each: 100, last: 100 },
    accrues: false,
    graceDays: how.graceDays,
    postingDays: 2,
    cureDays: how.cureDays,
    tolerance: 0,
  },
  proposedAt: '2026-01-20T00:00:00.000Z',
  proposedBy: 'a',
  authority: 'manager',
  offerUntil: '2026-02-20T00:00:00.000Z',
  hash: '',
  countsFrom: '2026-01-10',
  notCounting: [],
  acceptedOn: '2026-01-20',
});

const payment = fc.record({
  amount: fc.integer({ min: 1, max: 160 }),
  day: fc.integer({ min: 0, max: 200 }),
  reversed: fc.boolean(),
  /** What its bank takes back of it, some days after. */
  out: fc.array(fc.integer({ min: 1, max: 160 }), { maxLength: 2 }),
});
type Drawn = { amount: number; day: number; reversed: boolean; out: number[] };

/** What of a payment is there in the end. */
const left = ({ amount, reversed, out }: Drawn): number =>
  reversed
    ? 0
    : Math.max(
        0,
        out.reduce((sum, each) => sum - each, amount),
      );
const payments = fc.array(payment, { maxLength: 10 });
const agreed = fc.record({
  instalments: fc.integer({ min: 1, max: 5 }),
  cureDays: fc.constantFrom(0, 10),
  graceDays: fc.constantFrom(0, 3),
});

const eventsOf = (drawn: readonly Drawn[]): LoanFact[] =>
  drawn.flatMap(({ amount, day, reversed, out }, nth): LoanFact[] => {
    const valueDate = addDays('2026-01-21', day);
    const occurredAt = '2026-09-01T00:00:00.000Z';
    const paid: LoanFact = {
      eventId: `p${nth}`,
      occurredAt,
      type: 'payment-received',
      paymentId: `${nth}`,
      amount,
      currency: 'CNY',
      valueDate,
      receivedAt: occurredAt,
      method: 'transfer',
      payer: 'debtor',
    };
    const outs = out.map((each, which): LoanFact => {
      const outId = `o${nth}-${which}`;
      const on = addDays(valueDate, 1 + which * 20);
      return {
        eventId: outId,
        occurredAt,
        type: 'money-out',
        outId,
        kind: 'chargeback',
        amount: each,
        currency: 'CNY',
        on,
        paymentId: `${nth}`,
      };
    });
    if (!reversed) return [paid, ...outs];
    return [
      paid,
      ...outs,
      {
        eventId: `r${nth}`,
        occurredAt,
        type: 'payment-reversed',
        paymentId: `${nth}`,
        reversedOn: addDays(valueDate, 1),
        reason: 'returned',
      },
    ];
  });

const positionOf = (events: readonly LoanFact[]) =>
  events.reduce((position, event) => {
    const folded = foldLoanFact(position, event);
    return 'position' in folded ? folded.position : position;
  }, emptyPosition('CNY'));

const at = startOfDay('2026-08-31', zone);

describe('whatever comes for an arrangement', () => {
  it('the order in which news of it arrives plays no part', () => {
    fc.assert(
      fc.property(agreed, payments, fc.infiniteStream(fc.nat()), (how, drawn, order) => {
        const events = eventsOf(drawn);
        const shuffled = events
          .map((event) => ({ event, key: Number(order.next().value) }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ event }) => event);
        const inOrder = standingOfArrangement(arrangement(how), positionOf(events), rules, zone, at);
        expect(standingOfArrangement(arrangement(how), positionOf(shuffled), rules, zone, at)).toEqual(inOrder);
      }),
      { numRuns: 500 },
    );
  });

  it('it is kept when every due day was met by value date, within grace or cure, and broken else: reckoned the long way', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(agreed, payments, (how, drawn) => {
        const one = arrangement(how);
        const standing = standingOfArrangement(one, positionOf(eventsOf(drawn)), rules, zone, at);
        const came = (day: string): number =>
          drawn.filter(({ day: on }) => addDays('2026-01-21', on) <= day).reduce((sum, each) => sum + left(each), 0);
        const isMet = duesOfLayout(one.terms.layout).every(
          ({ dueOn }, nth) => came(addDays(dueOn, how.graceDays + how.cureDays)) >= 100 * (nth + 1),
        );
        expect(standing.state).toBe(isMet ? 'kept' : 'broken');
        expect(standing.received).toBe(came('9999-12-31'));
        seen.add(standing.state);
      }),
      { numRuns: 2_000 },
    );
    expect(seen).toEqual(new Set(['kept', 'broken']));
  });

  it('is never broken before grace and posting time of a due day are over, and at that minute if its money is not there', () => {
    fc.assert(
      fc.property(agreed, fc.nat(4), (how, paidParts) => {
        const one = arrangement(how);
        const parts = Math.min(paidParts, how.instalments - 1);
        const drawn = Array.from({ length: parts }, (_, nth) => ({ amount: 100, day: nth, reversed: false, out: [] }));
        const position = positionOf(eventsOf(drawn));
        const due = duesOfLayout(one.terms.layout)[parts]?.dueOn ?? '';
        const last = startOfDay(addDays(due, how.graceDays + 3), zone);
        const before = new Date(Date.parse(last) - 1).toISOString();
        expect(standingOfArrangement(one, position, rules, zone, before)).toMatchObject({
          state: 'active',
          next: last,
        });
        expect(standingOfArrangement(one, position, rules, zone, last)).toMatchObject({ state: 'broken', missed: due });
      }),
      { numRuns: 200 },
    );
  });
});
