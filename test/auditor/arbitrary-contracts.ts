import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import fc from 'fast-check';

export const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-01-05', n));
const money = fc.integer({ min: 1, max: 60_000 });
const due = fc.record({ principal: money, interest: fc.nat(900), penalty: fc.constantFrom(0, 0, 7, 40) });
const nth = fc.integer({ min: 1, max: 4 });
const dueOnOf = (number: number): string => addDays('2026-01-05', (number - 1) * 8);

/** Events of a contract that changes. */
export const scene = fc
  .record({
    dues: fc.array(due, { minLength: 1, maxLength: 5 }),
    payments: fc.uniqueArray(
      fc.record({ nth, amount: money, valueDate: day, back: fc.option(day, { nil: undefined }) }),
      { selector: (each) => each.nth, maxLength: 4 },
    ),
    charges: fc.uniqueArray(
      fc.record({
        nth,
        component: fc.constantFrom('fees', 'penalty'),
        amount: fc.constantFrom(1, 30, 60_000),
        dueOn: day,
      }),
      {
        selector: (each) => each.nth,
        maxLength: 2,
      },
    ),
    waivers: fc.uniqueArray(
      fc.record({
        nth,
        instalment: fc.integer({ min: 1, max: 12 }),
        component: fc.constantFrom('principal', 'interest'),
        amount: money,
        waivedOn: day,
      }),
      { selector: (each) => each.nth, maxLength: 2 },
    ),
    accelerations: fc.uniqueArray(
      fc.record({
        nth,
        on: day,
        from: nth,
        due,
        undoneOn: fc.option(day, { nil: undefined }),
        because: fc.constantFrom('agreed', 'paid', 'told-in-error'),
      }),
      { selector: (each) => each.nth, maxLength: 2 },
    ),
    schedules: fc.uniqueArray(
      fc.record({
        on: day,
        takenOver: due,
        overdue: fc.constantFrom('billed-anew', 'capitalised'),
        dues: fc.array(due, { minLength: 1, maxLength: 2 }),
      }),
      { selector: ({ on }) => on, maxLength: 2 },
    ),
  })
  .map(({ dues, payments, charges, waivers, accelerations, schedules }) => {
    const [first, second] = schedules.toSorted((a, b) => (a.on < b.on ? -1 : 1));
    const planned = (at: typeof first, from: number) =>
      (at?.dues ?? []).map((owed, n) => ({ number: from + n, dueOn: addDays(at?.on ?? '', 5 + n * 7), due: owed }));
    const new1 = planned(first, 11);
    const new2 = planned(second, 21);
    const missed = (instalment: object) => ({
      type: 'instalment-missed',
      instalment,
      asOf: '2026-03-31',
      arrearsTotal: 0,
      outstandingTotal: 0,
    });
    const totals = { arrearsTotal: 0, outstandingTotal: 0 };
    // What fell due before an acceleration is none that it stands for: told otherwise it is refused.
    const standsFrom = (on: string, told: number): number =>
      Math.max(
        told,
        ...[
          ...dues.map((_, n) => ({ number: n + 1, dueOn: dueOnOf(n + 1) })),
          ...(first && first.on < on ? new1 : []),
          ...(second && second.on < on ? new2 : []),
        ].flatMap(({ number, dueOn }) => (dueOn < on ? [number + 1] : [])),
      );
    return [
      ...dues.map((owed, n) => missed({ number: n + 1, dueOn: dueOnOf(n + 1), due: owed })),
      ...[...new1, ...new2].map(missed),
      ...payments.map(({ nth: id, amount, valueDate }) => ({
        type: 'payment-received',
        paymentId: `p${id}`,
        receivedAt: '',
        amount,
        valueDate,
      })),
      ...payments.flatMap(({ nth: id, back }) =>
        back === undefined ? [] : [{ type: 'payment-reversed', paymentId: `p${id}`, reversedOn: back }],
      ),
      ...charges.map(({ nth: id, ...told }) => ({
        type: 'charge-added',
        chargeId: `c${id}`,
        ...told,
      })),
      ...waivers.map(({ nth: id, instalment, component, ...told }) => ({
        type: 'amount-waived',
        waiverId: `w${id}`,
        of: { instalment, component },
        ...told,
      })),
      ...accelerations.map(({ nth: id, undoneOn: _later, because: _why, ...told }) => ({
        type: 'loan-accelerated',
        accelerationId: `a${id}`,
        ...told,
        from: standsFrom(told.on, told.from),
        ...totals,
      })),
      ...accelerations.flatMap(({ nth: id, undoneOn, because }) =>
        undoneOn === undefined ? [] : [{ type: 'acceleration-undone', accelerationId: `a${id}`, undoneOn, because }],
      ),
      ...(first
        ? [
            {
              type: 'loan-restructured',
              restructuringId: 'r1',
              replaces: { from: 1, to: 10 },
              on: first.on,
              takenOver: first.takenOver,
              overdue: first.overdue,
              instalments: new1,
              ...totals,
            },
          ]
        : []),
      ...(second
        ? [
            {
              type: 'loan-restructured',
              restructuringId: 'r2',
              replaces: { from: 11, to: 20 },
              on: second.on,
              takenOver: second.takenOver,
              overdue: second.overdue,
              instalments: new2,
              ...totals,
            },
          ]
        : []),
    ];
  });
/** The same in order and in another. */
export const arrivals = scene.chain((events) =>
  fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length })),
);
