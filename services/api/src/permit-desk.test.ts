import { expect, test } from 'vitest';
import { permitDesk, type PermitPorts } from './permit-desk.js';

const now = '2026-03-02T02:00:00.000Z';
const dial = '2026-03-01T02:00:00.000Z';
const agreed = (untilDay: string) =>
  ({ wish: 'agreed-time', from: '22:00', to: '23:00', fromDay: '2026-03-30', untilDay }) as const;

/** A desk that knows no dial: what is refused before it is looked for is refused as it stands. */
const desk = permitDesk({
  tenant: 't',
  clock: { now: async () => ({ now, kind: 'test' }), wall: () => new Date(now) },
  permits: { permit: async () => undefined },
  contacts: {},
  rules: { law: { packs: [], calendars: {} }, strategiesByHash: {} },
} as unknown as PermitPorts);

const told = (untilDay: string, at?: string) =>
  desk.tell({ kind: 'agency', id: 'a' }, 'p-1', 1, {
    code: 'refuses',
    wishes: [agreed('2026-03-30'), agreed(untilDay)],
    ...(at && { at }),
  });

test('an outcome that tells of a time agreed on for later than a month is not taken, by its own time or else the clock', async () => {
  expect(await told('2026-04-03')).toEqual({ agreedTooFar: 1 });
  expect(await told('2026-04-02', dial)).toEqual({ agreedTooFar: 1 });
  expect(await told('2026-04-02')).toBe('unknown-dial');
  expect(await told('2026-04-01', dial)).toBe('unknown-dial');
});
