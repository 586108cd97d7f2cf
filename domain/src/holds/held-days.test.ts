import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../calendar/day-arithmetic.js';
import { minutesLater, startOfDay } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import { dayOfLadderAge, heldDaysBetween, ladderAgeOn, openHolds, stopsNow } from './held-days.js';
import type { Hold, HoldStop } from './hold.js';

const minuteOf = (at: string): number => Date.parse(at) / 60_000;
const shanghai: ZoneSlice = { zone: 'Asia/Shanghai', offsets: [[minuteOf('2024-01-01T00:00:00Z'), 480]] };
const beirut: ZoneSlice = {
  zone: 'Asia/Beirut',
  offsets: [
    [minuteOf('2024-01-01T00:00:00Z'), 120],
    [minuteOf('2026-03-28T22:00:00Z'), 180],
    [minuteOf('2026-10-24T21:00:00Z'), 120],
  ],
};
const anchor = '2026-01-31';

let made = 0;
const hold = (from: string, end?: { until?: string; endedAt?: string }, stops: HoldStop[] = ['timers']): Hold => ({
  id: `h${(made += 1)}`,
  reason: 'dispute',
  scope: { loan: 'L1' },
  stops,
  from,
  ...end,
});
const midnight = (day: string): string => startOfDay(day, shanghai);

describe('a hold', () => {
  it('is open from its start up to but not at its end, whichever end is first', () => {
    const both = hold('2026-02-01T00:00:00.000Z', {
      until: '2026-02-05T00:00:00.000Z',
      endedAt: '2026-02-03T00:00:00.000Z',
    });
    expect(openHolds([both], '2026-01-31T23:59:59.999Z')).toEqual([]);
    expect(openHolds([both], '2026-02-01T00:00:00.000Z')).toEqual([both]);
    expect(openHolds([both], '2026-02-03T00:00:00.000Z')).toEqual([]);
    const endless = hold('2026-02-01T00:00:00.000Z');
    expect(openHolds([endless], '2099-01-01T00:00:00.000Z')).toEqual([endless]);
  });

  it('stops only what it says', () => {
    const contactOnly = hold('2026-02-01T00:00:00.000Z', {}, ['contact']);
    expect(stopsNow([contactOnly], 'contact', '2026-02-02T00:00:00.000Z')).toEqual([contactOnly]);
    expect(stopsNow([contactOnly], 'timers', '2026-02-02T00:00:00.000Z')).toEqual([]);
    expect(heldDaysBetween([contactOnly], anchor, '2026-03-01', shanghai)).toBe(0);
  });

  it('takes a day when it covers its 00:00', () => {
    const overMidnight = hold(minutesLater(midnight('2026-02-03'), -1), {
      until: minutesLater(midnight('2026-02-03'), 1),
    });
    const withinDay = hold(minutesLater(midnight('2026-02-03'), 1), {
      until: minutesLater(midnight('2026-02-04'), -1),
    });
    const upToMidnight = hold(minutesLater(midnight('2026-02-03'), 1), { until: midnight('2026-02-04') });
    const fromMidnight = hold(midnight('2026-02-03'), { until: minutesLater(midnight('2026-02-03'), 1) });
    const held = (one: Hold): number => heldDaysBetween([one], anchor, '2026-02-28', shanghai);
    expect([overMidnight, withinDay, upToMidnight, fromMidnight].map(held)).toEqual([1, 0, 0, 1]);
  });

  it('takes a day without a midnight by its first instant', () => {
    const start = startOfDay('2026-03-29', beirut);
    expect(heldDaysBetween([hold(start, { until: minutesLater(start, 1) })], '2026-03-01', '2026-04-01', beirut)).toBe(
      1,
    );
  });

  it('does not take the anchor day, and takes the last', () => {
    const always = hold('2026-01-01T00:00:00.000Z');
    expect(heldDaysBetween([always], anchor, anchor, shanghai)).toBe(0);
    expect(heldDaysBetween([always], anchor, '2026-02-01', shanghai)).toBe(1);
    expect(ladderAgeOn(anchor, '2026-06-01', [always], shanghai)).toBe(0);
  });
});

