import { expect, test } from 'vitest';
import { playedLoan } from './testing/played-loan.js';
import { script, type LoanScript } from './loan-script.js';
import { makePerson } from './person.js';
import type { OutgoingEvent } from './servicing-event.js';
import { makeWorld } from './world.js';

const person = makePerson(1, 'CN', '2025-12-01');
const mobile = person.points[0]?.value ?? '';

function worldWith(...scripts: LoanScript[]) {
  const sent: OutgoingEvent[] = [];
  const out = {
    put: (event: OutgoingEvent) => void sent.push(event),
    flush: async () => 0,
    close: async () => undefined,
  };
  const world = makeWorld({ tenant: 't', seed: 's', clock: 'test', startsAt: '2025-12-31T16:00:00.000Z', out });
  for (const [index, each] of scripts.entries()) world.addLoan(playedLoan(`L${index + 1}`, person.personId, each));
  world.directory.add([person]);
  const told = (name: string) =>
    sent
      .filter(({ type }) => type.includes(name))
      .map(({ body, time, extension }) => ({ ...JSON.parse(body), time, ...extension }));
  return { world, told };
}

test('one conversation about two loans, whose borrower would say the same of both, pays both', () => {
  const { world, told } = worldWith(
    script('a', [], { calls: [{ code: 'pays-now' }] }),
    script('b', [], { calls: [{ code: 'pays-now' }] }),
  );
  world.play('2026-01-05T06:30:00.000Z');

  expect(world.telephone.speak('call', 'c1', mobile, world.now())).toMatchObject({ code: 'pays-now' });
  world.play('2026-01-05T07:00:00.000Z');

  expect(told('payment-received').map(({ loan, amount, receivedAt }) => [loan, amount, receivedAt])).toEqual([
    ['L1', 10_000, '2026-01-05T07:00:00.000Z'],
    ['L2', 10_000, '2026-01-05T07:00:00.000Z'],
  ]);
});

test('a promise that is kept is paid at noon of its day, one that is broken is not', () => {
  const { world, told } = worldWith(
    script('a', [], {
      calls: [
        { code: 'promise', kept: false },
        { code: 'promise', kept: true },
      ],
    }),
  );
  world.play('2026-01-05T06:30:00.000Z');

  const broken = world.telephone.speak('call', 'c1', mobile, world.now());
  expect(broken).toEqual({
    code: 'promise',
    details: { arrearsReason: 'income-late', promise: { amount: 10_000, by: '2026-01-08' } },
  });
  world.play('2026-01-10T06:30:00.000Z');
  expect(told('payment-received')).toEqual([]);

  world.telephone.speak('call', 'c2', mobile, world.now());
  world.play('2026-01-20T00:00:00.000Z');
  expect(told('payment-received')).toMatchObject([{ amount: 10_000, receivedAt: '2026-01-13T04:00:00.000Z' }]);
});

test('a payment may count from an earlier day, and be told of days later', () => {
  const after = { on: 'miss', nth: 1, days: 3 } as const;
  const { world, told } = worldWith(
    script('a', [], { pays: [{ after, amount: 'arrears', shows: 'payment-back-dated', backDatedDays: 2 }] }),
    script('b', [], { pays: [{ after, amount: { percent: 40 }, shows: 'event-late', toldLaterDays: 2 }] }),
  );
  world.play('2026-01-31T00:00:00.000Z');

  expect(told('payment-received')).toMatchObject([
    { loan: 'L1', valueDate: '2026-01-03', receivedAt: '2026-01-05T04:00:00.000Z' },
    { loan: 'L2', amount: 4_000, valueDate: '2026-01-05', time: '2026-01-05T04:00:00.000Z' },
  ]);
  expect(world.events.all().filter(({ paymentId }) => paymentId === 'L2-p1')).toMatchObject([
    { publishedAt: '2026-01-07T00:00:00.000Z' },
  ]);
});

test('while arrears last every instalment is missed; after a cure the next ones are met', () => {
  const { world, told } = worldWith(
    script('a', [], { pays: [{ after: { on: 'miss', nth: 2, days: 1 }, amount: 'arrears', shows: 'part-paid' }] }),
  );
  world.play('2026-04-02T00:00:00.000Z');

  expect(told('instalment-missed').map(({ instalment, arrearsTotal }) => [instalment.number, arrearsTotal])).toEqual([
    [4, 10_000],
    [5, 20_000],
  ]);
  expect(told('instalment-met').map(({ instalment }) => instalment.number)).toEqual([6, 7]);
  expect(told('payment-received')).toMatchObject([{ amount: 20_000 }]);
});

test('a payment taken back leaves its amount overdue again, and the borrower may pay anew', () => {
  const { world, told } = worldWith(
    script('a', [], {
      pays: [
        { after: { on: 'miss', nth: 1, days: 1 }, amount: 'arrears', shows: 'part-paid' },
        { after: { on: 'reversal', days: 4 }, amount: 'arrears', shows: 'payment-reversed' },
      ],
      reversed: { nth: 1, days: 3 },
    }),
  );
  world.play('2026-01-31T00:00:00.000Z');

  expect(told('payment-reversed')).toMatchObject([{ paymentId: 'L1-p1', reversedOn: '2026-01-06' }]);
  expect(told('payment-received').map(({ paymentId, valueDate }) => [paymentId, valueDate])).toEqual([
    ['L1-p1', '2026-01-03'],
    ['L1-p2', '2026-01-10'],
  ]);
});

test('what is told late or out of order counts as shown once it is told, not when it is put off', () => {
  const after = { on: 'miss', nth: 1, days: 3 } as const;
  const { world } = worldWith(
    script('a', ['event-late'], { pays: [{ after, amount: 'arrears', shows: 'part-paid', toldLaterDays: 2 }] }),
    script('b', ['event-reordered'], { missToldLate: 1, misses: [0, 1] }),
  );
  const times = (deed: string) => world.deeds().find((each) => each.deed === deed)?.times;

  world.play('2026-01-06T00:00:00.000Z');
  expect(times('event-late')).toBe(0);
  world.play('2026-01-07T00:00:00.000Z');
  expect(times('event-late')).toBe(1);

  world.play('2026-02-02T00:00:00.000Z');
  expect(times('event-reordered')).toBe(0);
  world.play('2026-02-03T00:00:00.000Z');
  expect(times('event-reordered')).toBe(1);
});
