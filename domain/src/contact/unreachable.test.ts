import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from './ledger-entry.js';
import { unreachable, type Reachability } from './unreachable.js';

const shanghai = { zone: 'Asia/Shanghai', offsets: [[28_401_120, 480]] as [number, number][] };
const utc = { zone: 'UTC', offsets: [[28_401_120, 0]] as [number, number][] };
const dial = (at: string, how: Partial<LedgerEntry> = {}): LedgerEntry => ({
  actId: `act-${at}`,
  at,
  channel: 'call',
  purpose: 'collect',
  pointId: 'm1',
  open: false,
  connected: false,
  conversation: false,
  rightParty: false,
  ...how,
});
const [mon, tue, wed] = ['2026-03-02T02:00:00.000Z', '2026-03-03T02:00:00.000Z', '2026-03-04T02:00:00.000Z'] as const;
const three = [dial(mon), dial(tue), dial(wed)];
const number = { pointId: 'm1', kind: 'mobile', verifiedOn: '2025-11-20' } as const;
const reach = (how: Partial<Reachability> = {}): Reachability => ({
  points: [number],
  ledger: [],
  zones: [shanghai],
  ...how,
});

describe('a debtor is unreachable', () => {
  test('after three calls in a row over two days did not connect; the evidence is listed', () => {
    expect(unreachable(reach({ ledger: [dial(mon), dial(mon, { actId: 'b', pointId: 'm2' }), dial(tue)] }))).toEqual({
      because: 'attempts-failed',
      acts: [`act-${mon}`, 'b', `act-${tue}`],
      points: ['m1', 'm2'],
      days: ['2026-03-02', '2026-03-03'],
    });
  });

  test('when every verified number is invalid', () => {
    const gone = { ...number, invalidSince: '2026-03-01' };
    expect(unreachable(reach({ points: [gone, { pointId: 'm2', kind: 'mobile' }] }))).toEqual({
      because: 'numbers-invalid',
      acts: [],
      points: ['m1'],
      days: ['2026-03-01'],
    });
  });
});

describe('a debtor is not proved unreachable', () => {
  test.each<[string, Partial<Reachability>]>([
    ['by two failed calls', { ledger: three.slice(1) }],
    ['by three failed calls on one day', { ledger: [0, 1, 2].map((n) => dial(`2026-03-02T0${n}:00:00.000Z`)) }],
    [
      'by calls on two days in one of the zones the debtor may be in, and one day in another',
      { zones: [shanghai, utc], ledger: [15, 16, 17].map((hour) => dial(`2026-03-02T${hour}:00:00.000Z`)) },
    ],
    ['by failed calls when nobody knows the zone', { ledger: three, zones: [] }],
    ['by calls around one that connected', { ledger: [dial(mon), dial(tue, { connected: true }), dial(wed)] }],
    [
      'while a call has no outcome yet',
      { ledger: [...three, dial('2026-03-05T02:00:00.000Z', { open: true, connected: true, rightParty: true })] },
    ],
    [
      'by calls that failed before a visit met the debtor',
      { ledger: [...three, dial('2026-03-05T02:00:00.000Z', { channel: 'visit', rightParty: true })] },
    ],
    [
      'by a failed call of the very instant at which the debtor was met',
      { ledger: [dial(mon, { actId: 'met', channel: 'visit', rightParty: true }), ...three] },
    ],
    [
      'by calls that failed before another number was verified',
      { ledger: three, points: [number, { pointId: 'm2', kind: 'mobile', verifiedOn: '2026-03-04' }] },
    ],
    [
      'by calls that failed before the number was verified anew',
      { ledger: three, points: [{ ...number, verifiedOn: '2026-03-05' }] },
    ],
    ['by messages that failed', { ledger: three.map((entry) => ({ ...entry, channel: 'sms' as const })) }],
    [
      'while one verified number is valid',
      {
        points: [
          { ...number, invalidSince: '2026-03-01' },
          { ...number, pointId: 'm2' },
        ],
      },
    ],
    ['when no number was ever verified', { points: [{ pointId: 'm1', kind: 'mobile', invalidSince: '2026-03-01' }] }],
    [
      'by numbers found invalid before the debtor called us',
      {
        points: [{ ...number, invalidSince: '2026-03-01' }],
        ledger: [dial(mon, { inbound: true, connected: true, rightParty: true })],
      },
    ],
  ])('%s', (_, how) => {
    expect(unreachable(reach(how))).toBeUndefined();
  });
});