describe('the day a ladder age is reached', () => {
  it('moves away by the days held', () => {
    const tenDays = hold(midnight('2026-02-03'), { endedAt: midnight('2026-02-13') });
    expect(dayOfLadderAge(anchor, 8, [], shanghai, midnight('2026-02-01'))).toBe('2026-02-08');
    expect(dayOfLadderAge(anchor, 8, [tenDays], shanghai, midnight('2026-02-20'))).toBe('2026-02-18');
    expect(dayOfLadderAge(anchor, 2, [tenDays], shanghai, midnight('2026-02-20'))).toBe('2026-02-02');
  });

  it('counts a hold without an end up to the asking, and one with an end to its end', () => {
    const open = hold(midnight('2026-02-03'));
    const at = minutesLater(midnight('2026-02-06'), 600);
    expect(dayOfLadderAge(anchor, 8, [open], shanghai, at)).toBe('2026-02-12');
    expect(dayOfLadderAge(anchor, 8, [{ ...open, until: midnight('2026-02-13') }], shanghai, at)).toBe('2026-02-18');
  });
});

const anyInstant = fc
  .integer({ min: -3 * 1_440, max: 90 * 1_440 })
  .map((minutes) => minutesLater(midnight(anchor), minutes));
const anyHold = fc
  .record({
    from: anyInstant,
    minutes: fc.option(fc.integer({ min: 0, max: 20 * 1_440 }), { nil: undefined }),
    timers: fc.boolean(),
  })
  .map(({ from, minutes, timers }) =>
    hold(
      from,
      minutes === undefined ? {} : { until: minutesLater(from, minutes) },
      timers ? ['contact', 'timers'] : ['contact'],
    ),
  );
const anyHolds = fc.array(anyHold, { maxLength: 6 });
const endedHolds = fc.array(
  anyHold.filter(({ until }) => until !== undefined),
  { maxLength: 6 },
);
const anyDay = fc.integer({ min: 0, max: 120 }).map((n) => addDays(anchor, n));

/** The definition, day by day. */
const countedSlowly = (holds: Hold[], day: string): number => {
  let held = 0;
  for (let each = addDays(anchor, 1); each <= day; each = addDays(each, 1))
    if (stopsNow(holds, 'timers', midnight(each)).length > 0) held += 1;
  return held;
};

describe('holds', () => {
  it('hold exactly the days whose start one of them covers', () => {
    fc.assert(
      fc.property(anyHolds, anyDay, (holds, day) => {
        expect(heldDaysBetween(holds, anchor, day, shanghai)).toBe(countedSlowly(holds, day));
      }),
    );
  });

  it('neither lose nor add time: every day is held or ages the ladder', () => {
    fc.assert(
      fc.property(anyHolds, anyDay, (holds, day) => {
        const held = heldDaysBetween(holds, anchor, day, shanghai);
        expect(held + ladderAgeOn(anchor, day, holds, shanghai)).toBe(daysBetween(anchor, day));
        const step = ladderAgeOn(anchor, addDays(day, 1), holds, shanghai) - ladderAgeOn(anchor, day, holds, shanghai);
        expect([0, 1]).toContain(step);
      }),
    );
  });

  it('together hold the union of their days: twice the same, or cut in two, changes nothing', () => {
    fc.assert(
      fc.property(anyHolds, anyInstant, anyDay, (holds, cut, day) => {
        const once = heldDaysBetween(holds, anchor, day, shanghai);
        expect(heldDaysBetween([...holds, ...holds].toReversed(), anchor, day, shanghai)).toBe(once);
        const parts = holds.flatMap((each) =>
          each.from < cut && cut < (each.until ?? '9')
            ? [
                { ...each, until: cut },
                { ...each, from: cut },
              ]
            : [each],
        );
        expect(heldDaysBetween(parts, anchor, day, shanghai)).toBe(once);
      }),
    );
  });

  it('let each ladder age be reached on the first day that has it', () => {
    fc.assert(
      fc.property(endedHolds, fc.integer({ min: 0, max: 60 }), (holds, age) => {
        const day = dayOfLadderAge(anchor, age, holds, shanghai, midnight('2026-12-31'));
        expect(ladderAgeOn(anchor, day, holds, shanghai)).toBe(age);
        if (age > 0) expect(ladderAgeOn(anchor, addDays(day, -1), holds, shanghai)).toBe(age - 1);
      }),
    );
  });
});
