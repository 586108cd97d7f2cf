import { takeRecord } from '@recourse/activities/intake/take-record';
import { discardParked, redriveParked, showParked } from '@recourse/activities/intake/resolve-parked';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loanRecord, missed, paid, terms } from '../builders/loan-records.js';
import { type IntakeBench, takingPorts } from './intake-bench.js';

const now = '2026-01-11T02:00:00.000Z';
const kinds = (inputs: { kind: string }[]): string[] => inputs.map(({ kind }) => kind);

/** What every intake store does, in memory or on MongoDB. */
export function intakeContract(title: string, newBench: () => Promise<IntakeBench>): void {
  describe(title, () => {
    let bench: IntakeBench;
    let ports: ReturnType<typeof takingPorts>;
    beforeEach(async () => {
      bench = await newBench();
      ports = takingPorts(bench);
      await bench.givenTenant('demo', now);
    });
    afterEach(() => bench.close());

    test('a missed instalment makes the loan known, opens its first case and tells it', async () => {
      const record = loanRecord({ name: 'instalment-missed', data: missed(), id: 'e-1' });

      const taken = await takeRecord(ports, record);

      expect(taken.ring).toEqual(['demo/L1/1']);
      expect(await bench.loan('demo', 'L1')).toMatchObject({
        openCase: 'demo/L1/1',
        episodes: 1,
        order: 1,
        positionVersion: 1,
        inboxSeq: 1,
        unresolved: [],
        terms,
      });
      expect(await bench.inbox('demo/L1/1')).toMatchObject([
        {
          kind: 'loan-event',
          n: 1,
          itemId: '/servicing/test/e-1',
          at: now,
          event: { type: 'instalment-missed', eventId: 'e-1' },
        },
      ]);
      expect(await bench.events('demo')).toMatchObject([
        {
          _id: 'demo//servicing/test/e-1',
          loanId: 'L1',
          order: 1,
          positionVersion: 1,
          caseId: 'demo/L1/1',
          offset: String(record.offset),
        },
      ]);
    });

    test('the same event again writes nothing and rings again', async () => {
      const record = loanRecord({ name: 'instalment-missed', data: missed(), id: 'e-1' });
      await takeRecord(ports, record);
      const before = [await bench.documents(), await bench.loan('demo', 'L1')];

      const taken = await takeRecord(ports, { ...record, offset: record.offset + 1n });

      expect(taken.ring).toEqual(['demo/L1/1']);
      expect([await bench.documents(), await bench.loan('demo', 'L1')]).toEqual(before);
    });

    test('a payment is folded in and told to the open case; the same payment under another id counts once', async () => {
      await takeRecord(ports, loanRecord({ name: 'instalment-missed', data: missed() }));

      await takeRecord(ports, loanRecord({ name: 'payment-received', data: paid('pay-1', 40_000) }));
      await takeRecord(ports, loanRecord({ name: 'payment-received', data: paid('pay-1', 40_000) }));

      const loan = await bench.loan('demo', 'L1');
      expect(loan?.position.payments).toHaveLength(1);
      expect(loan).toMatchObject({ positionVersion: 2, order: 3, inboxSeq: 3 });
      expect(kinds(await bench.inbox('demo/L1/1'))).toEqual(['loan-event', 'loan-event', 'loan-event']);
    });

    test('the same id with other bytes is parked, and its loan waits until someone resolves it', async () => {
      await takeRecord(ports, loanRecord({ name: 'instalment-missed', data: missed(), id: 'e-1' }));
      const other = loanRecord({
        name: 'instalment-missed',
        data: missed(1, { outstandingTotal: 1_100_000 }),
        id: 'e-1',
      });
      const parkedId = `servicing.loan.events.v1/0/${other.offset}`;

      const taken = await takeRecord(ports, other);

      expect(taken.ring).toEqual(['demo/L1/1']);
      expect(await bench.loan('demo', 'L1')).toMatchObject({ unresolved: [parkedId], positionVersion: 1, order: 2 });
      expect(await bench.inbox('demo/L1/1')).toMatchObject([
        { kind: 'loan-event' },
        { kind: 'event-parked', parkedId },
      ]);
      expect(ports.published).toMatchObject([
        { record: { offset: other.offset }, because: { code: 'same-id-other-content', field: 'ce_id' } },
      ]);
      expect(await bench.parked.list('demo', 'parked')).toMatchObject([
        { _id: parkedId, cause: { code: 'same-id-other-content' }, loanId: 'L1' },
      ]);
    });

    test('parked twice is parked once, but published again', async () => {
      const bad = loanRecord({ name: 'instalment-missed', data: {}, id: 'e-1' });
      await takeRecord(ports, bad);
      const documents = await bench.documents();

      await takeRecord(ports, bad);

      expect(await bench.documents()).toBe(documents);
      expect(ports.published).toHaveLength(2);
    });

    test('a poison event of a loan not yet known blocks the loan from its first day on', async () => {
      await takeRecord(ports, loanRecord({ name: 'payment-received', data: { paymentId: 'x' } }));

      await takeRecord(ports, loanRecord({ name: 'instalment-missed', data: missed() }));

      const loan = await bench.loan('demo', 'L1');
      expect(loan?.unresolved).toHaveLength(1);
      expect(loan?.openCase).toBe('demo/L1/1');
    });

    test('what is parked shows its record as it came, but keeps its bytes sealed', async () => {
      const bad = loanRecord({ name: 'instalment-missed', data: { secret: 'Zhang San' } });
      await takeRecord(ports, bad);
      const [parked] = await bench.parked.list(undefined, 'parked');

      const shown = await showParked(ports, parked?._id ?? '');

      expect(JSON.stringify(parked)).not.toContain('Zhang');
      expect(shown?.record).toMatchObject({ key: bad.key, headers: bad.headers, offset: bad.offset });
      expect(Buffer.from(shown?.record.value ?? []).toString()).toBe('{"secret":"Zhang San"}');
    });

    test('a payment that overtook the first missed instalment waits for it and then counts', async () => {
      await takeRecord(ports, loanRecord({ name: 'payment-received', data: paid('pay-1', 100_000) }));
      expect(await bench.loan('demo', 'L1')).toMatchObject({ unresolved: [expect.any(String)] });

      const taken = await takeRecord(ports, loanRecord({ name: 'instalment-missed', data: missed() }));

      const loan = await bench.loan('demo', 'L1');
      expect(taken.ring).toEqual(['demo/L1/1']);
      expect(loan).toMatchObject({ unresolved: [], position: { payments: [{ paymentId: 'pay-1' }] } });
      expect(kinds(await bench.inbox('demo/L1/1'))).toEqual(['loan-event', 'loan-event', 'unresolved-cleared']);
      expect(await bench.parked.list('demo', 'redriven')).toMatchObject([{ resolvedBy: 'ingest' }]);
    });

    test('re-driven once it is right, a parked event is taken and its loan cleared; a second time is refused', async () => {
      const early = loanRecord({ name: 'instalment-missed', data: missed(), time: '2026-01-11T03:00:00.000Z' });
      const parkedId = `servicing.loan.events.v1/0/${early.offset}`;
      await takeRecord(ports, early);
      expect(await redriveParked(ports, parkedId, 'ann')).toMatchObject({
        redriven: false,
        refused: 'refused-again',
        because: { code: 'dated-ahead', field: 'ce_time' },
      });
      await bench.givenTenant('demo', '2026-01-11T03:00:00.000Z');

      const redriven = await redriveParked(ports, parkedId, 'ann');

      expect(redriven).toEqual({ redriven: true, ring: ['demo/L1/1'] });
      expect(await bench.loan('demo', 'L1')).toMatchObject({ unresolved: [], openCase: 'demo/L1/1' });
      expect(await bench.parked.find(parkedId)).toMatchObject({ status: 'redriven', resolvedBy: 'ann' });
      expect(await redriveParked(ports, parkedId, 'ann')).toEqual({ redriven: false, refused: 'already-resolved' });
      expect(await redriveParked(ports, 'nowhere/0/1', 'ann')).toEqual({ redriven: false, refused: 'unknown-parked' });
    });

    test('discarded with actor and reason, a parked event frees its loan and tells the case', async () => {
      await takeRecord(ports, loanRecord({ name: 'instalment-missed', data: missed() }));
      await takeRecord(ports, loanRecord({ name: 'payment-received', data: {} }));
      const [parked] = await bench.parked.list('demo', 'parked');

      const discarded = await discardParked(ports, parked?._id ?? '', 'ann', 'test data');

      expect(discarded).toEqual({ resolved: true, ring: ['demo/L1/1'] });
      expect(await bench.loan('demo', 'L1')).toMatchObject({ unresolved: [] });
      expect(kinds(await bench.inbox('demo/L1/1'))).toEqual(['loan-event', 'event-parked', 'unresolved-cleared']);
      expect(await bench.parked.find(parked?._id ?? '')).toMatchObject({
        status: 'discarded',
        resolvedBy: 'ann',
        resolvedBecause: 'test data',
      });
    });

    test('death stops everything on every loan of the person at once', async () => {
      await bench.givenPerson('demo', 'P1');
      await takeRecord(ports, loanRecord({ name: 'instalment-missed', data: missed(), loan: 'L1' }));
      await takeRecord(ports, loanRecord({ name: 'instalment-missed', data: missed(), loan: 'L2' }));
      const orders = [(await bench.loan('demo', 'L1'))?.order, (await bench.loan('demo', 'L2'))?.order];

      const taken = await takeRecord(
        ports,
        loanRecord({ name: 'person-died', data: { personId: 'P1' }, loan: 'L1', id: 'd-1' }),
      );

      const hold = { id: '/servicing/test/d-1', reason: 'death', scope: { person: 'P1' }, from: now };
      expect(taken.ring).toEqual(['demo/L1/1', 'demo/L2/1']);
      expect((await bench.person('demo', 'P1'))?.holds).toMatchObject([hold]);
      for (const caseId of taken.ring)
        expect((await bench.inbox(caseId)).at(-1)).toMatchObject({ kind: 'hold-reported', itemId: hold.id, hold });
      expect([(await bench.loan('demo', 'L1'))?.order, (await bench.loan('demo', 'L2'))?.order]).toEqual(
        orders.map((order) => (order ?? 0) + 1),
      );
    });

    test('a person named by a loan is linked to it', async () => {
      await bench.givenPerson('demo', 'P1');

      await takeRecord(ports, loanRecord({ name: 'instalment-missed', data: missed() }));

      expect((await bench.person('demo', 'P1'))?.loans).toEqual(['L1']);
    });

    test('events of an unknown tenant are parked and make no loan', async () => {
      await takeRecord(ports, loanRecord({ name: 'instalment-missed', data: missed(), tenant: 'nobody' }));

      expect(await bench.loan('nobody', 'L1')).toBeUndefined();
      expect(ports.published).toMatchObject([{ because: { code: 'unknown-tenant', field: 'ce_tenant' } }]);
    });

    test('a key that names another loan than the headers blocks both', async () => {
      await takeRecord(ports, loanRecord({ name: 'payment-received', data: paid('p', 1), loan: 'L1', key: 'demo|L2' }));

      expect(ports.published).toMatchObject([{ because: { code: 'key-mismatch', field: 'key' } }]);
      expect(await bench.loan('demo', 'L1')).toMatchObject({ unresolved: [expect.any(String)] });
      expect(await bench.loan('demo', 'L2')).toMatchObject({ unresolved: [expect.any(String)] });
    });

    test('trouble while publishing dead letters is not swallowed: the record comes again', async () => {
      const failing = { ...ports, publish: () => Promise.reject(new Error('broker gone')) };

      await expect(takeRecord(failing, loanRecord({ name: 'payment-received', data: {} }))).rejects.toThrow(
        'broker gone',
      );
    });
  });
}
