import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../calendar/day-arithmetic.js';
import { explainDpd } from './explain-dpd.js';
import { readExplainInput, type ExplainInput } from './read-explain-input.js';

const read = (events: readonly object[], asOf: string): ExplainInput => {
  const contract = { currency: 'CNY', startOn: '2026-01-01' };
  const found = readExplainInput({ v: 1, asOf, contract, events }, () => true);
  if ('refused' in found) throw new Error(JSON.stringify(found.refused));
  return found.input;
};
const explained = (events: readonly object[], asOf: string) => {
  const { position, allocation } = read(events, asOf);
  return explainDpd(position, asOf, allocation);
};
const missed = (number: number, dueOn: string) => ({
  type: 'instalment-missed',
  instalment: { number, dueOn, due: { principal: 10_000 } },
});
const paid = (paymentId: string, valueDate: string, amount: number) => ({
  type: 'payment-received',
  paymentId,
  amount,
  valueDate,
});

const anyEvents = fc
  .tuple(
    fc.array(fc.nat(200), { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(250), fc.integer({ min: 1, max: 30_000 }), fc.option(fc.nat(250))), { maxLength: 4 }),
  )
  .map(([dues, payments]) => [
    ...dues.toSorted((a, b) => a - b).map((days, nth) => missed(nth + 1, addDays('2026-01-01', days))),
    ...payments.flatMap(([days, amount, back], nth) => [
      paid(`p${nth}`, addDays('2026-01-01', days), amount),
      ...(back === null
        ? []
        : [{ type: 'payment-reversed', paymentId: `p${nth}`, reversedOn: addDays('2026-01-01', days + back) }]),
    ]),
  ]);

describe('days past due', () => {
  it('are 0 on the due date and 1 the day after, and what happened on the day asked for is among the steps', () => {
    const events = [missed(1, '2026-02-10')];
    expect(explained(events, '2026-02-10')).toMatchObject({ dpd: 0, bucket: 'M0', steps: [{ on: '2026-02-10' }] });
    expect(explained(events, '2026-02-11')).toMatchObject({ dpd: 1, bucket: 'M1' });
    expect(explained(events, '2026-02-09')).toMatchObject({ dpd: 0, arrears: 0, steps: [] });
  });

  it('follow from the last step: nothing but days passes between steps', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(300), (events, days) => {
        const asOf = addDays('2026-01-01', days);
        const { steps, dpd, arrears, oldestUnpaidDueOn } = explained(events, asOf);
        const last = steps.at(-1);
        expect([last?.arrears ?? 0, last?.oldestUnpaidDueOn]).toEqual([arrears, oldestUnpaidDueOn]);
        const passed = last?.oldestUnpaidDueOn === undefined ? 0 : last.dpd + daysBetween(last.on, asOf);
        expect(dpd).toBe(passed);
      }),
    );
  });

  it('do not depend on the order in which the file tells its events', () => {
    const shuffled = anyEvents.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray<object>(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([events, told]) => {
        expect(explained(told, '2026-12-31')).toEqual(explained(events, '2026-12-31'));
      }),
    );
  });
});
