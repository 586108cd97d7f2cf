import { advanceClock } from '@recourse/activities/clock/advance-clock';
import { ClockStuck } from '@recourse/activities/clock/clock-stuck';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { playedWorld } from '../fakes/played-world.js';

const start = '2026-01-01T00:00:00.000Z';
const hours = (n: number): string => new Date(Date.parse(start) + n * 3_600_000).toISOString();
const instants = fc
  .array(fc.integer({ min: 0, max: 30 }).map(hours), { maxLength: 4 })
  .map((list) => [...new Set(list)].sort());

afterEach(() => vi.restoreAllMocks());

describe('advancing a test clock', () => {
  it('meets every due plan and agenda at its exact instant, in order, and ends at the target', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(instants, { maxLength: 4 }), instants, instants, async (plans, sandbox, staff) => {
        const world = playedWorld(
          start,
          plans.map((each, index) => ({ caseId: `t/${'x'.repeat(index)}loan/1`, plans: each })),
          { sandbox, staff },
        );
        const met: string[] = [];

        const answer = await advanceClock({
          tenant: 't',
          to: hours(24),
          ports: world.ports,
          onProgress: ({ at }) => met.push(at),
        });

        const expected = [...plans.flat(), ...sandbox, ...staff].filter((at) => at <= hours(24)).sort();
        expect(answer).toEqual({ advanced: true, instants: new Set(expected).size });
        expect(world.now()).toBe(hours(24));
        expect(world.happened.map(({ due }) => due ?? '').toSorted()).toEqual(expected);
        expect(world.happened.every(({ at, due }) => at === due)).toBe(true);
        expect(met).toEqual(met.toSorted());
      }),
      { numRuns: 25 },
    );
  });

  it('lets the sandbox play before the staff, and both before any case is rung', async () => {
    const world = playedWorld(start, [{ caseId: 't/a/1', plans: [hours(2)] }], {
      sandbox: [hours(2)],
      staff: [hours(2)],
    });

    await advanceClock({ tenant: 't', to: hours(3), ports: world.ports });

    expect(world.happened.map(({ who }) => who)).toEqual(['sandbox', 'staff', 't/a/1']);
  });

  it('jumps first in an outage, so that everything is met late', async () => {
    const world = playedWorld(start, [{ caseId: 't/a/1', plans: [hours(2)] }], { sandbox: [hours(1)] });

    await advanceClock({ tenant: 't', to: hours(48), outage: true, ports: world.ports });

    expect(world.happened).toEqual([
      { at: hours(48), who: 'sandbox', due: hours(1) },
      { at: hours(48), who: 't/a/1', due: hours(2) },
    ]);
  });

  it('rings cases that share a person or a number one at a time', async () => {
    const world = playedWorld(start, [
      { caseId: 't/a/1', plans: [hours(1)], persons: ['p1'] },
      { caseId: 't/bb/1', plans: [hours(1)], persons: ['p1', 'p2'], points: ['number'] },
      { caseId: 't/ccc/1', plans: [hours(1)], persons: ['p3'], points: ['number'] },
    ]);

    await advanceClock({ tenant: 't', to: hours(2), ports: world.ports });

    expect(world.happened.map(({ who }) => who)).toEqual(['t/a/1', 't/bb/1', 't/ccc/1']);
    expect(world.mostTurningTogether()).toBe(1);
  });

  it('rings unrelated cases side by side', async () => {
    const world = playedWorld(
      start,
      ['a', 'b', 'c'].map((id) => ({ caseId: `t/${id}/1`, plans: [hours(1)] })),
    );

    await advanceClock({ tenant: 't', to: hours(2), ports: world.ports });

    expect(world.mostTurningTogether()).toBe(3);
  });

  it('names the case that is due again and again at one instant', async () => {
    const world = playedWorld(start, [{ caseId: 't/loops/1', plans: [hours(1)], alwaysDue: true }]);
    const { doorbell } = world.ports;
    const rings = setInterval(() => void doorbell.ring('t/loops/1'), 2);

    const advancing = advanceClock({ tenant: 't', to: hours(2), ports: world.ports });

    await expect(advancing).rejects.toThrow(/case t\/loops\/1 took more than 20 turns at 2026-01-01T01:00/);
    clearInterval(rings);
  });

  it('names the case that does not move', async () => {
    const world = playedWorld(start, [{ caseId: 't/stuck/1', plans: [hours(1)], neverMoves: true }]);

    const advancing = advanceClock({ tenant: 't', to: hours(2), ports: world.ports });

    await expect(advancing).rejects.toThrow(/not quiet within 0.3 s: case t\/stuck\/1 is due/);
  });

  it('waits out the minute for which the database keeps the locks of a process that was killed', async () => {
    const world = playedWorld(start, []);
    const { quietWithinMs: _short, ...ports } = world.ports;
    world.unsettled.push({ caseId: 't/locked/1', what: 'inbox-item', id: 't/locked/1/e1' });
    let passedMs = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      passedMs += 2_000;
      if (passedMs > 75_000) world.unsettled.length = 0;
      return passedMs;
    });

    expect(await advanceClock({ tenant: 't', to: hours(1), ports })).toMatchObject({ advanced: true });
  });

  it('names the partition that ingest does not finish', async () => {
    const world = playedWorld(start, []);
    world.behind.push({ partition: 'servicing.loan.events.v1/2', records: 3n });

    await expect(advanceClock({ tenant: 't', to: hours(2), ports: world.ports })).rejects.toThrow(
      'partition servicing.loan.events.v1/2 has 3 records',
    );
  });

  it('names the inbox item and the act that stay', async () => {
    const world = playedWorld(start, []);
    world.unsettled.push(
      { caseId: 't/a/1', what: 'inbox-item', id: 't/a/1/e1' },
      { caseId: 't/b/1', what: 'act', id: 't/b/1/1/sms-1/1' },
    );

    const failure = await advanceClock({ tenant: 't', to: hours(2), ports: world.ports }).catch(
      (error: unknown) => error,
    );

    expect(failure).toBeInstanceOf(ClockStuck);
    expect((failure as Error).message).toContain(
      'inbox item t/a/1/e1 of case t/a/1 is not consumed; act t/b/1/1/sms-1/1 of case t/b/1',
    );
  });

  it('refuses a target behind the clock, an unknown tenant, and a clock somebody else moves', async () => {
    const world = playedWorld(start, [{ caseId: 't/a/1', plans: [hours(1)] }]);
    expect(await advanceClock({ tenant: 't', to: '2025-12-31T00:00:00.000Z', ports: world.ports })).toEqual({
      advanced: false,
      reason: 'not-ahead',
    });
    expect(await advanceClock({ tenant: 'other', to: hours(1), ports: world.ports })).toEqual({
      advanced: false,
      reason: 'unknown-tenant',
    });
    const tenants = { ...world.ports.tenants, advance: async () => 'moved' as const };
    expect(await advanceClock({ tenant: 't', to: hours(2), ports: { ...world.ports, tenants } })).toEqual({
      advanced: false,
      reason: 'moved-by-another',
    });
  });
});