test('a number lost on the day the debtor was last spoken to is lost, once it was dialled in vain after', () => {
  const points = [{ ...number, invalidSince: '2026-03-02' }];
  const spoken = dial(mon, { connected: true, rightParty: true });
  expect(unreachable(reach({ points, ledger: [spoken] }))).toBeUndefined();
  expect(unreachable(reach({ points, ledger: [spoken, dial('2026-03-02T06:00:00.000Z')] }))?.because).toBe(
    'numbers-invalid',
  );
});

const entries = fc
  .array(
    fc.record({
      hour: fc.integer({ min: 0, max: 200 }),
      channel: fc.constantFrom<LedgerEntry['channel'][]>('call', 'dialler', 'sms', 'visit'),
      outcome: fc.constantFrom('failed', 'failed', 'failed', 'connected', 'right-party', 'open'),
    }),
    { maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map(({ hour, channel, outcome }, n) =>
      dial(new Date(Date.parse(mon) + hour * 3_600_000).toISOString(), {
        actId: `a${n}`,
        channel,
        open: outcome === 'open',
        connected: outcome !== 'failed',
        rightParty: outcome === 'right-party' || outcome === 'open',
      }),
    ),
  );
const points = fc.array(
  fc.record(
    {
      pointId: fc.constantFrom('m1', 'm2'),
      kind: fc.constantFrom('mobile' as const, 'email' as const),
      verifiedOn: fc.constant('2025-11-20'),
      invalidSince: fc.constantFrom('2026-03-03', '2026-03-05'),
    },
    { requiredKeys: ['pointId', 'kind'] },
  ),
  { maxLength: 3 },
);

describe('of any ledger and points', () => {
  test('speaking to the debtor ends it, whatever it was proved by', () => {
    fc.assert(
      fc.property(
        points,
        entries,
        fc.constantFrom('call' as const, 'visit' as const, 'sms' as const),
        (known, ledger, channel) => {
          const spoken = dial('2026-04-01T02:00:00.000Z', { channel, connected: true, rightParty: true });
          expect(unreachable(reach({ points: known, ledger: [...ledger, spoken] }))).toBeUndefined();
        },
      ),
    );
  });

  test('its evidence is failed calls alone, three or more over two days, none of them before somebody was reached', () => {
    fc.assert(
      fc.property(entries, (ledger) => {
        const found = unreachable(reach({ ledger }));
        if (!found) return;
        const acts = ledger.filter(({ actId }) => found.acts.includes(actId));
        expect(acts.length).toBe(found.acts.length);
        expect(acts.length).toBeGreaterThanOrEqual(3);
        expect(found.days.length).toBeGreaterThanOrEqual(2);
        const firstAt = acts.map(({ at }) => at).toSorted()[0] ?? '';
        expect(acts.every(({ connected, open, channel }) => !connected && !open && channel !== 'sms')).toBe(true);
        expect(
          ledger.filter(
            ({ rightParty, open, channel, at }) => rightParty && !(open && channel === 'sms') && at >= firstAt,
          ),
        ).toEqual([]);
      }),
    );
  });

  test('the order in which the ledger lists attempts does not matter', () => {
    fc.assert(
      fc.property(points, entries, (known, ledger) => {
        const there = unreachable(reach({ points: known, ledger })) === undefined;
        expect(unreachable(reach({ points: known, ledger: ledger.toReversed() })) === undefined).toBe(there);
      }),
    );
  });
});
